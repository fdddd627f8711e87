"""Tables as strips: a caption, a header that is repeated on every page, and a strip a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_survey.pdf.blocks import Cell, Table
from coprod_survey.pdf.canvas import PAGINATION, TaggedCanvas
from coprod_survey.pdf.grid import Grid, Placing, lay_grid, place_cells
from coprod_survey.pdf.strips import Paint, Strip, glue, spaced
from coprod_survey.pdf.style import Type
from coprod_survey.pdf.text import Line
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Ink, Setting, baseline, colour, draw_line, show, text_strips

_HEAVY, _LIGHT = 1.0, 0.4


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with its element and its text, broken into lines."""

    placing: Placing
    node: Node
    lines: tuple[Line, ...]


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
    placings = place_cells(table)
    grid = lay_grid(table, placings, setting)
    header = _header(table, grid, node.add("THead").add("TR"))
    body = _body(placings, table, grid, node.add("TBody"))
    rows = _row_strips(body, len(table.rows), grid, _header_strip(header, grid, repeated=True))
    top = [*caption, _header_strip(header, grid, repeated=False), *rows[:1]]
    return spaced([*glue(top), *rows[1:]], style.gap, style.gap * 2)


def _header(table: Table, grid: Grid, line: Node) -> list[_Set]:
    kind = replace(grid.kind, bold=True)
    placings = (Placing(Cell(text), 0, column) for column, text in enumerate(table.header))
    return [
        _Set(placing, line.add("TH", "<</O/Table/Scope/Column>>"), grid.lines(placing, kind))
        for placing in placings
    ]


def _body(placings: Sequence[Placing], table: Table, grid: Grid, body: Node) -> list[_Set]:
    rows = [body.add("TR") for _ in table.rows]
    return [
        _Set(placing, rows[placing.row].add(*_tag(placing, table)), grid.lines(placing, grid.kind))
        for placing in placings
    ]


def _tag(placing: Placing, table: Table) -> tuple[str, str]:
    """The tag and the attributes of a cell."""
    is_header, cell = table.row_headers and placing.column == 0, placing.cell
    attributes = "/Scope/Row" if is_header else ""
    attributes += f"/ColSpan {cell.columns}" if cell.columns > 1 else ""
    attributes += f"/RowSpan {cell.rows}" if cell.rows > 1 else ""
    return "TH" if is_header else "TD", f"<</O/Table{attributes}>>" if attributes else ""


def _header_strip(header: Sequence[_Set], grid: Grid, *, repeated: bool) -> Strip:
    """The header; where it is repeated, an artifact."""
    kind = replace(grid.kind, bold=True)
    lines = max(len(cell.lines) for cell in header)
    height = lines * kind.leading + 2 * grid.padding

    def paint(canvas: TaggedCanvas, top: float) -> None:
        _fill(canvas, grid, top, height)
        for cell in header:
            lower = top - (lines - len(cell.lines)) * kind.leading
            _draw_cell(canvas, cell, lower, kind, grid, repeated=repeated)

    return Strip(height, paint, what="table header", glued=True)


def _fill(canvas: TaggedCanvas, grid: Grid, top: float, height: float) -> None:
    ends = grid.edges[0], grid.edges[-1]
    with canvas.artifact():
        canvas.setFillColor(colour(grid.setting.style.tint))
        canvas.rect(ends[0], top - height, ends[1] - ends[0], height, stroke=0, fill=1)
        _rule(canvas, grid, top, ends, _HEAVY)
        _rule(canvas, grid, top - height, ends, _HEAVY)


def _rule(
    canvas: TaggedCanvas, grid: Grid, y: float, ends: tuple[float, float], width: float
) -> None:
    style = grid.setting.style
    canvas.setStrokeColor(colour(style.heading if width == _HEAVY else style.rule))
    canvas.setLineWidth(width)
    canvas.line(ends[0], y, ends[1], y)


def _draw_cell(
    canvas: TaggedCanvas, cell: _Set, top: float, kind: Type, grid: Grid, *, repeated: bool = False
) -> None:
    style = grid.setting.style
    ink = Ink(kind, style.ink, style.link)
    for number, line in enumerate(cell.lines):
        y = baseline(top - grid.padding - number * kind.leading, kind)
        place = (grid.start(cell.placing, line), y)
        if repeated:
            with canvas.artifact(PAGINATION):
                show(canvas, line.runs, place, ink)
        else:
            draw_line(canvas, line, place, ink, cell.node)


def _row_strips(body: Sequence[_Set], rows: int, grid: Grid, running: Strip) -> list[Strip]:
    """The rows; those one cell covers stay together, and so do the last two."""
    joined = {row for cell in body for row in range(cell.placing.row, cell.placing.last_row)}
    starting: dict[int, list[_Set]] = defaultdict(list)
    ending: dict[int, list[Placing]] = defaultdict(list)
    for cell in body:
        starting[cell.placing.row].append(cell)
        ending[cell.placing.last_row].append(cell.placing)
    return [
        Strip(
            height,
            _row_painter(starting[row], _Rules(ending[row], height, row == rows - 1), grid),
            what="table row",
            glued=row in joined or row == rows - 2,
            running=(running,),
        )
        for row, height in enumerate(_heights(body, rows, grid))
    ]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules at the foot of a row: under the cells that end there."""

    cells: Sequence[Placing]
    height: float
    is_last: bool


def _row_painter(cells: Sequence[_Set], rules: _Rules, grid: Grid) -> Paint:
    def paint(canvas: TaggedCanvas, top: float) -> None:
        for cell in cells:
            _draw_cell(canvas, cell, top, grid.kind, grid)
        with canvas.artifact():
            for placing in rules.cells:
                width = _HEAVY if rules.is_last else _LIGHT
                _rule(canvas, grid, top - rules.height, grid.ends(placing), width)

    return paint


def _heights(body: Sequence[_Set], rows: int, grid: Grid) -> list[float]:
    """The height of each row; the last row a cell covers takes what the cell still needs."""
    heights = [grid.kind.leading + 2 * grid.padding] * rows
    for cell in body:
        first, last = cell.placing.row, cell.placing.last_row
        needed = len(cell.lines) * grid.kind.leading + 2 * grid.padding
        heights[last] = max(heights[last], needed - sum(heights[first:last]))
    return heights
