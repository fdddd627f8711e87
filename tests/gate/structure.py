"""What PDF/UA validators leave out: the tree, the parent tree and the pages say the same thing.

A validator is content when each part is well formed. A reader is not, when text has been put among
the artifacts, when the parent tree points elsewhere, or when a figure is called "chart.png".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

SHOWING = frozenset(("Tj", "TJ", "'", '"'))
FILLING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
PAINTING = SHOWING | FILLING | {"Do", "sh", "BI", "INLINE IMAGE"}
_WATCHED = " ".join(sorted(PAINTING | {"BDC", "BMC", "EMC"}))
HEADINGS = frozenset(("H1", "H2", "H3", "H4", "H5", "H6"))
NEVER_EMPTY = HEADINGS | {
    "P",
    "Caption",
    "LI",
    "LBody",
    "Lbl",
    "Link",
    "Note",
    "TOCI",
    "Reference",
    "Form",
}

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")

Place = tuple[int, int]
"""A page index and the number of marked content on that page."""


@dataclass
class _Tree:
    """The structure tree, turned round: from content to the element that owns it."""

    pages: dict[tuple[int, int], int]
    owners: dict[Place, Any] = field(default_factory=dict)
    annotations: dict[tuple[int, int], Any] = field(default_factory=dict)
    elements: list[Any] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def walk(self, element: Any, parent: Any, page: Any) -> None:
        self.elements.append(element)
        if element.P.objgen != parent.objgen:
            self.wrong.append(f"{element.S} names another parent")
        page = element.get("/Pg", page)
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                self.walk(kid, element, page)
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                self.annotations[kid.Obj.objgen] = element
            else:
                self._own(element, *_mark(kid, page))

    def _own(self, element: Any, page: Any, number: int) -> None:
        place = (self.pages[page.objgen], number)
        if place in self.owners:
            self.wrong.append(f"content {number} of page {place[0] + 1} is twice in the tree")
        self.owners[place] = element


def kids(element: Any) -> list[Any]:
    """The children of a structure element, always as a list."""
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def _mark(kid: Any, page: Any) -> tuple[Any, int]:
    return (kid.Pg, int(kid.MCID)) if isinstance(kid, Dictionary) else (page, int(kid))


def problems(pdf: bytes | Path) -> list[str]:
    """Everything found wrong, in words; an empty list where nothing is."""
    with pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as opened:
        if "/StructTreeRoot" not in opened.Root:
            return ["there is no structure tree"]
        return list(_problems(opened))


def _problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root.StructTreeRoot
    top = kids(root)[0]
    if top.S != Name.Document:
        yield f"the root element is {top.S}"
    tree = _Tree({page.obj.objgen: number for number, page in enumerate(pdf.pages)})
    tree.walk(top, root, None)
    yield from tree.wrong
    parents = dict(_numbers(root.get("/ParentTree", Dictionary())))
    for number, page in enumerate(pdf.pages):
        for wrong in _page_problems(number, page, tree, parents):
            yield f"page {number + 1}: {wrong}"
    for element in tree.elements:
        yield from _element_problems(element)
    yield from _document_problems(pdf)
    yield from _form_problems(pdf)


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    flat = list(node.get("/Nums", []))
    for key, value in zip(flat[::2], flat[1::2], strict=True):
        yield int(key), value
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)


def _page_problems(
    number: int, page: pikepdf.Page, tree: _Tree, parents: dict[int, Any]
) -> Iterator[str]:
    marked: dict[int, str] = {}
    yield from _content_problems(page, marked)
    listed = list(parents.get(int(page.obj.get("/StructParents", -1)), []))
    owned = {mark for at, mark in tree.owners if at == number}
    for mark in sorted(owned | set(marked) | set(range(len(listed)))):
        owner = tree.owners.get((number, mark))
        if mark not in marked or owner is None or mark >= len(listed):
            yield f"content {mark} is not in page, tree and parent tree alike"
        elif listed[mark].objgen != owner.objgen:
            yield f"content {mark} has another owner in the parent tree"
        elif marked[mark] != str(owner.S):
            yield f"content {mark} is {marked[mark]} on the page and {owner.S} in the tree"
    for annotation in page.obj.get("/Annots", []):
        owner = tree.annotations.get(annotation.objgen)
        listed_owner = parents.get(int(annotation.get("/StructParent", -1)))
        if owner is None or listed_owner is None or owner.objgen != listed_owner.objgen:
            yield "an annotation has not the same owner in tree and parent tree"


def _content_problems(page: pikepdf.Page, marked: dict[int, str]) -> Iterator[str]:
    """Reads a page's drawing; fills `marked` with the tag of each marked content."""
    open_marks: list[tuple[str, bool, Any]] = []
    for operands, operator in pikepdf.parse_content_stream(page, _WATCHED):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if name == "BDC" else Dictionary()
            number = properties.get("/MCID")
            if number is not None:
                if int(number) in marked:
                    yield f"content {number} is twice on the page"
                if any(real for _, real, _ in open_marks):
                    yield f"content {number} is inside other content"
                if any(tag == "/Artifact" for tag, _, _ in open_marks):
                    yield f"content {number} is inside an artifact"
                marked[int(number)] = str(operands[0])
            open_marks.append((str(operands[0]), number is not None, properties))
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINTING:
            yield from _paint_problems(name, open_marks)


