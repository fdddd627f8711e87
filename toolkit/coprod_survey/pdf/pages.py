"""How strips fill pages, and the columns of a page.

A break falls only between strips that are not tied to each other, so splitting needs no code of its
own. Columns are filled as if they were pages, then set side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.strips import Area, Flow, Panel, Strip, moved


class Placed(NamedTuple):
    """A strip and the height of its upper edge above the foot of the page."""

    strip: Strip
    top: float


Page: TypeAlias = tuple[Placed, ...]
Bounds: TypeAlias = Callable[[int], tuple[float, float]]
"""The upper and the lower end of a page or column, by its number."""

_TOLERANCE = 0.01
_HALVINGS = 10


def paginate(strips: Iterable[Strip], top: float, bottom: float) -> tuple[Page, ...]:
    """The strips on pages whose text reaches from `top` down to `bottom`; at least one page."""
    filling = _Filling(top - bottom, lambda _: (top, bottom))
    runs = [(flow, list(run)) for flow, run in groupby(strips, key=lambda strip: strip.flow)]
    for place, (flow, run) in enumerate(runs):
        if flow:
            filling.pour(flow, run)
        else:
            after = runs[place + 1][1] if place + 1 < len(runs) else []
            filling.fill(run, next(_pieces(after, _tied), []))
    return tuple(tuple(page) for page in filling.pages if page) or ((),)


def _tied(strip: Strip) -> bool:
    return strip.glued or strip.held


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
    """Pages being filled from the first; `room` is the height of a whole one."""

    def __init__(self, room: float, bounds: Bounds) -> None:
        self.room = room
        self.bounds = bounds
        self.pages: list[list[Placed]] = [[]]
        self.y, self.bottom = bounds(0)

    def fill(self, strips: Sequence[Strip], after: Sequence[Strip] = ()) -> None:
        """Takes strips in; where the last is tied to what comes after, there is room for that."""
        pieces = list(_pieces(strips, _tied))
        for piece in pieces[:-1]:
            self._add(piece)
        if pieces:
            self._add(pieces[-1], after if _tied(pieces[-1][-1]) else ())

    def pour(self, flow: Flow, strips: Sequence[Strip]) -> None:
        """Takes strips into columns side by side, as even as can be where they end."""
        last = self._last()
        start = self.y - (_gap(last, Strip(0.0, strips[0].paint, before=strips[0].before)))
        columns = self._columns(flow, strips, start if last else self.y)
        foot = self.y
        for number, column in enumerate(columns):
            side = number % flow.count
            if number and not side:
                self._turn()
                foot = self.y
            for strip, top in column:
                padding = strip.panel.padding if strip.panel else 0.0
                foot = min(foot, top - strip.height - padding)
            placed = moved([strip for strip, _ in column], side * flow.step)
            self.pages[-1] += map(Placed, placed, (top for _, top in column))
        self.y = foot

    def _columns(
        self, flow: Flow, strips: Sequence[Strip], start: float
    ) -> Sequence[Sequence[Placed]]:
        """The columns of every page one after another, the last page's as short as will do."""
        top, bottom = self.bounds(len(self.pages))

        def filled(foot: float, page: int) -> Sequence[Sequence[Placed]]:
            def bounds(column: int) -> tuple[float, float]:
                here = column // flow.count
                return start if here == 0 else top, foot if here == page else bottom

            filling = _Filling(self.room, bounds)
            filling.fill(strips)
            return filling.pages

        page = (len(filled(bottom, 0)) - 1) // flow.count
        low, high = bottom, start if page == 0 else top
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if len(filled(middle, page)) <= (page + 1) * flow.count:
                low = middle
            else:
                high = middle
        return filled(low, page)

    def _add(self, piece: list[Strip], after: Sequence[Strip] = ()) -> None:
        whole = _height([*piece[0].running, *piece], None)
        if piece[0].breaks:
            if self.pages[-1]:
                self._turn()
        elif whole <= self.room + _TOLERANCE:
            fits_with = _height([*piece[0].running, *piece, *after], None) <= self.room
            self._turn_unless_fits([*piece, *after] if fits_with else piece)
            self._place(piece)
        else:
            self._part(piece)

    def _part(self, piece: list[Strip]) -> None:
        """Parts what is longer than a page: first where it is only held, else anywhere."""
        parts = list(_pieces(piece, lambda strip: strip.glued))
        if len(parts) > 1:
            for part in parts:
                self._add(part)
        else:
            for strip in piece:
                self._turn_unless_fits([strip])
                self._place([strip])

    def _turn_unless_fits(self, piece: Sequence[Strip]) -> None:
        """Turns pages to one with room for the piece, or to a whole one that has none on it."""
        while not self._fits(piece) and (self.pages[-1] or self._is_short()):
            self._turn()

    def _fits(self, piece: Sequence[Strip]) -> bool:
        running = () if self.pages[-1] else piece[0].running
        return _height([*running, *piece], self._last()) <= self.y - self.bottom + _TOLERANCE

    def _is_short(self) -> bool:
        return self.y - self.bottom < self.room - _TOLERANCE

    def _last(self) -> Strip | None:
        return self.pages[-1][-1].strip if self.pages[-1] else None

    def _turn(self) -> None:
        self.pages.append([])
        self.y, self.bottom = self.bounds(len(self.pages) - 1)

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
