"""The answers to a question with the share that gave each, as far as they may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_survey.briefing.audiences import Reader, Voice
from coprod_survey.briefing.figures import BRACKETED_FROM, share_of
from coprod_survey.model.release import Shares
from coprod_survey.model.variable import variables_of


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, the share of `n` people who gave it, and that share as it is printed."""

    label: str
    share: float
    text: str
    n: int


def answers(reader: Reader, voice: Voice, item_id: str) -> tuple[Answer, ...]:
    """Every answer to a question in reading order; none where percentages may not be shown."""
    return tuple(_answers(reader, voice, item_id))


def _answers(reader: Reader, voice: Voice, item_id: str) -> Iterator[Answer]:
    item = reader.bank.items[item_id]
    for variable in variables_of(item, reader.bank):
        shares = reader.release.share(voice.domain, variable.name)
        if not isinstance(shares, Shares) or shares.n < BRACKETED_FROM:
            continue
        if variable.option is not None:
            yield _answer(variable.option.label, shares.points[-1], shares)
        elif item.kind == "one":
            for point, share in zip(variable.points, shares.points, strict=True):
                yield _answer(point.label, share, shares)


def _answer(label: str, share: float, shares: Shares) -> Answer:
    return Answer(label, share, share_of(shares, share) or "", shares.n)


@dataclass(frozen=True, slots=True)
class Heard:
    """Answers with those who gave them."""

    voice: Voice
    answers: tuple[Answer, ...]

    @property
    def most(self) -> Answer:
        """The answer that most gave."""
        return max(self.answers, key=lambda answer: answer.share)

    @property
    def n(self) -> int:
        """The fewest people any of the shares rests on."""
        return min(answer.n for answer in self.answers)


def heard(reader: Reader, item_id: str) -> Heard | None:
    """The answers of the reader's nearest voice whose percentages may be shown."""
    found = (Heard(voice, answers(reader, voice, item_id)) for voice in reader.voices())
    return next((one for one in found if one.answers), None)