def _paint_problems(operator: str, open_marks: list[tuple[str, bool, Any]]) -> Iterator[str]:
    artifacts = [properties for tag, _, properties in open_marks if tag == "/Artifact"]
    if not artifacts and not any(real for _, real, _ in open_marks):
        yield f"{operator} paints outside any tag"
    if operator in SHOWING and any(p.get("/Type") != Name.Pagination for p in artifacts):
        yield "text is hidden among the artifacts"


def _element_problems(element: Any) -> Iterator[str]:
    tag, alternative = str(element.S)[1:], str(element.get("/Alt", ""))
    if tag in NEVER_EMPTY and not kids(element):
        yield f"{tag} is empty"
    if "/Lang" in element and not _LANGUAGE.fullmatch(str(element.Lang)):
        yield f"the language of a part is “{element.Lang}”"
    if tag == "Figure" and not re.search(r"\w+ \w+", alternative):
        yield f"a figure's alternative is “{alternative}”"


def _document_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "the file is encrypted, which can shut screen readers out"
    if not _LANGUAGE.fullmatch(str(pdf.Root.get("/Lang", ""))):
        yield f"the language is “{pdf.Root.get('/Lang', '')}”"
    with pdf.open_metadata() as metadata:
        if metadata.get("dc:title") != str(pdf.docinfo.get("/Title", "")):
            yield "the two titles of the file are not the same"
    if "/JavaScript" in pdf.Root.get("/Names", Dictionary()) or "/OpenAction" in pdf.Root:
        yield "the file does something by itself when it is opened"


def _form_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    fields = list(pdf.Root.get("/AcroForm", Dictionary()).get("/Fields", []))
    drawn = [
        annotation
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if annotation.Subtype == Name.Widget
    ]
    if [widget.objgen for widget in _widgets(fields)] != [widget.objgen for widget in drawn]:
        yield "the fields of the form are not those of the pages, in the same order"
    names = [str(each.get("/T", "")) for each in fields]
    if "" in names or len(set(names)) < len(names):
        yield "two fields of the form have the same name, or one has none"
    for widget in drawn:
        yield from _widget_problems(widget)


def _widget_problems(widget: Any) -> Iterator[str]:
    if not str(widget.get("/TU", "")).strip():
        yield "a field has no words for a screen reader to say"
    normal = widget.get("/AP", Dictionary()).get("/N")
    if normal is None:
        yield "a field has no picture"
    elif not isinstance(normal, pikepdf.Stream) and str(widget.get("/AS")) not in normal:
        yield "a field shows a picture that is not there"


def _widgets(fields: Any) -> Iterator[Any]:
    for given in fields:
        if "/Kids" in given:
            yield from _widgets(given.Kids)
        else:
            yield given
