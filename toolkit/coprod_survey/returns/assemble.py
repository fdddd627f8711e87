"""Sheet → Returns, and the returns of many files → those of one survey."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from coprod_survey.errors import CoprodSurveyError
from coprod_survey.model.bank import Bank
from coprod_survey.model.returns import FileRead, Returns, SetAside
from coprod_survey.returns.asked import Placed
from coprod_survey.returns.check import Rows, checked, placed, repeats
from coprod_survey.returns.headings import Headings, match_headings
from coprod_survey.returns.kinds import read_answers
from coprod_survey.returns.match import is_ticked
from coprod_survey.returns.sheet import Refusal, Sheet

JUDGED = ("group", "form", "edition", "fingerprint", "simulated")
"""What is said of a respondent that decides whether, and how, a row is read."""

EVERY_COUNCIL = "all"
"""The council of returns that do not say which."""


def from_sheet(sheet: Sheet, bank: Bank) -> Returns:
    """The answers of one file. Raises ReturnsError when its headings are not of this bank."""
    headings = match_headings(sheet, bank)
    about = {role: sheet.column(n) for role, n in headings.about.items() if role in JUDGED}
    people = placed(about, bank, len(sheet.rows))
    answers = read_answers(sheet, headings, bank, people)
    sound, refusals = checked(Rows(bank, about, people, answers))
    spoilt = Refusal(np.flatnonzero(sound & ~answers.usable), "no answer that can be used")
    used = sound & answers.usable
    columns = dict(_about_columns(sheet, headings, bank, people))
    columns |= {name: pa.array(codes) for name, codes in answers.codes.items()}
    table = pa.table(columns | dict(answers.texts))
    marks = is_ticked(about["simulated"]) if "simulated" in about else np.zeros_like(used)
    rows = [entry for r in (*refusals, spoilt) for entry in r.whole_rows(sheet)]
    cells = [entry for r in answers.refused for entry in r.among(sound).cells(sheet)]
    rows_in = len(sheet.rows) + len(sheet.set_aside)
    return Returns(
        survey_id=bank.survey.id,
        edition=bank.survey.edition,
        fingerprint=bank.fingerprint,
        simulated=bool((marks & used).any()),
        rows_in=rows_in,
        table=table if used.all() else table.filter(pa.array(used)),
        set_aside=_in_order([*sheet.set_aside, *rows, *cells]),
        files=(FileRead(sheet.file, rows_in, sheet.encoding, headings.unknown, headings.missing),),
    )


def joined(parts: Sequence[Returns]) -> Returns:
    """The returns of many files as one, with one return a respondent: the first.

    Respondents are told apart within council and wave, since two councils may each number their
    people from 1.

    Raises CoprodSurveyError if rows used and set aside ever failed to add up to rows read.
    """
    together = replace(
        parts[0],
        simulated=any(part.simulated for part in parts),
        rows_in=sum(part.rows_in for part in parts),
        table=pa.concat_tables([part.table for part in parts]).combine_chunks(),
        set_aside=tuple(entry for part in parts for entry in part.set_aside),
        files=tuple(file for part in parts for file in part.files),
    )
    returns = _without_repeats(together)
    if not returns.adds_up:
        raise CoprodSurveyError(
            f"{returns.rows_in} rows were read, but {returns.table.num_rows} used and "
            f"{returns.rows_set_aside} set aside. This is a fault of coprod-survey, not of your "
            "files: please report it."
        )
    return returns


def _without_repeats(returns: Returns) -> Returns:
    table = returns.table
    respondents = table.column("respondent").combine_chunks().dictionary_encode()
    if len(respondents.dictionary) == table.num_rows:
        return returns
    later, earlier = repeats(_combined(table, ("respondent", "council", "wave")))
    used = np.ones(table.num_rows, dtype=np.bool_)
    used[later] = False
    entries = _repeat_entries(table.take(pa.array(later)), table.take(pa.array(earlier)))
    return replace(
        returns,
        table=table.filter(pa.array(used)),
        set_aside=_in_order([*returns.set_aside, *entries]),
    )


def _combined(table: pa.Table, columns: Sequence[str]) -> npt.NDArray[np.intp]:
    """A number for each row, the same for rows that have the same words in all the columns."""
    keys = np.zeros(table.num_rows, dtype=np.intp)
    for name in columns:
        words = table.column(name).combine_chunks().dictionary_encode()
        keys = keys * len(words.dictionary) + words.indices.to_numpy()
    return keys


def _repeat_entries(later: pa.Table, earlier: pa.Table) -> Iterator[SetAside]:
    where = ("file", "row", "respondent")
    again = zip(*(later.column(name).to_pylist() for name in where), strict=True)
    first = zip(*(earlier.column(name).to_pylist() for name in where[:2]), strict=True)
    for (file, row, respondent), (first_file, first_row) in zip(again, first, strict=True):
        reason = f"respondent already counted: {first_file}, row {first_row}"
        yield SetAside(file, row, "", respondent, reason)


def _about_columns(
    sheet: Sheet, headings: Headings, bank: Bank, people: Placed
) -> Iterator[tuple[str, pa.Array]]:
    rows = len(sheet.rows)
    file = pa.repeat(sheet.file, rows)
    row = pa.array(sheet.rows)
    made_up = pc.binary_join_element_wise(file, row.cast(pa.string()), ":")
    groups = pa.array([group.id for group in bank.groups])
    forms = pa.array(["", *bank.survey.forms])
    yield "respondent", _said(sheet, headings.about.get("respondent"), made_up)
    yield "council", _said(sheet, headings.about.get("council"), EVERY_COUNCIL)
    yield "group", groups.take(pa.array(np.maximum(people.group, 0)))
    yield "wave", _said(sheet, headings.about.get("wave"), "")
    yield "form", forms.take(pa.array(np.maximum(people.form, 0)))
    yield "file", file
    yield "row", row


def _said(sheet: Sheet, place: int | None, otherwise: pa.Array | str) -> pa.ChunkedArray:
    """What a column says, and something else where it is blank or there is none."""
    blank = pa.chunked_array([pa.repeat("", len(sheet.rows))])
    words = blank if place is None else sheet.words(place)
    return pc.if_else(pc.equal(words, ""), otherwise, words)


def _in_order(entries: Sequence[SetAside]) -> tuple[SetAside, ...]:
    return tuple(sorted(entries, key=attrgetter("file", "row", "column")))
