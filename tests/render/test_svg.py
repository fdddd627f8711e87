"""Drawing to SVG: every shape, and words that cannot break out."""

from lxml import etree

from coprod_survey.model.drawing import Circle, Drawing, Label, Line, Rectangle
from coprod_survey.render.svg import svg

SPACE = {"s": "http://www.w3.org/2000/svg"}


def test_shapes_keep_their_places() -> None:
    shapes = (
        Line(1, 2, 3.5, 4, "#000000", 2, (4, 2)),
        Rectangle(0, 0, 10.123, 5, None, "#111111"),
        Circle(5, 5, 4, "#222222"),
        Label(1, 9, "Harm", 9.5, "#000000", "end", bold=True),
    )
    tree = etree.fromstring(svg(Drawing(20, 10, shapes), "c", "Title", "Words"))
    assert tree.get("viewBox") == "0 0 20 10"
    line, rectangle, circle, text = tree.xpath("s:g/*", namespaces=SPACE)
    assert dict(line.attrib) == {
        "x1": "1",
        "y1": "2",
        "x2": "3.5",
        "y2": "4",
        "stroke": "#000000",
        "stroke-width": "2",
        "stroke-dasharray": "4 2",
    }
    assert (rectangle.get("width"), rectangle.get("fill")) == ("10.12", "none")
    assert (circle.get("r"), circle.get("stroke")) == ("4", None)
    assert (text.text, text.get("text-anchor"), text.get("font-weight")) == ("Harm", "end", "bold")


def test_words_are_escaped() -> None:
    hostile = '</title><script>"&'
    drawing = Drawing(9, 9, (Label(0, 0, hostile, 9, "#000000"),))
    tree = etree.fromstring(svg(drawing, "c", hostile, hostile))
    assert (
        tree.xpath("s:title/text()|s:desc/text()|s:g/s:text/text()", namespaces=SPACE)
        == [hostile] * 3
    )
    assert tree.xpath("//s:script", namespaces=SPACE) == []


def test_a_screen_reader_is_told_the_words_and_not_the_shapes() -> None:
    tree = etree.fromstring(svg(Drawing(9, 9, ()), "c1", "Title", "Words"))
    assert tree.get("role") == "img"
    assert (tree.get("aria-labelledby"), tree.get("aria-describedby")) == ("c1-title", "c1-desc")
    assert tree.xpath("s:g/@aria-hidden", namespaces=SPACE) == ["true"]
