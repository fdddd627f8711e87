"""Sheet: a returns file as text in columns, before anyone has asked what it means."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from coprod_survey.errors import ReturnsError
from coprod_survey.model.problem import Problem, Where
from coprod_survey.model.returns import SetAside

Positions = npt.NDArray[np.intp]
"""Rows of a sheet, counted from 0."""

Mask = npt.NDArray[np.bool_]
"""Whether something holds, shape (rows,)."""

LONGEST_VALUE = 200
"""Letters of a cell or row that are repeated where it is set aside."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One column: its different texts, and which of them each row holds.

    People choose from few answers, so a rule looks at a few texts however many rows there are.
    Space around a text is left out.
    """

    heading: str
    texts: tuple[str, ...]
    index: npt.NDArray[np.int32]

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

    def column(self, place: int) -> TextColumn:
        """The column at a place counted from 0."""
        encoded = self.cells[place].dictionary_encode()
        indices = [chunk.indices.to_numpy() for chunk in encoded.chunks]
        texts = encoded.chunk(0).dictionary.to_pylist() if indices else []
        return TextColumn(
            heading=self.headings[place],
            texts=tuple(text.strip() for text in texts),
            index=np.concatenate(indices) if indices else np.array([], dtype=np.int32),
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """Rows, or cells of one column, that are not used, and why. `column` is what they are shown by."""

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


def cut_short(text: str) -> str:
    """The beginning of a long text, and a short one whole."""
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def unusable(file: str, code: str, message: str, hint: str, line: int = 0) -> ReturnsError:
    """The error for a file that cannot be used at all."""
    where = Where(file, line, 1) if line else Where(file)
    return ReturnsError([Problem(where, code, message, hint)])
