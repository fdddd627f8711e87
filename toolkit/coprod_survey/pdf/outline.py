"""The headings of a document, and what can be wrong with a document before it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from coprod_survey.pdf.answers import ChoiceList
from coprod_survey.pdf.asked import check_answers
from coprod_survey.pdf.blocks import (
    BulletList,
    Columns,
    Document,
    Figure,
    Heading,
    Note,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Table,
    parted,
)
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.inline import Span
from coprod_survey.pdf.text import plain

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with the name links and bookmarks know it by."""

    level: int
    text: str
    anchor: str


def outline(document: Document) -> tuple[Entry, ...]:
    """Every heading in order, the one over the tables at the end among them.

    Raises:
        PdfError: a heading jumps a level, an anchor is used twice or is not there, a figure has
            no text alternative, words are missing, or the document has no title or no language that
            can be told, or a label, a table or a place to answer does not add up.
    """
    _check_document(document)
    blocks = tuple(_parts(document.blocks))
    headings = [block for block in blocks if isinstance(block, Heading)]
    if any(isinstance(block, Figure) and not block.table_visible for block in blocks):
        headings.append(Heading(min(2, len(headings) + 1), document.tables_heading))
    entries = tuple(
        Entry(heading.level, plain(heading.text), heading.anchor or f"heading.{number}")
        for number, heading in enumerate(headings, start=1)
    )
    _check_levels(entries)
    _check_anchors(entries, document)
    for block in blocks:
        _check_words(block)
        _check_parts(block)
    check_answers(blocks)
    return entries


def _parts(value: Any) -> Iterator[Any]:
    """Every value inside a value, from the first to the last: blocks, cells, spans."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from _parts(part)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


def _check_document(document: Document) -> None:
    if not document.title.strip():
        raise PdfError("The document has no title; screen readers say it first.")
    spans = (part for part in _parts(document.blocks) if isinstance(part, Span))
    for language in (document.language, *(span.language for span in spans)):
        if language is not None and not _LANGUAGE.fullmatch(language):
            raise PdfError(f"The language “{language}” is not a tag such as en-GB or cy.")
    for label in (document.page_label, document.table_label):
        try:
            label.format(page=1, pages=1)
        except (KeyError, IndexError, ValueError):
            raise PdfError(f"“{label}” may hold {{page}} and {{pages}}, no other braces.") from None


def _check_levels(entries: tuple[Entry, ...]) -> None:
    above = 0
    for entry in entries:
        if not entry.text:
            raise PdfError(f"A heading of level {entry.level} has no text.")
        if not 1 <= entry.level <= min(6, above + 1):
            after = f"after one of level {above}" if above else "at the start"
            raise PdfError(
                f"The heading “{entry.text}” has level {entry.level} {after}; "
                f"give it at most level {min(6, above + 1)}."
            )
        above = entry.level


def _check_anchors(entries: tuple[Entry, ...], document: Document) -> None:
    known: set[str] = set()
    for entry in entries:
        if entry.anchor in known:
            raise PdfError(f"The anchor “{entry.anchor}” belongs to two headings.")
        known.add(entry.anchor)
    for part in _parts(document.blocks):
        link = part.link if isinstance(part, Span) else None
        if link is not None and link.startswith("#") and link[1:] not in known:
            raise PdfError(
                f"The link “{part.text}” leads to “{link}”, which is no heading's anchor."
            )


def _check_words(block: Any) -> None:
    """Refuses what would be an empty element: a reader would stop at it and say nothing."""
    match block:
        case Figure(alt=alt, table=table) if not alt.strip():
            caption = plain(table.caption)
            raise PdfError(f"The figure with the table “{caption}” has no text alternative.")
        case Table(caption=caption) if not plain(caption):
            raise PdfError("A table has no caption.")
        case Table(header=()) | Table(rows=()):
            raise PdfError(f"The table “{plain(block.caption)}” has no columns or no rows.")
        case Table(header=header, widths=widths, align=align) if not (
            len(widths or header) == len(align or header) == len(header)
        ):
            raise PdfError(
                f"The table “{plain(block.caption)}” has {len(header)} columns; "
                "give as many widths and alignments."
            )
        case Paragraph(text=text) | Quote(text=text) | Note(text=text) if not plain(text):
            raise PdfError(f"A {type(block).__name__.lower()} has no text.")
        case BulletList(items=items) | NumberedList(items=items) | ChoiceList(items=items):
            if not items or not all(plain(parted(item)[0]) for item in items):
                raise PdfError("A list has no items, or an item without text.")
        case _:
            pass


def _check_parts(block: Any) -> None:
    """Refuses a block that holds others, but none, or none that it may hold."""
    match block:
        case Section(blocks=()) | Columns(blocks=()):
            raise PdfError(f"A {type(block).__name__} holds no blocks.")
        case Columns(blocks=inside) if any(isinstance(part, Columns) for part in _parts(inside)):
            raise PdfError("Columns cannot stand inside columns.")
        case Columns(count=count) if count < 1:
            raise PdfError(f"There cannot be {count} columns; give 1 or more.")
        case _:
            pass
