"""Tables as strips: a caption, then columns and rows, or records where columns do not fit."""

from __future__ import annotations

from dataclasses import replace

from coprod_survey.pdf.blocks import Table
from coprod_survey.pdf.cells import body_cells, header_cells
from coprod_survey.pdf.grid import lay_grid
from coprod_survey.pdf.records import record_strips
from coprod_survey.pdf.rows import row_strips
from coprod_survey.pdf.strips import Strip, glue, spaced
from coprod_survey.pdf.typeset import Setting, text_strips


def table_strips(table: Table, setting: Setting, anchor: str | None = None) -> list[Strip]:
    """A caption glued to the header and the first row, then the other rows.

    Raises:
        PdfError: a row has more or fewer cells than the header.
    """
    style = setting.style
    node = setting.node.add("Table")
    kind = replace(style.table, bold=True)
    caption = text_strips(table.caption, kind, setting, node.add("Caption"))
    caption[0] = replace(caption[0], anchor=anchor)
    caption[-1] = replace(caption[-1], after=kind.size * 0.3)
    header, body = header_cells(table, node), body_cells(table, node)
    grid = lay_grid(table, body, setting)
    if grid:
        head, rows = row_strips(header, body, grid)
        start, rest = [*caption, head, *rows[:1]], rows[1:]
    else:
        first, *others = record_strips(header, body, setting)
        start, rest = [*caption, *first], [strip for record in others for strip in record]
    return spaced([*glue(start), *rest], style.gap, style.gap * 2)
