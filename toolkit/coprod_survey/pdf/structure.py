"""Writes the structure tree and the parent tree into the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.tree import Annotation, Mark, Node


class _Ready(PDFObject):
    """An object whose bytes are ready; ReportLab's dictionaries are ten times as slow."""

    def __init__(self) -> None:
        self.data = b""

    def format(self, document: Any) -> bytes:
        del document
        return self.data


class _Numbers:
    """Object numbers in the file, given out before the objects are written."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.doc = canvas._doc
        self.pages = [self.of(page) for page, _ in canvas.pages]

    def of(self, thing: Any) -> int:
        """The object number of a PDF object."""
        return self.named(self.doc.Reference(thing).name)

    def named(self, name: str) -> int:
        """The object number of what ReportLab knows by a name."""
        number: int = self.doc.idToObjectNumberAndVersion[name][0]
        return number

    def string(self, text: str) -> str:
        """A text string as PDF source."""
        source: bytes = PDFString(text).format(self.doc)
        return source.decode("latin-1")


def _families(node: Node, parent: Node | None = None) -> Iterator[tuple[Node, Node | None]]:
    """Every node with its parent, in reading order."""
    yield node, parent
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _families(kid, node)


def write_structure(canvas: TaggedCanvas, root: Node) -> None:
    """Puts the tree under the catalog, once every page has been drawn."""
    numbers = _Numbers(canvas)
    top = _Ready()
    top_number = numbers.of(top)
    families = list(_families(root))
    objects = {node: _Ready() for node, _ in families}
    places = {node: numbers.of(ready) for node, ready in objects.items()}
    for node, parent in families:
        above = places[parent] if parent else top_number
        objects[node].data = _element(node, above, places, numbers).encode("latin-1")
    tree, next_key = _parent_tree(canvas, places)
    identified = sorted((node.identifier, places[node]) for node in places if node.identifier)
    names = " ".join(f"{numbers.string(name)} {place} 0 R" for name, place in identified)
    top.data = (
        f"<</Type/StructTreeRoot/K {places[root]} 0 R/ParentTree {_add(numbers, tree)} 0 R"
        f"/ParentTreeNextKey {next_key}" + (f"/IDTree<</Names[{names}]>>" if names else "") + ">>"
    ).encode("latin-1")
    canvas._doc.Catalog.StructTreeRoot = top


def _add(numbers: _Numbers, source: str) -> int:
    ready = _Ready()
    ready.data = source.encode("latin-1")
    return numbers.of(ready)


def _element(node: Node, parent: int, places: dict[Node, int], numbers: _Numbers) -> str:
    page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
    kids = " ".join(_kid(kid, page, places, numbers) for kid in node.kids)
    parts = [f"<</Type/StructElem/S/{node.tag}/P {parent} 0 R"]
    if page is not None:
        parts.append(f"/Pg {numbers.pages[page]} 0 R")
    if kids:
        parts.append(f"/K[{kids}]")
    if node.attributes:
        parts.append(f"/A{node.attributes}")
    for key, text in (("Alt", node.alt), ("Lang", node.language), ("ID", node.identifier)):
        if text:
            parts.append(f"/{key} {numbers.string(text)}")
    return "".join(parts) + ">>"


def _kid(
    kid: Node | Mark | Annotation, page: int | None, places: dict[Node, int], numbers: _Numbers
) -> str:
    if isinstance(kid, Node):
        return f"{places[kid]} 0 R"
    if isinstance(kid, Annotation):
        link = numbers.named(numbers.doc.annotationName(kid.name))
        return f"<</Type/OBJR/Obj {link} 0 R/Pg {numbers.pages[kid.page]} 0 R>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {numbers.pages[kid.page]} 0 R/MCID {kid.number}>>"


def _parent_tree(canvas: TaggedCanvas, places: dict[Node, int]) -> tuple[str, int]:
    """From each page's marks, and each annotation, to their elements; and the next free key."""
    rows = [
        f"{number}[{' '.join(f'{places[owner]} 0 R' for owner in owners)}]"
        for number, (_, owners) in enumerate(canvas.pages)
    ]
    for key, (node, annotation) in enumerate(canvas.annotations, len(rows)):
        annotation["StructParent"] = key
        rows.append(f"{key} {places[node]} 0 R")
    newline = "\n"
    return f"<</Nums[{newline.join(rows)}]>>", len(rows)
