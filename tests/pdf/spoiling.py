"""Ways into a finished file, for tests that spoil it."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Dictionary, Name

from tests.gate.structure import kids

Spoil: TypeAlias = Callable[[pikepdf.Pdf], None]
"""Spoils one thing in a file."""


def elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[Any]:
    """Every structure element with a tag, in reading order."""

    def walk(element: Any) -> Iterator[Any]:
        if str(element.S) == "/" + tag:
            yield element
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from walk(kid)

    return walk(pdf.Root.StructTreeRoot.K)


def first(pdf: pikepdf.Pdf, tag: str) -> Any:
    return next(elements(pdf, tag))


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    found = pdf.pages[0].Resources.Font
    return [found[name] for name in found]


def rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Changes the drawing of the first page."""
    contents = pdf.pages[0].Contents
    before = contents.read_bytes()
    assert old in before
    contents.write(before.replace(old, new, 1))


def retag(pdf: pikepdf.Pdf, tag: str, new: str) -> None:
    """Renames an element in the tree and on its page alike."""
    element = first(pdf, tag)
    (number,) = [kid for kid in kids(element) if not isinstance(kid, Dictionary)]
    element.S = Name("/" + new)
    for page in pdf.pages:
        if page.obj.objgen == element.Pg.objgen:
            old = b"/%s <</MCID %d>>BDC" % (tag.encode(), number)
            page.Contents.write(
                page.Contents.read_bytes().replace(old, old.replace(tag.encode(), new.encode()))
            )
