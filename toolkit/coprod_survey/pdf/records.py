"""A table whose columns do not fit the page: each row a record, names beside values.

It happens in large print. The structure is the same table, with its header and its rows; only the
picture is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.cells import TableCell
from coprod_survey.pdf.strips import Strip, hold
from coprod_survey.pdf.text import break_lines
from coprod_survey.pdf.typeset import (
    HEAVY,
    LIGHT,
    Ink,
    Setting,
    baseline,
    draw_line,
    draw_repeated,
    draw_rule,
)

_LABELS = 0.38
"""The share of the width that the names of the columns take."""


def record_strips(
    header: Sequence[TableCell], body: Sequence[TableCell], setting: Setting
) -> list[list[Strip]]:
    """The strips of each row; the names are content in the first row and artifacts after it."""
    rows = [list(cells) for _, cells in groupby(body, key=lambda cell: cell.row)]
    return [
        hold([_above(cells[0], setting), *(_pair(cell, header, setting) for cell in cells)])
        for cells in rows
    ]


def _above(cell: TableCell, setting: Setting) -> Strip:
    """The rule above a record."""
    weight = LIGHT if cell.row else HEAVY
    ends = setting.left, setting.left + setting.width
    room = setting.style.table.size * 0.5
    return Strip(
        room * 2, lambda canvas, top: draw_rule(canvas, ends, top - room, weight, setting.style)
    )


def _pair(cell: TableCell, header: Sequence[TableCell], setting: Setting) -> Strip:
    """The names of the columns a cell covers, and its value beside them."""
    kind, fonts = setting.style.table, setting.fonts
    bold = replace(kind, bold=True)
    split = setting.width * _LABELS
    names = [
        (name, line)
        for name in header[cell.column : cell.column + cell.columns]
        for line in break_lines(name.text, bold, fonts, split - kind.size)
    ]
    value = break_lines(cell.text, kind, fonts, setting.width - split)
    ink = Ink(kind, setting.style.ink, setting.style.link)

    def paint(canvas: TaggedCanvas, top: float) -> None:
        for number, (name, line) in enumerate(names):
            place = (setting.left, baseline(top - number * kind.leading, kind))
            if cell.row:
                draw_repeated(canvas, line, place, ink)
            else:
                draw_line(canvas, line, place, ink, name.node)
        for number, line in enumerate(value):
            place = (setting.left + split, baseline(top - number * kind.leading, kind))
            draw_line(canvas, line, place, ink, cell.node)

    return Strip(max(len(names), len(value), 1) * kind.leading, paint, what="table row")
