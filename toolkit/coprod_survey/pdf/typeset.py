"""Lines of text as strips, and how a line gets onto the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor

from coprod_survey.pdf.canvas import PAGINATION, TaggedCanvas
from coprod_survey.pdf.fonts import Fonts, text_width
from coprod_survey.pdf.inline import Inline
from coprod_survey.pdf.strips import Strip
from coprod_survey.pdf.style import Style, Type
from coprod_survey.pdf.text import Line, Owner, Run, break_lines
from coprod_survey.pdf.tree import Node

HEAVY, LIGHT = 1.0, 0.4


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: its column, and its parent in the structure.

    `page_of` gives the page index of every anchor once the layout is done.
    """

    style: Style
    fonts: Fonts
    node: Node
    left: float
    width: float
    page_of: Mapping[str, int]

    def narrowed(self, node: Node, indent: float, right: float = 0.0) -> Setting:
        """A column inside this one, for what belongs to `node`."""
        return replace(self, node=node, left=self.left + indent, width=self.width - indent - right)

    @property
    def measure(self) -> float:
        """The width of running text: no line longer than is easy to read."""
        return min(self.width, self.style.measure)


@cache
def colour(code: str) -> Any:
    """A ReportLab colour from `#rrggbb`."""
    return HexColor(code)


def baseline(top: float, kind: Type) -> float:
    """Where a line stands whose strip starts at `top`: its capitals are centred in it."""
    return top - kind.leading / 2 - kind.size * 0.33


@dataclass(frozen=True, slots=True)
class Ink:
    """How a line is drawn; links of the text's own colour are not underlined."""

    kind: Type
    colour: str
    link: str


def draw_line(
    canvas: TaggedCanvas, line: Line, place: tuple[float, float], ink: Ink, node: Node
) -> None:
    """Draws a line at its baseline as content of `node`, its links as links."""
    x, y = place
    for owner, group in groupby(line.runs, key=lambda run: run.owner):
        runs = list(group)
        right = x + sum(text_width(run.text, run.face) for run in runs) * ink.kind.size
        if owner is None:
            _draw_in(canvas, node, runs, (x, y), ink)
        else:
            node.adopt(owner.node)
            _draw_owned(canvas, owner, runs, (x, y, right), ink)
        x = right


def _draw_owned(
    canvas: TaggedCanvas,
    owner: Owner,
    runs: Sequence[Run],
    place: tuple[float, float, float],
    ink: Ink,
) -> None:
    x, y, right = place
    if owner.target is None:
        _draw_in(canvas, owner.node, runs, (x, y), ink)
        return
    _draw_in(canvas, owner.node, runs, (x, y), replace(ink, colour=ink.link))
    size = ink.kind.size
    last = runs[-1]
    right -= text_width(last.text[len(last.text.rstrip(" ")) :], last.face) * size
    canvas.link(owner.node, owner.target, owner.text, (x, y - 0.25 * size, right, y + 0.8 * size))
    if ink.link == ink.colour:
        return
    with canvas.artifact():
        canvas.setStrokeColor(colour(ink.link))
        canvas.setLineWidth(size * 0.05)
        canvas.line(x, y - 0.13 * size, right, y - 0.13 * size)


def _draw_in(
    canvas: TaggedCanvas, node: Node, runs: Sequence[Run], place: tuple[float, float], ink: Ink
) -> None:
    with canvas.tagged(node):
        show(canvas, runs, place, ink)


def show(canvas: TaggedCanvas, runs: Sequence[Run], place: tuple[float, float], ink: Ink) -> None:
    """Draws runs of text inside a tag or artifact that is already open."""
    text = canvas.beginText(*place)
    text.setFillColor(colour(ink.colour))
    for run in runs:
        text.setFont(run.face, ink.kind.size)
        text.textOut(run.text)
    canvas.drawText(text)


def draw_repeated(canvas: TaggedCanvas, line: Line, place: tuple[float, float], ink: Ink) -> None:
    """Draws a line that was read out before, as an artifact of the page."""
    with canvas.artifact(PAGINATION):
        show(canvas, line.runs, place, ink)


def draw_rule(
    canvas: TaggedCanvas, ends: tuple[float, float], y: float, weight: float, style: Style
) -> None:
    """Draws a rule of a table from one end to the other."""
    with canvas.artifact():
        canvas.setStrokeColor(colour(style.heading if weight == HEAVY else style.rule))
        canvas.setLineWidth(weight)
        canvas.line(ends[0], y, ends[1], y)


def text_strips(
    text: Inline,
    kind: Type,
    setting: Setting,
    node: Node,
    tone: str | None = None,
    width: float | None = None,
) -> list[Strip]:
    """The text as strips, one a line; the first two, and the last two, stay together.

    It is no wider than running text should be, unless a width is given. Text that is empty still
    takes one line.
    """
    style = setting.style
    ink = Ink(kind, tone or style.ink, style.link)
    lines = break_lines(text, kind, setting.fonts, width or setting.measure)

    def strip(number: int, line: Line) -> Strip:
        return Strip(
            kind.leading,
            lambda canvas, top: draw_line(
                canvas, line, (setting.left, baseline(top, kind)), ink, node
            ),
            glued=number in {0, len(lines) - 2} and number < len(lines) - 1,
        )

    return [strip(number, line) for number, line in enumerate(lines or (Line((), 0.0),))]
