"""The cells of a table: which places of the grid each covers, and its element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from coprod_survey.pdf.blocks import Cell, Table
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.inline import Inline
from coprod_survey.pdf.text import plain
from coprod_survey.pdf.tree import Node


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell at its place, counted from the upper left, and its element."""

    text: Inline
    node: Node
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def last_row(self) -> int:
        """The last row it covers."""
        return self.row + self.rows - 1


def header_cells(table: Table, node: Node) -> tuple[TableCell, ...]:
    """The cells of the header row, as new children of the table's element."""
    line = node.add("THead").add("TR")
    return tuple(
        TableCell(text, line.add("TH", "<</O/Table/Scope/Column>>"), 0, column)
        for column, text in enumerate(table.header)
    )


def body_cells(table: Table, node: Node) -> tuple[TableCell, ...]:
    """The other cells, row by row, as new children of the table's element.

    Raises:
        PdfError: a row has more or fewer cells than the header, or cells overlap.
    """
    body = node.add("TBody")
    lines = [body.add("TR") for _ in table.rows]
    return tuple(
        TableCell(
            cell.text,
            lines[row].add(*_tag(cell, is_header=table.row_headers and column == 0)),
            row,
            column,
            cell.rows,
            cell.columns,
        )
        for cell, row, column in _places(table)
    )


def _places(table: Table) -> Iterator[tuple[Cell, int, int]]:
    """Each cell with the first row and the first column it covers."""
    covered: Counter[tuple[int, int]] = Counter()
    for row, cells in enumerate(table.rows):
        column = 0
        for given in cells:
            cell = given if isinstance(given, Cell) else Cell(given)
            while (row, column) in covered:
                column += 1
            yield cell, row, column
            covered.update(
                product(range(row, row + cell.rows), range(column, column + cell.columns))
            )
    wanted = Counter(product(range(len(table.rows)), range(len(table.header))))
    wrong = (covered - wanted) + (wanted - covered)
    if wrong:
        raise PdfError(
            f"Row {min(wrong)[0] + 1} of the table “{plain(table.caption)}” "
            f"does not fill its {len(table.header)} columns."
        )


def _tag(cell: Cell, *, is_header: bool) -> tuple[str, str]:
    """The tag and the attributes of a cell."""
    attributes = "/Scope/Row" if is_header else ""
    attributes += f"/ColSpan {cell.columns}" if cell.columns > 1 else ""
    attributes += f"/RowSpan {cell.rows}" if cell.rows > 1 else ""
    return "TH" if is_header else "TD", f"<</O/Table{attributes}>>" if attributes else ""
