"""Sheet: a returns file as text in columns, before anyone has asked what it means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from coprod_survey.errors import ReturnsError
from coprod_survey.model.problem import Problem, Where
from coprod_survey.model.returns import SetAside

Positions = npt.NDArray[np.intp]
"""Rows of a sheet, counted from 0."""

Mask = npt.NDArray[np.bool_]
"""Whether something holds, shape (rows,)."""

LONGEST_VALUE = 200
"""Letters of a cell or row that are repeated where it is set aside."""


SINGLE_BYTES = ("", *map(chr, range(1, 128)))
"""Every text of at most one byte, at the place of that byte."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One column: the texts it may hold, and which of them each row does.

    People choose from few answers, so a rule looks at a few texts however many rows there are.
    Space around a text is left out.
    """

    heading: str
    texts: tuple[str, ...]
    index: npt.NDArray[np.integer[Any]]

    def rows_where(self, wanted: list[bool]) -> Mask:
        """The rows whose text is one of those wanted, given as one truth for each text."""
        return np.array(wanted, dtype=np.bool_).take(self.index)

    @property
    def filled(self) -> Mask:
        """The rows where something is written."""
        return self.rows_where([bool(text) for text in self.texts])

    def text_at(self, position: int) -> str:
        """What a row holds, cut short where it is long."""
        return cut_short(self.texts[self.index[position]])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file as text. `rows[i]` is the row a spreadsheet shows for row i here.

    `set_aside` has the rows that are not as wide as the headings; they are in no column.
    """

    file: str
    encoding: str
    headings: tuple[str, ...]
    cells: tuple[pa.ChunkedArray, ...]
    rows: npt.NDArray[np.int64]
    set_aside: tuple[SetAside, ...] = ()

    def words(self, place: int) -> pa.ChunkedArray:
        """What each row of a column says, without space around it, where most rows differ."""
        return pc.utf8_trim_whitespace(self.cells[place])

    def column(self, place: int) -> TextColumn:
        """The column at a place counted from 0, for one where many rows say the same."""
        texts, index = _distinct(self.cells[place])
        return TextColumn(self.headings[place], tuple(map(str.strip, texts)), index)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Rows, or cells of one column, that are not used, and why.

    The reason is a few words, the same for all that are alike, with a colon before what is not.
    `column` is what the rows are shown by.
    """

    where: Positions
    reason: str
    column: TextColumn | None = None

    def among(self, mask: Mask) -> "Refusal":
        """The part of the refusal that falls in the rows of a mask."""
        return Refusal(self.where[mask[self.where]], self.reason, self.column)

    def cells(self, sheet: Sheet) -> Iterator[SetAside]:
        """An entry for each cell."""
        heading = self.column.heading if self.column else ""
        return (
            SetAside(sheet.file, int(sheet.rows[row]), heading, self._text(row), self.reason)
            for row in self.where
        )

    def whole_rows(self, sheet: Sheet) -> Iterator[SetAside]:
        """An entry for each row as a whole."""
        return (
            SetAside(sheet.file, int(sheet.rows[row]), "", self._text(row), self.reason)
            for row in self.where
        )

    def _text(self, row: int) -> str:
        return self.column.text_at(row) if self.column else ""


def _distinct(cells: pa.ChunkedArray) -> tuple[Sequence[str], npt.NDArray[np.integer[Any]]]:
    """The texts of some cells, and which of them each cell holds.

    Most answers are codes of one digit, and a byte is its own place in a list of all of them;
    where there are many rows that is the quicker way by far.
    """
    if len(cells) > len(SINGLE_BYTES):
        single = [codes for chunk in cells.chunks if (codes := _single_bytes(chunk)) is not None]
        if len(single) == cells.num_chunks:
            return SINGLE_BYTES, np.concatenate(single)
    encoded = cells.dictionary_encode().combine_chunks()
    return encoded.dictionary.to_pylist(), encoded.indices.to_numpy()


def _single_bytes(cells: pa.StringArray) -> npt.NDArray[np.uint8] | None:
    """The byte that is all of each cell, 0 where it is empty; None if a cell has more."""
    _, offsets, data = cells.buffers()
    ends = np.frombuffer(offsets, np.int32)[cells.offset : cells.offset + len(cells) + 1]
    lengths = np.diff(ends)
    if lengths.max(initial=0) > 1:
        return None
    single = np.zeros(len(cells), dtype=np.uint8)
    if lengths.any():
        single[lengths == 1] = np.frombuffer(data, np.uint8)[ends[0] : ends[-1]]
    return single


def cut_short(text: str) -> str:
    """The beginning of a long text, and a short one whole."""
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def unusable(file: str, code: str, message: str, hint: str, line: int = 0) -> ReturnsError:
    """The error for a file that cannot be used at all."""
    where = Where(file, line, 1) if line else Where(file)
    return ReturnsError([Problem(where, code, message, hint)])
