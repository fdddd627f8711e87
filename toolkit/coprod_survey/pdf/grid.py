"""The columns of a table: how wide each is, and where the text of a cell stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_survey.pdf.blocks import Alignment, Table
from coprod_survey.pdf.cells import TableCell
from coprod_survey.pdf.inline import Inline
from coprod_survey.pdf.style import Type
from coprod_survey.pdf.text import Line, break_lines, extent, plain
from coprod_survey.pdf.typeset import Setting

_SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}
_NUMBER = re.compile(r"[-−+±<≥≤~]?\s?£?\d[\d,.\s]*\s?%?(\s?(to|[-–±])\s?£?[\d.,]+\s?%?)?|[-−–—*]|")


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

    def ends(self, cell: TableCell) -> tuple[float, float]:
        """The left and right edge of a cell."""
        return self.edges[cell.column], self.edges[cell.column + cell.columns]

    def lines(self, cell: TableCell, kind: Type) -> tuple[Line, ...]:
        """The text of a cell, broken to its width."""
        left, right = self.ends(cell)
        room = right - left - 2 * self.padding
        return break_lines(cell.text, kind, self.setting.fonts, room)

    def start(self, cell: TableCell, line: Line) -> float:
        """Where a line of a cell starts."""
        left, right = self.ends(cell)
        slack = right - left - 2 * self.padding - line.width
        return left + self.padding + slack * _SHARE[self.align[cell.column]]


def lay_grid(table: Table, body: Sequence[TableCell], setting: Setting) -> Grid | None:
    """The columns, as wide as was asked or as they want; None where some word does not fit."""
    padding = setting.style.table.size * 0.45
    single = [cell for cell in body if cell.columns == 1]
    texts = [
        [header, *(cell.text for cell in single if cell.column == column)]
        for column, header in enumerate(table.header)
    ]
    widths = _widths(texts, table.widths, setting, padding)
    if not widths:
        return None
    edges = tuple(setting.left + sum(widths[:column]) for column in range(len(widths) + 1))
    align = table.align or tuple(_alignment(column[1:]) for column in texts)
    return Grid(setting, edges, align, padding)


def _alignment(texts: Sequence[Inline]) -> Alignment:
    numbers = all(_NUMBER.fullmatch(plain(text)) for text in texts)
    return "right" if texts and numbers else "left"


def _widths(
    texts: Sequence[Sequence[Inline]],
    shares: tuple[float, ...] | None,
    setting: Setting,
    padding: float,
) -> list[float] | None:
    bold, fonts = replace(setting.style.table, bold=True), setting.fonts
    extents = [[extent(text, bold, fonts) for text in column] for column in texts]
    least = [max(word for word, _ in column) for column in extents]
    room = setting.width - 2 * padding * len(texts)
    if shares:
        widths = [setting.width * share / sum(shares) - 2 * padding for share in shares]
    elif sum(least) <= room:
        widths = _shared(least, _wishes(extents, room), room, bold.size)
    else:
        return None
    if any(width < word - 0.01 for width, word in zip(widths, least, strict=True)):
        return None
    return [width + 2 * padding for width in widths]


def _wishes(extents: Sequence[Sequence[tuple[float, float]]], room: float) -> list[float]:
    """The width each column would like: no cell broken, and where that is too much, names are."""
    whole = [max(line for _, line in column) for column in extents]
    if sum(whole) <= room:
        return whole
    return [max(word, 0.6 * line, *(wish for _, wish in cells)) for (word, line), *cells in extents]


def _shared(least: list[float], wishes: list[float], room: float, size: float) -> list[float]:
    """Widths that share what the longest words leave by what each column would like.

    A small table stays small, so that the eye need not cross an empty page to read a row.
    """
    spare = room - sum(wishes)
    if spare >= 0:
        return [wish + min(spare / len(wishes), 2.5 * size) for wish in wishes]
    stretch = (room - sum(least)) / (sum(wishes) - sum(least))
    return [low + stretch * (high - low) for low, high in zip(least, wishes, strict=True)]
