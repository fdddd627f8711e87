"""Every kind of block, printed: accessible, in order, and the same bytes each time."""

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pikepdf
import pytest

from coprod_survey.pdf import (
    LARGE_PRINT,
    PRINT,
    Document,
    Figure,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Span,
    Style,
    Table,
    render,
)
from tests.gate import assert_accessible
from tests.gate.reading import read_aloud
from tests.pdf.samples import BRIEFING, CHART, LONG_TABLE, QUESTIONNAIRE
from tests.pdf.speech import speech

DOCUMENTS = {"briefing": BRIEFING, "questionnaire": QUESTIONNAIRE}
STYLES = {"print": PRINT, "large": LARGE_PRINT}


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> Style:
    return STYLES[request.param]


def spoken(pdf: bytes) -> list[str]:
    """What is read aloud, without the page numbers that follow a heading in the contents."""
    return [
        re.sub(r" \d+$", "", text)
        if tag == "Reference"
        else re.sub(r"page \d+$", "page {page}", text)
        for tag, text in read_aloud(pdf)
    ]


def document_of(*blocks: object) -> Document:
    return Document("A title", "An author", "A subject", "en-GB", tuple(blocks))  # type: ignore[arg-type]


def sizes(pdf: bytes) -> set[float]:
    """Every size of type on the pages."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {
            float(operands[1])
            for page in opened.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }


def test_every_kind_of_block_is_accessible(document: Document, style: Style) -> None:
    assert_accessible(render(document, style))


def test_it_is_read_aloud_in_the_order_it_was_written(document: Document, style: Style) -> None:
    assert spoken(render(document, style)) == speech(document)


def test_the_same_document_is_the_same_file(document: Document) -> None:
    assert render(document) == render(document)


def test_another_process_makes_the_same_file() -> None:
    script = (
        "import hashlib; from coprod_survey.pdf import render; from tests.pdf.samples import *;"
        "print(hashlib.sha256(render(BRIEFING)).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": os.pathsep.join(sys.path)}
    there = subprocess.run(
        [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
    )
    assert there.stdout.strip() == hashlib.sha256(render(BRIEFING)).hexdigest()


def test_threads_take_turns() -> None:
    with ThreadPoolExecutor(2) as pool:
        files = set(pool.map(render, [BRIEFING] * 4))
    assert files == {render(BRIEFING)}


def test_the_date_is_that_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01 00:00:00 UTC, `date -ud`
    with pikepdf.open(BytesIO(render(BRIEFING))) as opened, opened.open_metadata() as metadata:
        assert metadata["xmp:CreateDate"] == "2026-01-01T00:00:00Z"
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20260101000000")


def test_another_text_is_another_file_identifier() -> None:
    one, other = render(document_of(Paragraph("One."))), render(document_of(Paragraph("Two.")))
    with pikepdf.open(BytesIO(one)) as first, pikepdf.open(BytesIO(other)) as second:
        assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


def test_large_print_has_no_small_type() -> None:
    assert min(sizes(render(BRIEFING, LARGE_PRINT))) >= 16
    assert 18 in sizes(render(BRIEFING, LARGE_PRINT))


def test_the_banner_is_on_every_page_and_read_out_once() -> None:
    pdf = render(BRIEFING)
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = [page.Contents.read_bytes() for page in opened.pages]
    assert all(b"Simulated answers: not real" in page for page in pages)
    assert [text for _, text in read_aloud(pdf)].count("Simulated answers: not real") == 1
    assert read_aloud(pdf)[0] == ("P", "Simulated answers: not real")


def test_a_page_says_which_it_is_in_the_words_of_its_language() -> None:
    welsh = Document(
        "Teitl", "Awdur", "Pwnc", "cy", (Heading(1, "Tŷ"),), page_label="{page}/{pages}"
    )
    with pikepdf.open(BytesIO(render(welsh))) as opened:
        assert b"(1/1)" in opened.pages[0].Contents.read_bytes()
        assert str(opened.Root.Lang) == "cy"


def test_a_long_table_repeats_its_header_as_an_artifact() -> None:
    pdf = render(document_of(LONG_TABLE))
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = [page.Contents.read_bytes() for page in opened.pages]
    assert len(pages) >= 3
    assert all(page.count(b"(Council)") == 1 for page in pages)
    assert [text for _, text in read_aloud(pdf)].count("Council") == 1


def test_a_table_too_wide_for_its_page_is_set_as_records() -> None:
    header = ("Council", "Understanding", "Responsibilities", "Representativeness", "Confidence")
    rows = tuple((f"Council {row}", "61%", "24%", "38%", "50%") for row in range(3))
    document = document_of(Table("Wide", header, rows))
    large = render(document, LARGE_PRINT)
    assert_accessible(large)
    assert spoken(large) == speech(document) == spoken(render(document))
    with pikepdf.open(BytesIO(large)) as opened:
        drawing = opened.pages[0].Contents.read_bytes()
    assert drawing.count(b"(Understanding)") == 3


def test_a_table_of_words_too_long_for_the_page_still_fits() -> None:
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwll"
    document = document_of(Table("Long words", (word,) * 4, ((word,) * 4,)))
    pdf = render(document)
    assert_accessible(pdf)
    assert spoken(pdf) == speech(document)


def test_headings_are_bookmarks() -> None:
    with pikepdf.open(BytesIO(render(BRIEFING))) as opened, opened.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "What front-line staff told us"
        assert [child.title for child in top.children] == [
            "What people know",
            "How we asked",
            "The numbers behind the charts",
        ]


def test_a_link_over_two_lines_is_one_link_with_two_areas() -> None:
    link = Span("a long way to say where this leads, " * 4, link="https://example.gov.uk")
    pdf = render(document_of(Paragraph(("See ", link))))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages[0].Annots) == 2
        paragraph = opened.Root.StructTreeRoot.K.K[0]
        (element,) = [kid for kid in paragraph.K if isinstance(kid, pikepdf.Dictionary)]
        assert element.S == "/Link"
    assert_accessible(pdf)


def test_a_chart_whose_table_comes_later_links_to_it() -> None:
    late = Figure(
        CHART.width, CHART.height, CHART.paint, CHART.alt, CHART.table, table_visible=False
    )
    pdf = render(document_of(Heading(1, "Charts"), late, PageBreak(), Paragraph("After.")))
    said = [text for _, text in read_aloud(pdf)]
    assert said.index("See the numbers on page 2") < said.index("After.") < said.index("40%")
    assert_accessible(pdf)


def test_blocks_kept_together_share_a_page() -> None:
    filler = tuple(Paragraph(f"Filler {number}.") for number in range(27))
    kept = KeepTogether(tuple(Paragraph(f"Kept {number}.") for number in range(6)))
    with pikepdf.open(BytesIO(render(document_of(*filler, kept)))) as opened:
        pages = [page.Contents.read_bytes() for page in opened.pages]
    assert len(pages) == 2
    assert [page.count(b"Kept") for page in pages] == [0, 6]


def test_what_cannot_stay_together_runs_on() -> None:
    kept = KeepTogether(tuple(Paragraph(f"Kept {number}.") for number in range(60)))
    pdf = render(document_of(kept))
    assert [text for _, text in read_aloud(pdf)] == [f"Kept {number}." for number in range(60)]
    assert_accessible(pdf)


def test_an_empty_document_has_a_page() -> None:
    with pikepdf.open(BytesIO(render(document_of()))) as opened:
        assert len(opened.pages) == 1
