"""The rows of a table whose columns fit the page, a strip each, under a repeated header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.cells import TableCell
from coprod_survey.pdf.grid import Grid
from coprod_survey.pdf.strips import Paint, Strip
from coprod_survey.pdf.text import Line
from coprod_survey.pdf.typeset import (
    HEAVY,
    LIGHT,
    Ink,
    baseline,
    colour,
    draw_line,
    draw_repeated,
    draw_rule,
)


def row_strips(
    header: Sequence[TableCell], body: Sequence[TableCell], grid: Grid
) -> tuple[Strip, list[Strip]]:
    """The header, and the rows, above which it is repeated on every page."""
    running = _header_strip(header, grid, repeated=True)
    return _header_strip(header, grid, repeated=False), _body_strips(body, grid, running)


def _header_strip(header: Sequence[TableCell], grid: Grid, *, repeated: bool) -> Strip:
    """The header, its cells standing on one line; where it is repeated, an artifact."""
    kind = replace(grid.kind, bold=True)
    cells = [(cell, grid.lines(cell, kind)) for cell in header]
    most = max(len(lines) for _, lines in cells)
    height = most * kind.leading + 2 * grid.padding

    def paint(canvas: TaggedCanvas, top: float) -> None:
        _fill(canvas, grid, top, height)
        for cell, lines in cells:
            lower = top - (most - len(lines)) * kind.leading
            _draw_cell(canvas, (cell, lines), lower, grid, repeated=repeated)

    return Strip(height, paint, what="table header", glued=True)


def _fill(canvas: TaggedCanvas, grid: Grid, top: float, height: float) -> None:
    left, right = grid.edges[0], grid.edges[-1]
    with canvas.artifact():
        canvas.setFillColor(colour(grid.setting.style.tint))
        canvas.rect(left, top - height, right - left, height, stroke=0, fill=1)
    draw_rule(canvas, (left, right), top, HEAVY, grid.setting.style)
    draw_rule(canvas, (left, right), top - height, HEAVY, grid.setting.style)


def _draw_cell(
    canvas: TaggedCanvas,
    cell_and_lines: tuple[TableCell, Sequence[Line]],
    top: float,
    grid: Grid,
    *,
    repeated: bool = False,
) -> None:
    cell, lines = cell_and_lines
    style = grid.setting.style
    ink = Ink(grid.kind, style.ink, style.link)
    for number, line in enumerate(lines):
        y = baseline(top - grid.padding - number * grid.kind.leading, grid.kind)
        place = (grid.start(cell, line), y)
        if repeated:
            draw_repeated(canvas, line, place, ink)
        else:
            draw_line(canvas, line, place, ink, cell.node)


def _body_strips(body: Sequence[TableCell], grid: Grid, running: Strip) -> list[Strip]:
    """The rows; those one cell covers stay together, and so do the last two."""
    cells = [(cell, grid.lines(cell, grid.kind)) for cell in body]
    heights = _heights(cells, grid)
    joined = {row for cell in body for row in range(cell.row, cell.last_row)} | {len(heights) - 2}
    starting: dict[int, list[tuple[TableCell, Sequence[Line]]]] = defaultdict(list)
    ending: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for cell, lines in cells:
        starting[cell.row].append((cell, lines))
        ending[cell.last_row].append(grid.ends(cell))
    weights = [LIGHT] * (len(heights) - 1) + [HEAVY]
    return [
        Strip(
            height,
            _row_painter(starting[row], _Foot(_joined(ending[row]), height, weights[row]), grid),
            what="table row",
            glued=row in joined,
            running=(running,),
        )
        for row, height in enumerate(heights)
    ]


def _heights(cells: Sequence[tuple[TableCell, Sequence[Line]]], grid: Grid) -> list[float]:
    """The height of each row; the last row a cell covers takes what the cell still needs."""
    rows = max(cell.last_row for cell, _ in cells) + 1
    heights = [grid.kind.leading + 2 * grid.padding] * rows
    for cell, lines in cells:
        needed = len(lines) * grid.kind.leading + 2 * grid.padding
        above = sum(heights[cell.row : cell.last_row])
        heights[cell.last_row] = max(heights[cell.last_row], needed - above)
    return heights


@dataclass(frozen=True, slots=True)
class _Foot:
    """The foot of a row: rules under the cells that end there."""

    rules: Sequence[tuple[float, float]]
    height: float
    weight: float


def _joined(rules: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Rules that touch as one."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted(rules):
        if joined and joined[-1][1] == left:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined


def _row_painter(
    cells: Sequence[tuple[TableCell, Sequence[Line]]], foot: _Foot, grid: Grid
) -> Paint:
    def paint(canvas: TaggedCanvas, top: float) -> None:
        for cell in cells:
            _draw_cell(canvas, cell, top, grid)
        for ends in foot.rules:
            draw_rule(canvas, ends, top - foot.height, foot.weight, grid.setting.style)

    return paint
