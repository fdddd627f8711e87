"""The plan of a document's structure, made with its layout and filled while it is drawn."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """Marked content: a stretch of a page's drawing, by page index and number on the page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """The active area of a link or a field, by page index and the name ReportLab knows it under."""

    page: int
    name: str


class Node:
    """One element of the structure: a standard PDF tag and what is in it, in reading order."""

    __slots__ = ("alt", "attributes", "identifier", "kids", "language", "tag")

    def __init__(
        self,
        tag: str,
        attributes: str = "",
        alt: str = "",
        language: str = "",
        identifier: str = "",
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.alt = alt
        self.language = language
        self.identifier = identifier
        self.kids: list[Node | Mark | Annotation] = []

    def add(self, tag: str, attributes: str = "", alt: str = "", identifier: str = "") -> Node:
        """A new last child."""
        child = Node(tag, attributes, alt, identifier=identifier)
        self.kids.append(child)
        return child

    def adopt(self, child: Node) -> None:
        """Takes a child in where its first line is drawn; later lines change nothing."""
        if not any(kid is child for kid in self.kids):
            self.kids.append(child)
