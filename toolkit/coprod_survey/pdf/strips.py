"""The unit of layout: a strip as wide as the text that is never cut.

Every block becomes strips: a paragraph one a line, a table one a row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from coprod_survey.pdf.canvas import TaggedCanvas

Paint: TypeAlias = Callable[[TaggedCanvas, float], None]
"""Draws a strip, given the height of its upper edge on the page."""

Area: TypeAlias = tuple[float, float, float, float]
"""Left, foot, width and height of a part of a page."""


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A background behind strips that stand together; drawn anew on each page."""

    left: float
    width: float
    padding: float
    paint: Callable[[TaggedCanvas, Area], None]


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Columns side by side; `step` is from the left of one to the left of the next."""

    count: int
    step: float


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A piece of a block: its height and what it draws.

    `before` and `after` ask for space; the larger of two neighbours' wishes is kept, and none at
    the top of a page but a panel's padding. `glued` strips do not part from the next, and
    `held` ones only where the whole is longer than a page. `running` strips are drawn above this
    one when it starts a page: a table's header. Strips of one `flow` fill its columns.
    """

    height: float
    paint: Paint
    what: str = "text"
    before: float = 0.0
    after: float = 0.0
    glued: bool = False
    held: bool = False
    breaks: bool = False
    panel: Panel | None = None
    running: tuple[Strip, ...] = ()
    anchor: str | None = None
    flow: Flow | None = None


def glue(strips: Sequence[Strip]) -> list[Strip]:
    """The strips as one piece, still free to part from what follows."""
    return [replace(strip, glued=True) for strip in strips[:-1]] + list(strips[-1:])


def hold(strips: Sequence[Strip]) -> list[Strip]:
    """The strips on one page if a page can hold them."""
    return [replace(strip, held=True) for strip in strips[:-1]] + list(strips[-1:])


def spaced(strips: Sequence[Strip], before: float, after: float) -> list[Strip]:
    """The strips with room above the first and below the last."""
    if not strips:
        return []
    first = replace(strips[0], before=max(before, strips[0].before))
    result = [first, *strips[1:]]
    result[-1] = replace(result[-1], after=max(after, result[-1].after))
    return result


def moved(strips: Sequence[Strip], right: float) -> list[Strip]:
    """The strips, and the panels behind them, drawn further right."""
    if not right:
        return list(strips)
    panels = {panel: replace(panel, left=panel.left + right) for panel in _panels(strips)}
    return [
        replace(
            strip,
            paint=_moved_paint(strip.paint, right),
            panel=panels[strip.panel] if strip.panel else None,
        )
        for strip in strips
    ]


def _panels(strips: Sequence[Strip]) -> set[Panel]:
    return {strip.panel for strip in strips if strip.panel}


def _moved_paint(paint: Paint, right: float) -> Paint:
    def painted(canvas: TaggedCanvas, top: float) -> None:
        with canvas.moved(right):
            paint(canvas, top)

    return painted
