"""What a document must say when it is read aloud, worked out from its blocks alone."""

from collections.abc import Iterator
from typing import Any

from coprod_survey.pdf import (
    AnswerBoxes,
    AnswerLines,
    Block,
    Box,
    BulletList,
    Cell,
    CheckField,
    ChoiceList,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    KeepTogether,
    NumberedList,
    PageBreak,
    RadioField,
    Section,
    Span,
    Table,
    TextField,
)
from coprod_survey.pdf.blocks import parted


def words(text: Any) -> str:
    parts = text if isinstance(text, tuple) else (text,)
    plain = "".join(part.text if isinstance(part, Span) else part for part in parts)
    return " ".join(plain.split())


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Box | Columns | KeepTogether | Section):
            yield from flat(block.blocks)
        else:
            yield block


def speech(document: Document) -> list[str]:
    """The texts of a document in order; page numbers, which depend on the layout, are left out."""
    blocks = list(flat(document.blocks))
    late = [block for block in blocks if isinstance(block, Figure) and not block.table_visible]
    if late:
        blocks += [Heading(2, document.tables_heading), *(figure.table for figure in late)]
    said = [document.banner] if document.banner else []
    for place, block in enumerate(blocks):
        said += _said(block, blocks[place:], document)
    return [text for text in said if text]


def _said(block: Block, rest: list[Block], document: Document) -> Iterator[str]:
    match block:
        case Contents(title=title, depth=depth):
            yield words(title)
            yield from (
                words(heading.text)
                for heading in rest
                if isinstance(heading, Heading) and heading.level <= depth
            )
        case Table():
            yield from _table(block)
        case Figure(alt=alt, table=table, table_visible=visible):
            yield alt
            yield from _table(table) if visible else [document.table_label]
        case BulletList() | NumberedList():
            yield from _list(block, "•")
        case ChoiceList(items=items):
            yield from map(words, items)
        case AnswerLines(label=label) | AnswerBoxes(label=label):
            yield words(label)
        case RadioField(label=label, options=options):
            yield words(label)
            yield from (words(text) for _, text in options)
        case CheckField(label=label) | TextField(label=label):
            yield words(label)
        case PageBreak():
            return
        case _:
            yield words(block.text)  # type: ignore[union-attr]  # every other block has text


def _table(table: Table) -> Iterator[str]:
    yield words(table.caption)
    yield from map(words, table.header)
    for row in table.rows:
        yield from (words(cell.text if isinstance(cell, Cell) else cell) for cell in row)


def _list(block: BulletList | NumberedList, bullet: str) -> Iterator[str]:
    for number, item in enumerate(block.items):
        text, nested = parted(item)
        yield f"{block.start + number}." if isinstance(block, NumberedList) else bullet
        yield words(text)
        if nested:
            yield from _list(nested, "–" if bullet == "•" else "•")
