"""Where a reader answers: by hand on paper, or in the file itself.

The blocks for paper may carry a key for each place to mark, an item and an option; `render_paper`
says where on the sheets each of them stands. The fields carry the name that their answer is read
back by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coprod_survey.pdf.inline import Inline

Shape = Literal["circle", "square"]

Key: TypeAlias = tuple[str, str]
"""An item, and an option or a digit of its answer."""

Rectangle: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""


@dataclass(frozen=True, slots=True)
class MarkBox:
    """Where on paper an answer may stand: the page, counted from 1, and the area to look at.

    For lines to write on, the option is empty.
    """

    page: int
    item: str
    option: str
    area: Rectangle
    shape: Literal["circle", "square", "lines"]


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """Answers to mark on paper: an empty circle (one answer) or square (several) beside each.

    `side_by_side` sets them in one row of equal columns; it falls back to a list where the words
    do not fit. `keys` has one entry an answer, or none.
    """

    items: tuple[Inline, ...]
    shape: Shape = "circle"
    side_by_side: bool = False
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """Ruled lines to write on, under their label; `item` is what is asked."""

    count: int
    label: Inline = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class AnswerBoxes:
    """A row of boxes, one for each digit, after their label; `keys` has one entry a box."""

    count: int
    label: Inline = ""
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class RadioField:
    """One answer of several, marked in the file: pairs of the value read back and its words.

    `value` is the answer marked beforehand; with none, nothing is.
    """

    name: str
    label: Inline
    options: tuple[tuple[str, Inline], ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class CheckField:
    """A box to tick in the file, before its words; it is read back as `Yes` or `Off`.

    `tip` is what a screen reader says, where the words say too little without those around them.
    """

    name: str
    label: Inline
    checked: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TextField:
    """Text to type in the file, under its label, on one line or several.

    `most` limits the number of characters, and a field of one line is no wider than they need.
    Line breaks in `value` are kept.
    """

    name: str
    label: Inline
    lines: int = 1
    value: str = ""
    most: int | None = None
    tip: str = ""
