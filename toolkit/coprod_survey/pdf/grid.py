"""A table as a grid: which cell covers which places, and where the columns are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from coprod_survey.pdf.blocks import Alignment, Cell, Inline, Table
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.style import Type
from coprod_survey.pdf.text import Line, break_lines, narrowest, plain, widest
from coprod_survey.pdf.typeset import Setting

_SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}
_NUMBER = re.compile(r"[-−+±<≥≤~]?\s?£?\d[\d,.\s]*\s?%?(\s?(to|[-–±])\s?£?[\d.,]+\s?%?)?|[-−–—*]|")


@dataclass(frozen=True, slots=True)
class Placing:
    """A cell of the body, and the first row and column it covers."""

    cell: Cell
    row: int
    column: int

    @property
    def last_row(self) -> int:
        """The last row it covers."""
        return self.row + self.cell.rows - 1


def place_cells(table: Table) -> tuple[Placing, ...]:
    """Every cell of the body at its place, row by row.

    Raises:
        PdfError: a row has more or fewer cells than the header, or cells overlap.
    """
    columns, placings = len(table.header), list[Placing]()
    covered: Counter[tuple[int, int]] = Counter()
    for row, cells in enumerate(table.rows):
        column = 0
        for given in cells:
            cell = given if isinstance(given, Cell) else Cell(given)
            while (row, column) in covered:
                column += 1
            placings.append(Placing(cell, row, column))
            covered.update(
                product(range(row, row + cell.rows), range(column, column + cell.columns))
            )
            column += cell.columns
    wanted = Counter(product(range(len(table.rows)), range(columns)))
    wrong = (covered - wanted) + (wanted - covered)
    if wrong:
        raise PdfError(
            f"Row {min(wrong)[0] + 1} of the table “{plain(table.caption)}” "
            f"does not fill its {columns} columns."
        )
    return tuple(placings)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of a table are, and how their text is set."""

    setting: Setting
    edges: tuple[float, ...]
    align: tuple[Alignment, ...]
    padding: float

    @property
    def kind(self) -> Type:
        """The type of the table."""
        return self.setting.style.table

    def ends(self, placing: Placing) -> tuple[float, float]:
        """The left and right edge of a cell."""
        return self.edges[placing.column], self.edges[placing.column + placing.cell.columns]

    def lines(self, placing: Placing, kind: Type) -> tuple[Line, ...]:
        """The text of a cell, broken to its width."""
        left, right = self.ends(placing)
        room = right - left - 2 * self.padding
        return break_lines(placing.cell.text, kind, self.setting.fonts, room)

    def start(self, placing: Placing, line: Line) -> float:
        """Where a line of a cell starts."""
        left, right = self.ends(placing)
        slack = right - left - 2 * self.padding - line.width
        return left + self.padding + slack * _SHARE[self.align[placing.column]]


def lay_grid(table: Table, placings: Sequence[Placing], setting: Setting) -> Grid:
    """The columns of a table: as wide as was asked, or as their contents want."""
    padding = setting.style.table.size * 0.45
    single = [placing for placing in placings if placing.cell.columns == 1]
    texts = [
        [header, *(placing.cell.text for placing in single if placing.column == column)]
        for column, header in enumerate(table.header)
    ]
    widths = (
        [setting.width * share / sum(table.widths) for share in table.widths]
        if table.widths
        else _widths(texts, setting, padding)
    )
    edges = tuple(setting.left + sum(widths[:column]) for column in range(len(widths) + 1))
    align = table.align or tuple(_alignment(column[1:]) for column in texts)
    return Grid(setting, edges, align, padding)


def _alignment(texts: Sequence[Inline]) -> Alignment:
    numbers = all(_NUMBER.fullmatch(plain(text)) for text in texts)
    return "right" if texts and numbers else "left"


def _widths(texts: Sequence[Sequence[Inline]], setting: Setting, padding: float) -> list[float]:
    """Widths that no word outgrows, and that share what is left by what each column would like.

    A small table stays small, so that the eye need not cross an empty page to read a row.
    """
    bold, fonts = replace(setting.style.table, bold=True), setting.fonts
    least = [max(narrowest(text, bold, fonts) for text in column) for column in texts]
    most = [max(widest(text, bold, fonts) for text in column) for column in texts]
    room = setting.width - 2 * padding * len(texts)
    if sum(least) > room:
        shares = [room * wish / sum(least) for wish in least]
    elif sum(most) <= room:
        slack = min((room - sum(most)) / len(texts), 2.5 * bold.size)
        shares = [wish + slack for wish in most]
    else:
        spare = (room - sum(least)) / (sum(most) - sum(least))
        shares = [low + spare * (high - low) for low, high in zip(least, most, strict=True)]
    return [share + 2 * padding for share in shares]
