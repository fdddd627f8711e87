"""A briefing as a value: blocks in reading order, before any is laid out."""

from dataclasses import dataclass
from typing import Literal

from coprod_survey.model.drawing import Drawing

Role = Literal["body", "lead", "small"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title and stands once."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` sets it larger, `small` is for notes."""

    text: str
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; the first column names the rows."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, the words that say what it shows, and the table of its numbers."""

    title: str
    drawing: Drawing
    alternative: str
    table: Table


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact set apart: a short text, where it comes from, and what it does not show."""

    text: str
    source: str
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader could do, and why it is suggested.

    `strength` says how strong the evidence is, `example` where it was done, `caution` what to
    watch.
    """

    do: str
    because: str
    strength: str
    example: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Caveat:
    """A limit the reader must know, set apart from the text."""

    text: str


Block = Heading | Paragraph | Bullets | Table | Chart | Fact | Action | Caveat


@dataclass(frozen=True, slots=True)
class Furniture:
    """The few words a page needs beside the blocks, in the language of the briefing.

    `page_label` takes {page} and {pages}, `table_label` takes {page}.
    """

    page_label: str
    table_label: str
    tables_heading: str
    show_table: str
    skip_link: str
    notice: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing. `banner` stands on every page: simulated answers, untested questions.

    `pages` is the length on paper it was written for.
    """

    title: str
    audience: str
    council: str | None
    language: str
    author: str
    summary: str
    banner: str
    footer: str
    pages: int
    furniture: Furniture
    blocks: tuple[Block, ...]
