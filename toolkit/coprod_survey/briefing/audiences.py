"""What differs by reader: whose answers are told, with whom they are compared, how much is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_survey.briefing.differences import shown
from coprod_survey.briefing.phrases import Words
from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Group
from coprod_survey.model.project import Project
from coprod_survey.model.release import Release
from coprod_survey.model.results import Domain, Estimate, Measure


@dataclass(frozen=True, slots=True)
class Voice:
    """People whose answers are told, and the words for them in a sentence: in full, and where
    the reader knows which council is meant.
    """

    domain: Domain
    name: str
    briefly: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything a section may look at: what may be published, and for whom it is written."""

    release: Release
    bank: Bank
    group: Group
    project: Project
    council: str | None
    say: Words

    @property
    def short(self) -> bool:
        """Whether the reader gets two pages."""
        return self.group.pages < 3

    @property
    def own(self) -> Voice:
        """The reader's own group: in the council, if there is one, or else in all councils."""
        return self.voice(self.group, self.council)

    def voice(self, group: Group, council: str | None = None) -> Voice:
        """A group, in a council or in all."""
        name = briefly = mid_sentence(group.name)
        if council is not None:
            place = self.project.council_name(council)
            name = self.say("in_council", group=briefly, council=place)
            briefly = self.say("here", group=briefly)
        return Voice(Domain(group.population, group.id, council), name, briefly)

    def voices(self) -> Iterator[Voice]:
        """Whose answers to tell, nearest first: the group here, the group everywhere, then others.

        Others are whole populations: chief executives read what staff think when too few of them
        answered.
        """
        yield self.own
        if self.council is not None:
            yield self.voice(self.group)
        yield from populations(self)

    def estimate(self, voice: Voice, measure: Measure) -> Estimate | None:
        """A figure, if it may be shown."""
        return shown(self.release.estimate(voice.domain, measure))

    def speaker(self, measures: tuple[Measure, ...]) -> Voice | None:
        """The first of the reader's voices with any of these figures to show."""
        heard = (v for v in self.voices() if any(self.estimate(v, m) for m in measures))
        return next(heard, None)


def populations(reader: Reader) -> Iterator[Voice]:
    """Every whole population but one that is the reader's group alone, the reader's own first."""
    known = dict.fromkeys(group.population for group in reader.bank.groups)
    for name in sorted(known, key=lambda p: p != reader.group.population):
        members = [group for group in reader.bank.groups if group.population == name]
        if members != [reader.group]:
            yield _population(reader, name, members)


def _population(reader: Reader, name: str, members: list[Group]) -> Voice:
    if len(members) == 1:
        return reader.voice(members[0])
    words = mid_sentence(reader.bank.population(name).name)
    return Voice(Domain(name), words, words)


def others(reader: Reader, speaker: Voice) -> tuple[Voice, ...]:
    """Every group but the speaker's, in all councils."""
    groups = (group for group in reader.bank.groups if group.id != speaker.domain.group)
    return tuple(reader.voice(group) for group in groups)


def beside(reader: Reader, speaker: Voice, measures: tuple[Measure, ...]) -> Voice | None:
    """Whom the speaker is shown beside: a council's group beside all councils, anyone else beside
    the first other people with figures to show.
    """
    if speaker.domain.council is not None:
        candidates: tuple[Voice, ...] = (reader.voice(reader.group),)
    else:
        candidates = tuple(independent(reader, speaker))
    return next((v for v in candidates if any(reader.estimate(v, m) for m in measures)), None)


def independent(reader: Reader, speaker: Voice) -> Iterator[Voice]:
    """People none of whom is among the speakers: other populations, then other groups."""
    mine = speaker.domain.population
    yield from (voice for voice in populations(reader) if voice.domain.population != mine)
    if speaker.domain.group is not None:
        yield from others(reader, speaker)


def mid_sentence(name: str) -> str:
    """A name as it stands inside a sentence: `Front-line staff` as `front-line staff`, but
    `HR managers` unchanged.
    """
    first, _, _ = name.partition(" ")
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]
