"""Charts as drawings: pure geometry, from numbers to shapes on a sheet measured in points.

Colour is never the only sign: the reader's group is a filled dot with its interval, the group it
stands beside an open square, all others small open rings, and every figure is written out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from coprod_survey.model.drawing import Circle, Drawing, Label, Line, Rectangle, Shape

WIDTH: Final = 465.0
LEFT: Final = 186.0
RIGHT: Final = 380.0
VALUE: Final = 392.0

SIZE: Final = 9.5
LEADING: Final = 11.0
LETTER: Final = 0.52
"""Width of an average letter in sizes of type, on the safe side."""

INK: Final = "#1a1a1a"
QUIET: Final = "#4a4a4a"
OWN: Final = "#12344d"
FAINT: Final = "#767f87"
GRID: Final = "#c9d0d6"

SIGN: Final = 28.0
"""Room for a sign in the key."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A score with the ends of its interval, where it has one."""

    mean: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class DotRow:
    """A line of a dot plot; without `own`, `text` says why in its place."""

    label: str
    own: Dot | None
    text: str
    beside: float | None = None
    faint: tuple[float, ...] = ()
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Key:
    """What the signs stand for; a sign with no words is not used in the chart."""

    own: str
    beside: str = ""
    faint: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The words at both ends of the scale, and a value to mark on it with its words."""

    low: str
    high: str
    reference: float | None = None
    reference_label: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a bar chart: a share from 0 to 1 and the figure written beside it."""

    label: str
    share: float
    text: str


def dot_plot(rows: Sequence[DotRow], axis: Axis, key: Key, room: float = 6.0) -> Drawing:
    """Scores from 0 to 100 as dots with their intervals; `room` is the space between lines."""
    top = _key_height(key) + (LEADING + 2 if axis.reference is not None else 0)
    places = list(_places([row.label for row in rows], top, room))
    bottom = places[-1][1] if places else top
    shapes: list[Shape] = [*_key(key), *_scale(top, bottom, axis)]
    for row, (start, end) in zip(rows, places, strict=True):
        shapes += _row_label(row.label, start, end, bold=False)
        shapes += _dots(row, (start + end) / 2)
    return Drawing(WIDTH, bottom + 2 * LEADING + 4, tuple(shapes))


def bar_chart(rows: Sequence[Bar], room: float = 6.0) -> Drawing:
    """Shares as bars from a common line, the whole width standing for the largest or a half."""
    widest = max([0.5, *(row.share for row in rows)])
    places = list(_places([row.label for row in rows], 2, room))
    bottom = places[-1][1] if places else 2.0
    shapes: list[Shape] = []
    for row, (start, end) in zip(rows, places, strict=True):
        length = (RIGHT - LEFT) * row.share / widest
        shapes += _row_label(row.label, start, end, bold=False)
        shapes.append(Rectangle(LEFT, (start + end) / 2 - 5, length, 10, OWN))
        shapes.append(_value(row.text, LEFT + length + 6, (start + end) / 2))
    shapes.append(Line(LEFT, 2, LEFT, bottom, QUIET, 1))
    return Drawing(WIDTH, bottom + 4, tuple(shapes))


def wrapped(text: str, width: float, size: float = SIZE) -> list[str]:
    """The text in lines that fit the width, by the average width of a letter."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and len(longer) * LETTER * size <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _places(labels: Sequence[str], top: float, room: float) -> Iterator[tuple[float, float]]:
    for label in labels:
        bottom = top + LEADING * max(1, len(wrapped(label, LEFT - 8))) + room
        yield top, bottom
        top = bottom


def _row_label(label: str, start: float, end: float, *, bold: bool) -> Iterator[Shape]:
    lines = wrapped(label, LEFT - 8)
    first = (start + end) / 2 - LEADING * (len(lines) - 1) / 2 + SIZE * 0.35
    for n, line in enumerate(lines):
        yield Label(0, first + n * LEADING, line, SIZE, INK, bold=bold)


def _x(value: float) -> float:
    return LEFT + (RIGHT - LEFT) * min(max(value, 0), 100) / 100


def _scale(top: float, bottom: float, axis: Axis) -> Iterator[Shape]:
    for value in (0, 25, 50, 75, 100):
        yield Line(_x(value), top, _x(value), bottom, GRID, 0.75)
        yield Label(_x(value), bottom + LEADING, str(value), SIZE - 1, QUIET, "middle")
    yield Label(LEFT, bottom + 2 * LEADING, axis.low, SIZE - 1, QUIET)
    yield Label(RIGHT, bottom + 2 * LEADING, axis.high, SIZE - 1, QUIET, "end")
    if axis.reference is not None:
        x = _x(axis.reference)
        yield Line(x, top - 2, x, bottom, INK, 1.25, (4, 2))
        yield Label(x, top - 5, axis.reference_label, SIZE, INK, "middle", bold=True)


def _dots(row: DotRow, y: float) -> Iterator[Shape]:
    for value in row.faint:
        yield Circle(_x(value), y, 2.6, None, FAINT)
    if row.beside is not None:
        yield Rectangle(_x(row.beside) - 3.5, y - 3.5, 7, 7, "#ffffff", INK)
    if row.own is None:
        yield Rectangle(LEFT + 2, y - 6, len(row.text) * LETTER * SIZE, 12, "#ffffff")
        yield _value(row.text, LEFT + 4, y)
        return
    if row.own.low is not None and row.own.high is not None:
        yield Line(_x(row.own.low), y, _x(row.own.high), y, OWN, 2)
    yield Circle(_x(row.own.mean), y, 4, OWN if row.strong else "#ffffff", OWN)
    yield _value(row.text, VALUE, y)


def _value(text: str, x: float, y: float) -> Label:
    return Label(x, y + SIZE * 0.35, text, SIZE, INK)


def _key_places(key: Key) -> list[tuple[float, float]]:
    """Where each entry of the key starts and how far down it stands, side by side if they fit."""
    x, y, places = 0.0, LEADING / 2 + 1, list[tuple[float, float]]()
    for words in (key.own, key.beside, key.faint):
        reach = SIGN + len(words) * LETTER * SIZE + 14
        if x and x + reach > WIDTH:
            x, y = 0.0, y + LEADING + 2
        places.append((x, y))
        x += reach if words else 0
    return places


def _key_height(key: Key) -> float:
    return _key_places(key)[-1][1] + LEADING if key.own else 4.0


def _key(key: Key) -> Iterator[Shape]:
    own, beside, faint = _key_places(key)
    if key.own:
        x, y = own
        yield Line(x, y, x + 22, y, OWN, 2)
        yield Circle(x + 11, y, 4, OWN, OWN)
        yield _value(key.own, x + SIGN, y)
    if key.beside:
        x, y = beside
        yield Rectangle(x + 7.5, y - 3.5, 7, 7, "#ffffff", INK)
        yield _value(key.beside, x + SIGN, y)
    if key.faint:
        x, y = faint
        yield Circle(x + 11, y, 2.6, None, FAINT)
        yield _value(key.faint, x + SIGN, y)
