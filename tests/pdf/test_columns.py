"""Columns and sections: read one after another, even at the end, and nothing outside them."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.pdf import (
    LARGE_PRINT,
    PRINT,
    Columns,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    PdfError,
    Section,
    Span,
    render,
)
from coprod_survey.pdf.pages import paginate
from coprod_survey.pdf.strips import Flow, Strip
from tests.gate.reading import read_aloud
from tests.pdf.samples import ALT, NUMBERS, PROSE, bars

TOP, BOTTOM = 100.0, 0.0


def nothing(*_arguments: object) -> None:
    """Draws nothing."""


def document_of(*blocks: object) -> Document:
    return Document("A title", "An author", "A subject", "en-GB", tuple(blocks))  # type: ignore[arg-type]


@given(
    heights=st.lists(st.floats(1, 60), min_size=1, max_size=30),
    count=st.integers(1, 4),
    used=st.floats(0, 95),
    glued=st.booleans(),
)
def test_columns_hold_every_strip_once_in_order_and_inside_the_page(
    heights: list[float], count: int, used: float, glued: bool
) -> None:
    flow = Flow(count, 50)
    whats = [str(number) for number in range(len(heights))]
    poured = [Strip(h, nothing, what, flow=flow) for h, what in zip(heights, whats, strict=True)]
    before, after = Strip(used, nothing, "before", glued=glued), Strip(5, nothing, "after")
    pages = paginate([before, *poured, after], TOP, BOTTOM)
    assert [p.strip.what for page in pages for p in page] == ["before", *whats, "after"]
    for page in pages:
        assert all(p.top - p.strip.height >= BOTTOM - 0.02 and p.top <= TOP + 0.02 for p in page)
    (last, _) = pages[-1][-1]
    lowest = min(p.top - p.strip.height for p in pages[-1])
    assert last.what == "after"
    assert pages[-1][-1].top - last.height == pytest.approx(lowest)


def test_columns_are_even_where_they_end() -> None:
    flow = Flow(2, 50)
    (page,) = paginate([Strip(10, nothing, flow=flow) for _ in range(8)], TOP, BOTTOM)
    assert [placed.top for placed in page] == pytest.approx([100, 90, 80, 70] * 2)


def test_a_heading_above_columns_does_not_stand_alone() -> None:
    flow = Flow(2, 50)
    strips = [Strip(75, nothing), Strip(15, nothing, "heading", glued=True)]
    pages = paginate([*strips, Strip(20, nothing, flow=flow)], TOP, BOTTOM)
    assert [placed.strip.what for placed in pages[1]] == ["heading", "text"]


def test_a_panel_moves_with_its_column() -> None:
    document = document_of(Columns((Paragraph(PROSE * 8), Paragraph("Right"))))
    with pikepdf.open(BytesIO(render(document))) as opened:
        drawing = opened.pages[0].Contents.read_bytes()
    step = (PRINT.text_width - 20) / 2 + 20
    assert b"1 0 0 1 %.2f 0 cm" % step in drawing


def test_links_and_charts_in_columns_are_where_they_are_drawn() -> None:
    chart = Figure(200, 84, bars, ALT, NUMBERS)
    link = Paragraph(("Read ", Span("this", link="https://example.gov.uk")))
    document = document_of(Columns((Paragraph(PROSE), PageBreak(), link, chart)))
    with pikepdf.open(BytesIO(render(document))) as opened:
        (page,) = opened.pages
        left = float(page.Annots[0].Rect[0])
        tree = opened.Root.StructTreeRoot.K.K
        (figure,) = [kid for kid in tree if kid.S == "/Figure"]
    assert left > PRINT.page[0] / 2
    assert float(figure.A.BBox[0]) > PRINT.page[0] / 2


def test_columns_are_read_one_after_another() -> None:
    texts = [f"Paragraph {number}. {PROSE * 2}" for number in range(40)]
    document = document_of(
        Heading(1, "Two"), Columns(tuple(map(Paragraph, texts))), Paragraph("Last")
    )
    for style in (PRINT, LARGE_PRINT):
        said = [text for _, text in read_aloud(render(document, style))]
        assert said == ["Two", *(text.strip() for text in texts), "Last"]


def test_a_section_is_an_element_of_its_own() -> None:
    document = document_of(Section((Heading(1, "One"), Paragraph("Two"))))
    with pikepdf.open(BytesIO(render(document))) as opened:
        section = opened.Root.StructTreeRoot.K.K[0]
        assert section.S == "/Sect"
        assert [str(kid.S) for kid in section.K] == ["/H1", "/P"]


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        (Columns(()), "A Columns holds no blocks."),
        (Section(()), "A Section holds no blocks."),
        (Columns((Columns((Paragraph("x"),)),)), "Columns cannot stand inside columns."),
        (Columns((Section((Columns((Paragraph("x"),)),)),)), "cannot stand inside columns."),
        (Columns((Paragraph("x"),), count=0), "There cannot be 0 columns"),
        (Columns((Figure(400, 84, bars, ALT, NUMBERS),)), "400 points wide, and the text 222.64"),
    ],
)
def test_columns_that_cannot_be_set_are_refused(block: object, sentence: str) -> None:
    with pytest.raises(PdfError) as caught:
        render(document_of(block))
    assert sentence in str(caught.value)
