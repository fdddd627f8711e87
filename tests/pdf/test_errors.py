"""What cannot be made accessible is refused in a sentence, and leaves nothing behind."""

from io import BytesIO
from typing import Any

import pytest

from coprod_survey.pdf import (
    BulletList,
    Cell,
    Document,
    Figure,
    Fonts,
    Heading,
    Paragraph,
    PdfError,
    Span,
    Table,
    render,
)
from coprod_survey.pdf.canvas import TaggedCanvas
from tests.gate import assert_accessible
from tests.pdf.samples import BRIEFING, CHART, NUMBERS, bars


def refusal(*blocks: object, **changes: str) -> str:
    details = {"title": "A title", "author": "", "subject": "", "language": "en-GB"} | changes
    with pytest.raises(PdfError) as caught:
        render(Document(blocks=tuple(blocks), **details))  # type: ignore[arg-type]
    return str(caught.value)


def test_a_missing_letter_is_named_with_its_code_point_and_text() -> None:
    said = refusal(Paragraph("Snow ☃ falls"))
    assert "“☃”" in said
    assert "U+2603" in said
    assert "“Snow ☃ falls”" in said


def test_a_missing_letter_in_a_chart_is_named_too() -> None:
    def paint(canvas: Any, fonts: Fonts) -> None:
        canvas.setFont(fonts.bold, fonts.size)
        canvas.drawString(0, 0, "Cold ☃")

    assert "U+2603" in refusal(Figure(100, 20, paint, "A snowman.", NUMBERS))


def test_a_chart_needs_a_text_alternative() -> None:
    said = refusal(Figure(400, 84, bars, " ", NUMBERS))
    assert "Table 1. How often people had worked with residents" in said
    assert "no text alternative" in said


def test_a_chart_may_use_only_fonts_that_are_in_the_file() -> None:
    def paint(canvas: Any, _fonts: Fonts) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "Anything")

    assert "Helvetica" in refusal(Figure(100, 20, paint, "A word.", NUMBERS))


def test_a_chart_must_fit_the_page() -> None:
    wide = Figure(900, 84, bars, "Very wide.", NUMBERS)
    tall = Figure(400, 840, bars, "Very tall.", NUMBERS)
    assert "900 points wide" in refusal(wide)
    assert "taller than a page" in refusal(tall)


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ((2,), "has level 2 at the start; give it at most level 1."),
        ((1, 3), "has level 3 after one of level 1; give it at most level 2."),
        ((0,), "has level 0"),
        ((1, 2, 3, 4, 5, 6, 7), "give it at most level 6."),
    ],
)
def test_headings_must_nest(levels: tuple[int, ...], sentence: str) -> None:
    said = refusal(*(Heading(level, f"Title {level}") for level in levels))
    assert sentence in said
    assert f"“Title {levels[-1]}”" in said


def test_an_anchor_belongs_to_one_heading() -> None:
    said = refusal(Heading(1, "One", anchor="here"), Heading(2, "Two", anchor="here"))
    assert said == "The anchor “here” belongs to two headings."


def test_a_link_must_lead_somewhere() -> None:
    item = BulletList((("Read ", Span("the end", link="#end")),))
    assert "“the end” leads to “#end”" in refusal(item)


def test_a_row_must_fill_its_columns() -> None:
    header = ("A", "B", "C")
    short = Table("Short", header, (("1", "2", "3"), ("1", "2")))
    long = Table("Long", header, (("1", "2", "3", "4"),))
    under = Table("Under", header, ((Cell("1", rows=2), "2", "3"), ("1", "2", "3")))
    over = Table("Over", header, (("1", "2", Cell("3", rows=2)),))
    assert refusal(short) == "Row 2 of the table “Short” does not fill its 3 columns."
    assert refusal(long) == "Row 1 of the table “Long” does not fill its 3 columns."
    assert refusal(under) == "Row 2 of the table “Under” does not fill its 3 columns."
    assert refusal(over) == "Row 2 of the table “Over” does not fill its 3 columns."


def test_widths_and_alignments_are_for_every_column() -> None:
    short = Table("Short", ("A", "B"), (("1", "2"),), widths=(1.0,))
    long = Table("Long", ("A", "B"), (("1", "2"),), align=("left", "left", "right"))
    assert refusal(short) == "The table “Short” has 2 columns; give as many widths and alignments."
    assert "“Long” has 2 columns" in refusal(long)


def test_a_label_holds_page_numbers_only() -> None:
    assert "“Page {n}” may hold {page} and {pages}" in refusal(page_label="Page {n}")
    assert "“See {page” may hold" in refusal(table_label="See {page")


def test_a_row_must_fit_a_page() -> None:
    assert "table row is taller" in refusal(Table("Tall", ("A", "B"), (("x", "word " * 4000),)))


@pytest.mark.parametrize(
    "block",
    [Paragraph(" "), BulletList(("one", "")), BulletList(()), Table("", ("A",), (("1",),))],
)
def test_words_must_not_be_missing(block: object) -> None:
    assert " no " in refusal(block)


def test_a_document_needs_a_title() -> None:
    assert "no title" in refusal(Paragraph("Text."), title=" ")


def test_a_language_is_a_tag() -> None:
    assert "“English” is not a tag" in refusal(Paragraph("Text."), language="English")
    assert "“” is not a tag" in refusal(Paragraph("Text."), language="")
    assert "“Welsh” is not" in refusal(Paragraph(("See ", Span("tŷ", language="Welsh"))))


def test_text_outside_a_tag_is_refused() -> None:
    render(BRIEFING)
    canvas = TaggedCanvas(BytesIO(), (200, 200), "SourceSans", "en-GB")
    with pytest.raises(PdfError, match="outside a tag on page 1"):
        canvas.drawString(10, 10, "Stray")


def test_a_painter_that_fails_leaves_nothing_behind() -> None:
    def paint(_canvas: Any, _fonts: Fonts) -> None:
        raise ZeroDivisionError

    before = render(BRIEFING)
    with pytest.raises(ZeroDivisionError):
        render(Document("T", "A", "S", "en", (CHART, Figure(9, 9, paint, "None here.", NUMBERS))))
    assert render(BRIEFING) == before
    assert_accessible(before)
