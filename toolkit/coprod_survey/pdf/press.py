"""From a document to the bytes of its file: lay out, number the pages, draw, write."""

from __future__ import annotations

from io import BytesIO

from coprod_survey.pdf.blocks import Document
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.embed import fonts_in_use
from coprod_survey.pdf.furniture import furniture
from coprod_survey.pdf.layout import Layout
from coprod_survey.pdf.metadata import write_metadata
from coprod_survey.pdf.outline import outline
from coprod_survey.pdf.strips import Page, paginate, panel_areas
from coprod_survey.pdf.structure import write_structure
from coprod_survey.pdf.style import Style
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Setting


def press(document: Document, style: Style) -> bytes:
    """The file, see `render`."""
    entries = outline(document)
    fonts = fonts_in_use(style.family, style.figure.size)
    root = Node("Document")
    banner = root.add("P") if document.banner else None
    page_of: dict[str, int] = {}
    setting = Setting(style, fonts, root, style.margin, style.text_width, page_of)
    layout = Layout(entries, document.tables_heading, document.table_label)
    frame = furniture(document, style, fonts)
    pages = paginate(layout.document(document.blocks, setting), frame.top, frame.bottom)
    page_of.update(
        (placed.strip.anchor, number)
        for number, page in enumerate(pages)
        for placed in page
        if placed.strip.anchor
    )
    file = BytesIO()
    canvas = TaggedCanvas(file, style.page, fonts.regular, document.language)
    for number, page in enumerate(pages):
        frame.paint(canvas, number + 1, len(pages), banner if number == 0 else None)
        _draw(canvas, page)
        canvas.showPage()
    write_structure(canvas, root)
    write_metadata(canvas, document)
    canvas.save()
    return file.getvalue()


def _draw(canvas: TaggedCanvas, page: Page) -> None:
    for panel, area in panel_areas(page):
        panel.paint(canvas, area)
    for strip, top in page:
        if strip.anchor:
            canvas.bookmarkHorizontalAbsolute(strip.anchor, top + 8)
        strip.paint(canvas, top)
