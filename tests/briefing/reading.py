"""A briefing as the words a reader meets, in order."""

from collections.abc import Iterator

from coprod_survey.model.briefing import (
    Action,
    Block,
    Briefing,
    Bullets,
    Caveat,
    Chart,
    Fact,
    Heading,
    Paragraph,
    Table,
)
from coprod_survey.model.drawing import Label


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Caveat(text=text):
            yield text
        case Bullets(items=items):
            yield from items
        case Table(caption=caption, header=header, rows=rows):
            yield from (caption, *header, *(cell for row in rows for cell in row))
        case Chart():
            yield from (block.title, block.alternative, *texts(block.table))
            yield from (s.text for s in block.drawing.shapes if isinstance(s, Label))
        case Fact():
            yield from (block.text, block.source, block.caution)
        case Action():
            yield from (block.do, block.because, block.strength, block.example, block.caution)


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    """Each heading of the second level with all words under it; the opening comes first."""
    found: list[tuple[str, list[str]]] = [(briefing.title, [briefing.summary, briefing.banner])]
    for block in briefing.blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append((block.text, []))
        found[-1][1].extend(texts(block))
    return [(heading, "\n".join(words)) for heading, words in found]


def whole_text(briefing: Briefing) -> str:
    return "\n".join(words for _, words in sections(briefing))


def charts(briefing: Briefing) -> list[Chart]:
    return [block for block in briefing.blocks if isinstance(block, Chart)]
