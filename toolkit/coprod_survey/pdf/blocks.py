"""What a document is made of: frozen values that say what is meant, never how it is drawn.

Text is an `Inline` everywhere: a string, or a tuple of strings and spans. Runs of blanks and line
breaks in it count as one space. A `Span.link` is a web address or, after a `#`, the anchor of a
heading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from coprod_survey.pdf.answers import (
    AnswerBoxes,
    AnswerLines,
    CheckField,
    ChoiceList,
    RadioField,
    TextField,
)
from coprod_survey.pdf.inline import Inline

if TYPE_CHECKING:
    from coprod_survey.pdf.fonts import Fonts

Painter: TypeAlias = "Callable[[Any, Fonts], None]"
"""Draws a figure on a ReportLab canvas whose origin is the figure's lower left corner."""

Role = Literal["body", "lead", "small", "quiet"]
Tone = Literal["plain", "key", "caution"]
Alignment = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, which is also a bookmark and a place links can go to."""

    level: int
    text: Inline
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is larger, `small` is smaller, `quiet` is smaller and grey."""

    text: Inline
    role: Role = "body"


ListItem: TypeAlias = "Inline | tuple[Inline, BulletList | NumberedList]"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list in no order; an item is text, or a pair of text and a nested list."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list whose order matters, numbered from `start`."""

    items: tuple[ListItem, ...]
    start: int = 1


def parted(item: ListItem) -> tuple[Inline, BulletList | NumberedList | None]:
    """The text of an item and the list nested in it, if there is one."""
    nested = item[-1] if isinstance(item, tuple) and item else None
    if isinstance(nested, BulletList | NumberedList):
        return cast("Inline", item[0]), nested
    return cast("Inline", item), None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words, set off from the text."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or a source line, smaller than the text."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Box:
    """A framed panel. The tone changes its frame only, so its words must say what it is."""

    blocks: tuple[Paragraph | BulletList | NumberedList | Heading, ...]
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell that covers several columns or rows; leave the cells it covers out."""

    text: Inline
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, repeated on every page it runs over.

    `widths` are shares of the width of the text, otherwise the contents decide. `align` has one
    entry a column, otherwise columns of numbers are set right and others left.
    """

    caption: Inline
    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline | Cell, ...], ...]
    widths: tuple[float, ...] | None = None
    row_headers: bool = True
    align: tuple[Alignment, ...] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, its text alternative, and the table of its numbers.

    The table follows the chart. With `table_visible=False` it goes to the end of the document,
    under `Document.tables_heading`, and a line under the chart links to it.
    """

    width: float
    height: float
    paint: Painter
    alt: str
    table: Table
    table_visible: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents of the headings that come after it, down to `depth`."""

    title: Inline
    depth: int = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document that belongs together, usually with a heading of its own."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks in columns side by side, read one column after another; even where they end.

    `gap` is the room between two columns, in points. Columns do not go inside columns.
    """

    blocks: tuple[Block, ...]
    count: int = 2
    gap: float = 20.0


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page, where a page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | Quote
    | Note
    | Box
    | Table
    | Figure
    | Contents
    | ChoiceList
    | AnswerLines
    | AnswerBoxes
    | RadioField
    | CheckField
    | TextField
    | Section
    | Columns
    | KeepTogether
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready for `render`.

    `language` is a BCP 47 tag such as `en-GB` or `cy`. `banner` stands at the top of every page,
    and is read out once. `page_label`, `tables_heading` and `table_label` are the only words this
    layer adds; give them in the document's language.
    """

    title: str
    author: str
    subject: str
    language: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    banner: str = ""
    page_label: str = "Page {page} of {pages}"
    tables_heading: str = "The numbers behind the charts"
    table_label: str = "See the numbers on page {page}"
