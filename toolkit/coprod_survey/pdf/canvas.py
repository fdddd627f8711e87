"""A ReportLab canvas on which everything drawn belongs to the structure or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from coprod_survey.pdf.answers import Key, MarkBox, Rectangle
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.tree import Annotation, Mark, Node

PAGINATION = "/Type/Pagination"
LAYOUT = "/Type/Layout"


class TaggedCanvas(Canvas):
    """A canvas that numbers marked content, and refuses text that belongs to nothing.

    `pages` holds, for each finished page, ReportLab's page object and the node that owns each of
    its marks. `annotations` holds every annotation with its node, `fields` a reference to each
    field of a form, and `boxes` where answers on paper may stand.
    """

    def __init__(self, file: Any, page: tuple[float, float], font: str, language: str) -> None:
        super().__init__(
            file,
            pagesize=page,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=font,
            lang=language,
        )
        self.pages: list[tuple[PDFPage, list[Node]]] = []
        self.annotations: list[tuple[Node, PDFDictionary]] = []
        self.fields: list[Any] = []
        self.boxes: list[MarkBox] = []
        self.face = font
        self._owners: list[Node] = []
        self._marking = False

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """What is drawn here is the node's content."""
        mark = Mark(len(self.pages), len(self._owners))
        self._owners.append(node)
        node.kids.append(mark)
        with self._marked(f"/{node.tag} <</MCID {mark.number}>>BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = LAYOUT) -> Iterator[None]:
        """What is drawn here is furniture or decoration, and is not read out."""
        with self._marked(f"/Artifact <<{kind}>>BDC"):
            yield

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        self.addLiteral(opening)
        self._marking = True
        yield
        self._marking = False
        self.addLiteral("EMC")

    @contextmanager
    def moved(self, right: float) -> Iterator[None]:
        """What is drawn here is drawn further right."""
        self.saveState()
        self.translate(right, 0)
        yield
        self.restoreState()

    def on_page(self, area: Rectangle) -> Rectangle:
        """An area as the page has it, whatever was moved."""
        left, bottom = self.absolutePosition(*area[:2])
        right, top = self.absolutePosition(*area[2:])
        return left, bottom, right, top

    def answer_at(
        self, key: Key, area: Rectangle, shape: Literal["circle", "square", "lines"]
    ) -> None:
        """Notes that the answer to an item may stand in an area."""
        page = len(self.pages) + 1
        self.boxes.append(MarkBox(page, *key, self.on_page(area), shape))

    def drawText(self, aTextObject: Any) -> None:
        if not self._marking:
            raise PdfError(f"Text outside a tag on page {len(self.pages) + 1}.")
        super().drawText(aTextObject)

    def link(self, node: Node, target: str, text: str, area: Rectangle) -> None:
        """Makes an area of the page lead to an address or `#anchor`."""
        where = (
            {"Dest": self._bookmarkReference(target[1:])}
            if target.startswith("#")
            else {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})}
        )
        entries = {
            "Subtype": PDFName("Link"),
            "Border": PDFArray([0, 0, 0]),
            "Contents": PDFString(text),
        }
        self.annotate(node, area, entries | where)

    def annotate(self, node: Node, area: Rectangle, entries: dict[str, Any]) -> Any:
        """Adds an annotation that is the node's content; returns a reference to it."""
        edges = PDFArray([round(edge, 2) for edge in self.on_page(area)])
        common = {"Type": PDFName("Annot"), "Rect": edges, "F": 4}
        annotation = PDFDictionary(common | entries)
        name = f"link{len(self.annotations)}"
        self._addAnnotation(annotation, name)
        self.annotations.append((node, annotation))
        node.kids.append(Annotation(len(self.pages), name))
        return self._doc.refAnnotation(name)

    def _setAnnotations(self, page: PDFPage) -> None:
        """Called by `showPage` with its page; ReportLab drops page keys it was not told of.

        It would also write the drawing as base 85 text, a quarter larger and slow to make.
        """
        super()._setAnnotations(page)
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.pages)
        page.Tabs = PDFName("S")
        self.pages.append((page, self._owners))
        self._owners = []
