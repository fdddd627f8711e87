"""The unit of layout: a strip as wide as the page that is never cut, and how strips fill pages.

Every block becomes strips: a paragraph one a line, a table one a row. A page break falls only
between strips that are not glued to each other, so splitting needs no code of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.errors import PdfError

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
class Strip:
    """A piece of a block: its height and what it draws.

    `before` and `after` ask for space; the larger of two neighbours' wishes is kept, and none at
    the top of a page but a panel's padding. `glued` strips do not part from the next, and
    `held` ones only where the whole is longer than a page. `running` strips are drawn above this
    one when it starts a page: a table's header.
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


class Placed(NamedTuple):
    """A strip and the height of its upper edge above the foot of the page."""

    strip: Strip
    top: float


Page: TypeAlias = tuple[Placed, ...]

_TOLERANCE = 0.01


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


def paginate(strips: Iterable[Strip], top: float, bottom: float) -> tuple[Page, ...]:
    """The strips on pages whose text reaches from `top` down to `bottom`; at least one page."""
    filling = _Filling(top, bottom)
    for piece in _pieces(strips, lambda strip: strip.glued or strip.held):
        filling.add(piece)
    return tuple(tuple(page) for page in filling.pages if page) or ((),)


def _pieces(strips: Iterable[Strip], tied: Callable[[Strip], bool]) -> Iterator[list[Strip]]:
    """Strips that are tied to the next, with the one they are tied to."""
    piece: list[Strip] = []
    for strip in strips:
        if strip.breaks and piece:
            yield piece
            piece = []
        piece.append(strip)
        if strip.breaks or not tied(strip):
            yield piece
            piece = []
    if piece:
        yield piece


class _Filling:
    """Pages being filled from the first."""

    def __init__(self, top: float, bottom: float) -> None:
        self.top = top
        self.bottom = bottom
        self.pages: list[list[Placed]] = [[]]
        self.y = top

    def add(self, piece: list[Strip]) -> None:
        if piece[0].breaks:
            self._turn()
        elif _height([*piece[0].running, *piece], None) <= self.top - self.bottom + _TOLERANCE:
            if not self._fits(piece):
                self._turn()
            self._place(piece)
        else:
            self._part(piece)

    def _part(self, piece: list[Strip]) -> None:
        """Parts what is longer than a page: first where it is only held, else anywhere."""
        parts = list(_pieces(piece, lambda strip: strip.glued))
        if len(parts) > 1:
            for part in parts:
                self.add(part)
        else:
            for strip in piece:
                if not self._fits([strip]):
                    self._turn()
                self._place([strip])

    def _fits(self, piece: Sequence[Strip]) -> bool:
        return _height(piece, self._last()) <= self.y - self.bottom + _TOLERANCE

    def _last(self) -> Strip | None:
        return self.pages[-1][-1].strip if self.pages[-1] else None

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.y = self.top

    def _place(self, piece: list[Strip]) -> None:
        if not self.pages[-1]:
            for running in piece[0].running:
                self._put(running)
        for strip in piece:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        self.y -= _gap(self._last(), strip)
        if self.y - strip.height < self.bottom - _TOLERANCE:
            raise PdfError(f"A {strip.what} is taller than a page; make it shorter or narrower.")
        self.pages[-1].append(Placed(strip, self.y))
        self.y -= strip.height


def _gap(last: Strip | None, strip: Strip) -> float:
    """The space above a strip, with the padding of a panel that ends or starts there."""
    wish = max(last.after, strip.before) if last else 0.0
    ended = last.panel if last else None
    if ended is strip.panel:
        return wish
    return wish + sum(panel.padding for panel in (ended, strip.panel) if panel)


def _height(piece: Sequence[Strip], last: Strip | None) -> float:
    """The height of the strips after another, with the lower padding of a panel."""
    height = 0.0
    for strip in piece:
        height += _gap(last, strip) + strip.height
        last = strip
    return height + (last.panel.padding if piece and last and last.panel else 0.0)


def panel_areas(page: Page) -> Iterator[tuple[Panel, Area]]:
    """Each panel on a page and the area it fills behind its strips."""
    for panel, group in groupby(page, key=lambda placed: placed.strip.panel):
        if panel:
            strips = list(group)
            top = strips[0].top + panel.padding
            foot = strips[-1].top - strips[-1].strip.height - panel.padding
            yield panel, (panel.left, foot, panel.width, top - foot)
