"""Headings → what each column of a file holds: something about the respondent, or an answer."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coprod_survey.errors import ReturnsError
from coprod_survey.model.bank import Bank
from coprod_survey.model.problem import Problem, Where
from coprod_survey.returns.columns import columns_of, kept_names
from coprod_survey.returns.sheet import Sheet, cut_short, unusable

ROLES = ("respondent", "council", "group", "wave", "form")
"""What a column may say of the respondent; the survey names the headings."""

STAMPS = ("edition", "fingerprint", "language", "simulated")
"""Which questionnaire the answers are to; these headings are the same in every survey."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where things are in a sheet, as places of columns counted from 0.

    `answers` is by variable name, by item id for open questions, and by `item_code` for the
    column of a "don't know" offered with several ticks.
    """

    about: Mapping[str, int]
    answers: Mapping[str, int]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]


def match_headings(sheet: Sheet, bank: Bank) -> Headings:
    """Find the columns of a bank in a sheet.

    A heading matches whatever its case and punctuation, and with a number before it ("12. lead01").
    Raises ReturnsError when no column is a question of the bank, when two headings name the same
    column, or when nothing says which of several groups a respondent is in.
    """
    about_words = dict(_about_words(bank))
    answer_words = dict(_answer_words(bank))
    known = {*about_words.values(), *(word for words in answer_words.values() for word in words)}
    words = [_word(heading, known) for heading in sheet.headings]
    place = {word: n for n, word in enumerate(words)}
    about = {role: place[word] for role, word in about_words.items() if word in place}
    answers = {
        name: place[found]
        for name, wanted in answer_words.items()
        if (found := next((word for word in wanted if word in place), None))
    }
    used = {*about.values(), *answers.values()}
    _refuse_unknown(sheet, bank, answers)
    _refuse_twice(sheet, words, used)
    _refuse_groupless(sheet, bank, about)
    spare = used | {n for n, word in enumerate(words) if word in _ignored(bank)}
    return Headings(
        about=about,
        answers=answers,
        unknown=tuple(h for n, h in enumerate(sheet.headings) if n not in spare),
        missing=tuple(name for name in kept_names(bank) if name not in answers),
    )


def _refuse_unknown(sheet: Sheet, bank: Bank, answers: Mapping[str, int]) -> None:
    if answers:
        return
    found = cut_short(", ".join(sheet.headings))
    message = f"a column must be headed with a question of the survey, and none is: {found}"
    ids = ", ".join(list(bank.items)[:3])
    hint = f"Head each column with the id of its question ({ids}, …), or name it in the bank."
    raise unusable(sheet.file, "headings-unknown", message, hint, 1)


def _refuse_twice(sheet: Sheet, words: list[str], used: set[int]) -> None:
    counts = Counter(words)
    twice = {words[n] for n in used if counts[words[n]] > 1}
    problems = [
        Problem(
            Where(sheet.file, 1, 1),
            "heading-twice",
            f'the heading "{word}" must stand over one column, not {counts[word]}',
            "Keep the column with the answers, and give the other another heading.",
        )
        for word in twice
    ]
    if problems:
        raise ReturnsError(problems)


def _refuse_groupless(sheet: Sheet, bank: Bank, about: Mapping[str, int]) -> None:
    if "group" in about or len(bank.groups) == 1:
        return
    heading = bank.survey.returns.group
    message = f'a column headed "{heading}" must say which group each person is in, and is missing'
    ids = ", ".join(group.id for group in bank.groups)
    raise unusable(sheet.file, "group-missing", message, f"The groups are: {ids}.", 1)


def _ignored(bank: Bank) -> set[str]:
    return {_plain(heading) for heading in bank.survey.returns.ignore}


def _about_words(bank: Bank) -> Iterator[tuple[str, str]]:
    for role in ROLES:
        yield role, _plain(getattr(bank.survey.returns, role))
    for stamp in STAMPS:
        yield stamp, stamp


def _answer_words(bank: Bank) -> Iterator[tuple[str, tuple[str, ...]]]:
    for columns in columns_of(bank).values():
        for column in columns:
            name = column.variable.name
            yield name, (_plain(column.variable.heading), _plain(name))


def _plain(heading: str) -> str:
    """A heading as small letters and digits, with one underscore for anything between them."""
    return "_".join(re.findall(r"[^\W_]+", heading.casefold()))


def _word(heading: str, known: set[str]) -> str:
    """A heading made plain, without the number before it where that makes it a known one."""
    plain = _plain(heading)
    unnumbered = re.sub(r"^[0-9]+_", "", plain)
    return unnumbered if plain not in known and unnumbered in known else plain
