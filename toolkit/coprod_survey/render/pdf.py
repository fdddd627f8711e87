"""Briefing → PDF, on the tagged layer of `coprod_survey.pdf`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, assert_never

from coprod_survey import pdf
from coprod_survey.errors import CoprodSurveyError
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
from coprod_survey.model.drawing import Circle, Drawing, Label, Line, Rectangle, Shape
from coprod_survey.pdf.style import Type

PAGES_OF_NUMBERS: Final = 1
"""Pages that a briefing of two may have more, for how we know and the numbers of its charts."""


def _tighter(base: pdf.Style, body: Type, margin: float) -> pdf.Style:
    size, leading = body.size, body.leading
    return replace(
        base,
        headings=(
            Type(size + 9, leading + 9, bold=True),
            Type(size + 3, leading + 2.5, bold=True),
            Type(size + 0.5, leading + 0.5, bold=True),
            Type(size, leading, bold=True),
        ),
        body=body,
        lead=Type(size + 3.5, leading + 4, bold=True),
        small=Type(size - 1, leading - 1.5),
        table=Type(size - 1.5, leading - 3),
        margin=margin,
        margin_top=58,
        margin_bottom=52,
        measure=base.page[0] - 2 * margin,
    )


STYLES: Final = (
    _tighter(pdf.PRINT, Type(11, 14.5), 58),
    _tighter(pdf.PRINT, Type(10.5, 13.5), 54),
    _tighter(pdf.PRINT, Type(10, 12.5), 50),
    _tighter(pdf.PRINT, Type(9.5, 11.5), 48),
)
"""From airy to tight; a briefing takes the first in which it keeps to its length."""


def briefing_pdf(briefing: Briefing) -> bytes:
    """A briefing as a PDF/UA-1 file; the same briefing gives the same bytes.

    Raises CoprodSurveyError where it cannot be made accessible: a letter the typeface lacks, say.
    """
    furniture = briefing.furniture
    document = pdf.Document(
        title=briefing.title,
        author=briefing.author,
        subject=briefing.summary,
        language=briefing.language,
        blocks=tuple(blocks_of(briefing)),
        footer=briefing.footer,
        banner=briefing.banner,
        page_label=furniture.page_label,
        tables_heading=furniture.tables_heading,
        table_label=furniture.table_label,
    )
    try:
        return _fitted(document, briefing.pages)
    except pdf.PdfError as error:
        raise CoprodSurveyError(f"{briefing.title}: {error}") from error


def _fitted(document: pdf.Document, pages: int) -> bytes:
    """The document in the airiest style that keeps to its length, or else in the tightest."""
    most = max(pages, 2 + PAGES_OF_NUMBERS)
    for style in STYLES[:-1]:
        file = pdf.render(document, style)
        if page_count(file) <= most:
            return file
    return pdf.render(document, STYLES[-1])


def page_count(file: bytes) -> int:
    """How many pages a file of the PDF layer has."""
    return len(re.findall(rb"/Type\s*/Page\b", file))


def blocks_of(briefing: Briefing) -> Iterator[pdf.Block]:
    """The blocks of the PDF layer that print a briefing."""
    framed = briefing.pages > 2
    for group in _kept(briefing.blocks):
        printed = tuple(part for block in group for part in _printed(block, framed))
        yield from printed if len(group) == 1 else (pdf.KeepTogether(printed),)


def _kept(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Blocks by themselves, but a chart or an action with the paragraph that leads in to it."""
    held: tuple[Block, ...] = ()
    for block in blocks:
        if held and not isinstance(block, Chart | Action):
            yield held
            held = ()
        if isinstance(block, Paragraph):
            held = (block,)
        else:
            yield (*held, block)
            held = ()
    if held:
        yield held


def _printed(block: Block, framed: bool) -> Iterator[pdf.Block]:
    match block:
        case Heading(level=level, text=text):
            yield pdf.Heading(level, text)
        case Paragraph(text=text, role=role):
            yield pdf.Paragraph(text, role)
        case Bullets(items=items):
            yield pdf.BulletList(items)
        case Table():
            yield _table(block)
        case Chart():
            yield _figure(block)
        case Fact():
            yield _fact(block, framed)
        case Action():
            yield _action(block)
        case Caveat(text=text):
            yield pdf.Paragraph((pdf.Span(text, bold=True),))
        case _:
            assert_never(block)


def _table(table: Table) -> pdf.Table:
    return pdf.Table(table.caption, table.header, table.rows)


def _figure(chart: Chart) -> pdf.Block:
    drawing = chart.drawing
    figure = pdf.Figure(
        width=drawing.width,
        height=drawing.height,
        paint=_painter(drawing),
        alt=chart.alternative,
        table=_table(chart.table),
        table_visible=False,
    )
    title = pdf.Paragraph((pdf.Span(chart.title, bold=True),))
    return pdf.KeepTogether((title, figure))


def _fact(fact: Fact, framed: bool) -> pdf.Block:
    said = pdf.Paragraph((pdf.Span(fact.text, bold=True),))
    notes = " ".join(filter(None, (fact.source, fact.caution)))
    told = (said, pdf.Paragraph(notes, "small")) if notes else (said,)
    return pdf.Box(told, "key") if framed else pdf.KeepTogether(told)


def _action(action: Action) -> pdf.Block:
    parts = (action.because, action.strength, action.example, action.caution)
    said = pdf.Paragraph((pdf.Span(action.do, bold=True),))
    return pdf.KeepTogether((said, pdf.Paragraph(" ".join(filter(None, parts)), "small")))


def _painter(drawing: Drawing) -> pdf.Painter:
    def paint(canvas: Any, fonts: pdf.Fonts) -> None:
        for shape in drawing.shapes:
            _paint(canvas, fonts, shape, drawing.height)

    return paint


def _paint(canvas: Any, fonts: pdf.Fonts, shape: Shape, height: float) -> None:
    """Draws a shape; a drawing's y runs down from the top, a canvas's up from the foot."""
    match shape:
        case Line():
            canvas.setLineWidth(shape.width)
            canvas.setStrokeColor(shape.colour)
            canvas.setDash(list(shape.dash))
            canvas.line(shape.x1, height - shape.y1, shape.x2, height - shape.y2)
        case Rectangle(x=x, y=y, width=wide, height=high):
            fill, stroke = _inked(canvas, shape)
            canvas.rect(x, height - y - high, wide, high, fill=fill, stroke=stroke)
        case Circle(x=x, y=y, radius=radius):
            fill, stroke = _inked(canvas, shape)
            canvas.circle(x, height - y, radius, fill=fill, stroke=stroke)
        case Label():
            canvas.setFillColor(shape.colour)
            canvas.setFont(fonts.face(shape.bold), shape.size)
            write = {
                "start": canvas.drawString,
                "middle": canvas.drawCentredString,
                "end": canvas.drawRightString,
            }
            write[shape.anchor](shape.x, height - shape.y, shape.text)
        case _:
            assert_never(shape)


def _inked(canvas: Any, shape: Rectangle | Circle) -> tuple[int, int]:
    """Sets the colours of a shape; returns whether it is filled and whether it has an outline."""
    canvas.setDash([])
    canvas.setLineWidth(1)
    if shape.fill:
        canvas.setFillColor(shape.fill)
    if shape.stroke:
        canvas.setStrokeColor(shape.stroke)
    return int(shape.fill is not None), int(shape.stroke is not None)
