"""A drawing as a value: a few shapes in points, origin at the top left, y downwards.

Charts are worked out once as a drawing; PDF and SVG only draw the shapes.
"""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` gives lengths of stroke and gap, empty for a solid line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle; `stroke` draws its outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    stroke: str | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round (x, y); without fill only its outline is drawn."""

    x: float
    y: float
    radius: float
    fill: str | None
    stroke: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Text on one line with its baseline at y."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = "start"
    bold: bool = False


Shape = Line | Rectangle | Circle | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of `width` by `height` points, drawn in order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
