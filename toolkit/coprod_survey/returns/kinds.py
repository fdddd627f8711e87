"""Columns → answers: a function for each kind of question."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, assert_never

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item
from coprod_survey.model.returns import Codes
from coprod_survey.model.variable import DONT_KNOW, NOT_SHOWN, SKIPPED
from coprod_survey.returns.asked import (
    Answers,
    Asked,
    Placed,
    asked,
    counts,
    refused,
    settled,
    unasked,
)
from coprod_survey.returns.columns import Column, columns_of, kept_names
from coprod_survey.returns.headings import Headings
from coprod_survey.returns.match import BLANK, NOT_TICKED, TICKED, codes_of
from coprod_survey.returns.sheet import Mask, Refusal, Sheet, TextColumn

NOT_TOGETHER = "ticked together with an answer that stands alone"
SAME_PLACE = "given the same place as another"


class Filled(NamedTuple):
    """A column of a bank, and the one of a file that fills it."""

    expected: Column
    column: TextColumn

    @property
    def raw(self) -> Codes:
        """The code of every row, before it is known who was asked."""
        return codes_of(self.column, self.expected.lexicon)


def read_answers(sheet: Sheet, headings: Headings, bank: Bank, people: Placed) -> Answers:
    """Read every item of a bank.

    A variable without a column was shown to nobody. An empty cell is skipped, or not shown where
    the respondent's group or form does not ask it. What is not an answer is refused and counts as
    skipped; what was not asked is refused and counts as not shown.
    """
    nobody = np.zeros(len(sheet.rows), dtype=np.bool_)
    answers = Answers(nobody, nobody)
    for item_id, columns in columns_of(bank).items():
        item = bank.items[item_id]
        if filled := _filled(columns, sheet, headings):
            answers |= _of_item(item, filled, asked(item, bank, people))
    unseen = np.full(len(sheet.rows), NOT_SHOWN, dtype=np.int8)
    unsaid = pa.repeat("", len(sheet.rows))
    open_items = [item.id for item in bank.items.values() if item.kind == "text"]
    return replace(
        answers,
        codes={name: answers.codes.get(name, unseen) for name in kept_names(bank)},
        texts={name: answers.texts.get(name, unsaid) for name in open_items},
    )


def _filled(columns: tuple[Column, ...], sheet: Sheet, headings: Headings) -> tuple[Filled, ...]:
    places = ((column, headings.answers.get(column.variable.name)) for column in columns)
    return tuple(Filled(column, sheet.column(n)) for column, n in places if n is not None)


def _of_item(item: Item, filled: tuple[Filled, ...], who: Asked) -> Answers:
    match item.kind:
        case "one" | "number":
            return _one(filled[0], who)
        case "many":
            return _many(filled, item.choose or len(filled), who)
        case "rank":
            return _rank(filled, who)
        case "text" | "note":
            return _text(filled[0], who)
        case _:
            assert_never(item.kind)


def _one(filled: Filled, who: Asked) -> Answers:
    raw = filled.raw
    codes, given = settled(raw, who), raw != BLANK
    return Answers(
        given=given,
        usable=counts(codes),
        codes={filled.expected.variable.name: codes},
        refused=refused(raw, given, filled.column, who),
    )


def _text(filled: Filled, who: Asked) -> Answers:
    column = filled.column
    usable = column.filled & who.shown
    said = pa.array(column.texts, pa.string()).take(pa.array(column.index))
    return Answers(
        given=column.filled,
        usable=usable,
        texts={filled.expected.variable.name: pc.if_else(pa.array(usable), said, "")},
        refused=unasked(column.filled, column, who),
    )


def _many(filled: tuple[Filled, ...], most: int, who: Asked) -> Answers:
    """An option left blank is not ticked where another of the item says something.

    Too many ticks, or "none of these" among others, tell nothing: those ticks are refused and the
    item counts as skipped.
    """
    raw = np.array([one.raw for one in filled])
    given = (raw != BLANK) & (raw != NOT_TICKED)
    codes = settled(raw, who)
    codes[(raw == BLANK) & who.shown & (codes > SKIPPED).any(axis=0)] = NOT_TICKED
    ticked = codes == TICKED
    number = ticked.sum(axis=0)
    alone = np.array([one.expected.means != "answer" for one in filled])
    mixed = ticked[alone].any(axis=0) & (number > 1)
    over = (number > most) & ~mixed
    codes[:, mixed | over] = SKIPPED
    codes[:, (codes[_unsure(filled)] == TICKED).any(axis=0)] = DONT_KNOW
    return Answers(
        given=given.any(axis=0),
        usable=((codes == TICKED) | (codes < NOT_SHOWN)).any(axis=0),
        codes=_kept(codes, filled),
        refused=(
            *_refused(raw, given, filled, who),
            *_cells(ticked & mixed, NOT_TOGETHER, filled),
            *_cells(ticked & over, f"more than {most} ticked", filled),
        ),
    )


def _rank(filled: tuple[Filled, ...], who: Asked) -> Answers:
    """Options given the same place are refused; the other places of the row stand."""
    raw = np.array([one.raw for one in filled])
    unsure = _unsure(filled)[:, None]
    given = (raw != BLANK) & ~(unsure & (raw == NOT_TICKED))
    codes = settled(raw, who)
    places = np.where(unsure, np.int8(SKIPPED), codes)
    twice = np.zeros_like(given)
    for place in range(1, len(filled) + 1):
        twice |= (places == place) & ((places == place).sum(axis=0) > 1)
    dont_know = unsure & (codes == TICKED)
    mixed = dont_know & (places > SKIPPED).any(axis=0)
    codes[twice] = SKIPPED
    codes[:, (dont_know & ~mixed).any(axis=0)] = DONT_KNOW
    kept = _kept(codes, filled)
    return Answers(
        given=given.any(axis=0),
        usable=np.any([counts(code) for code in kept.values()], axis=0) & who.shown,
        codes=kept,
        refused=(
            *_refused(raw, given, filled, who),
            *_cells(twice, SAME_PLACE, filled),
            *_cells(mixed, NOT_TOGETHER, filled),
        ),
    )


def _kept(codes: Codes, filled: tuple[Filled, ...]) -> dict[str, Codes]:
    return {
        one.expected.variable.name: code
        for one, code in zip(filled, codes, strict=True)
        if one.expected.is_kept
    }


def _unsure(filled: tuple[Filled, ...]) -> Mask:
    """Which columns are don't know: they hold no answers of their own."""
    return np.array([one.expected.means == "dont_know" for one in filled])


def _refused(raw: Codes, given: Mask, filled: tuple[Filled, ...], who: Asked) -> Iterator[Refusal]:
    for n, one in enumerate(filled):
        yield from refused(raw[n], given[n], one.column, who)


def _cells(where: Mask, reason: str, filled: tuple[Filled, ...]) -> Iterator[Refusal]:
    for n, one in enumerate(filled):
        yield Refusal(np.flatnonzero(where[n]), reason, one.column)
