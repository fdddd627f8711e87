"""From a document to the bytes of its file: lay out, number the pages, draw, write."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from coprod_survey.pdf.acroform import write_form
from coprod_survey.pdf.blocks import Document
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.embed import fonts_in_use
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.furniture import Furniture, furniture
from coprod_survey.pdf.layout import Layout
from coprod_survey.pdf.markers import CODE_ROOM, MARKER_ROOM, SheetMarks, sheet_marks
from coprod_survey.pdf.metadata import write_metadata
from coprod_survey.pdf.outline import outline
from coprod_survey.pdf.pages import Page, paginate, panel_areas
from coprod_survey.pdf.sheets import PaperMarks, PaperSheets
from coprod_survey.pdf.structure import write_structure
from coprod_survey.pdf.style import Style
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Setting


@dataclass(frozen=True, slots=True)
class Plan:
    """A document laid out: its pages, their furniture, and the tree that drawing them fills."""

    document: Document
    style: Style
    face: str
    root: Node
    banner: Node | None
    frame: Furniture
    pages: tuple[Page, ...]


def press(document: Document, style: Style) -> bytes:
    """The file, see `render`."""
    plan = lay_out(document, style)
    canvas = canvas_for(plan)
    draw(plan, canvas)
    return _written(plan, canvas)


def press_paper(document: Document, marks: PaperMarks, style: Style) -> PaperSheets:
    """The sheets, see `render_paper`."""
    if style.margin < MARKER_ROOM:
        raise PdfError(
            f"The margin is {style.margin:g} points; the markers need {MARKER_ROOM:.0f}."
        )
    plan = lay_out(document, style, room=CODE_ROOM)
    canvas = canvas_for(plan)
    own = sheet_marks(marks, len(plan.pages), style.page)
    draw(plan, canvas, own)
    boxes = tuple(canvas.boxes)
    pdf = _written(plan, canvas)
    return PaperSheets(pdf, boxes, style.page, own.markers, own.code, len(own.codes[0]))


def lay_out(document: Document, style: Style, room: float = 0.0) -> Plan:
    """The pages of a document; `room` is kept free at the foot of each."""
    entries = outline(document)
    fonts = fonts_in_use(style.family, style.figure.size)
    root = Node("Document")
    banner = root.add("P") if document.banner else None
    page_of: dict[str, int] = {}
    setting = Setting(style, fonts, root, style.margin, style.text_width, page_of)
    layout = Layout(entries, document.tables_heading, document.table_label)
    frame = furniture(document, style, fonts, room)
    pages = paginate(layout.document(document.blocks, setting), frame.top, frame.bottom)
    page_of.update(
        (placed.strip.anchor, number)
        for number, page in enumerate(pages)
        for placed in page
        if placed.strip.anchor
    )
    return Plan(document, style, fonts.regular, root, banner, frame, pages)


def canvas_for(plan: Plan) -> TaggedCanvas:
    """An empty canvas for a plan."""
    return TaggedCanvas(BytesIO(), plan.style.page, plan.face, plan.document.language)


def draw(plan: Plan, canvas: TaggedCanvas, marks: SheetMarks | None = None) -> None:
    """Draws every page, which fills the tree of the plan."""
    for number, page in enumerate(plan.pages):
        banner = plan.banner if number == 0 else None
        plan.frame.paint(canvas, number + 1, len(plan.pages), banner)
        if marks:
            marks.paint(canvas, number)
        _draw_page(canvas, page)
        canvas.showPage()


def _draw_page(canvas: TaggedCanvas, page: Page) -> None:
    for panel, area in panel_areas(page):
        panel.paint(canvas, area)
    for strip, top in page:
        if strip.anchor:
            canvas.bookmarkHorizontalAbsolute(strip.anchor, top + 8)
        strip.paint(canvas, top)


def _written(plan: Plan, canvas: TaggedCanvas) -> bytes:
    """The bytes of a file whose pages have been drawn."""
    write_form(canvas, plan.style.body)
    write_structure(canvas, plan.root)
    write_metadata(canvas, plan.document)
    file: bytes = canvas.getpdfdata()
    return file
