"""A ReportLab canvas on which everything drawn belongs to the structure or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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

from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.tree import Annotation, Mark, Node

PAGINATION = "/Type/Pagination"
LAYOUT = "/Type/Layout"


class TaggedCanvas(Canvas):
    """A canvas that numbers marked content, and refuses text that belongs to nothing.

    `pages` holds, for each finished page, ReportLab's page object and the node that owns each of
    its marks. `links` holds every annotation with its node.
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
        self.links: list[tuple[Node, PDFDictionary]] = []
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

    def drawText(self, aTextObject: Any) -> None:
        if not self._marking:
            raise PdfError(f"Text outside a tag on page {len(self.pages) + 1}.")
        super().drawText(aTextObject)

    def link(self, node: Node, target: str, text: str, area: tuple[float, ...]) -> None:
        """Makes an area of the page (left, bottom, right, top) lead to an address or `#anchor`."""
        where = (
            {"Dest": self._bookmarkReference(target[1:])}
            if target.startswith("#")
            else {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})}
        )
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(edge, 2) for edge in area]),
            "Border": PDFArray([0, 0, 0]),
            "Contents": PDFString(text),
            "F": 4,
        }
        annotation = PDFDictionary(entries | where)
        name = f"link{len(self.links)}"
        self._addAnnotation(annotation, name)
        self.links.append((node, annotation))
        node.kids.append(Annotation(len(self.pages), name))

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
