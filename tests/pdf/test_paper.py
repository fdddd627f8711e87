"""Sheets to scan: markers and a code that others can read, and a map of where the answers stand."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import segno

from coprod_survey.pdf import (
    LARGE_PRINT,
    PRINT,
    AnswerBoxes,
    AnswerLines,
    ChoiceList,
    Document,
    MarkBox,
    PaperMarks,
    Paragraph,
    PdfError,
    Rectangle,
    Style,
    render,
    render_paper,
)
from coprod_survey.pdf.markers import MARKERS
from tests.gate.reading import read_aloud
from tests.pdf.samples import MARKS, SHEETS
from tests.pdf.speech import speech

DPI = 150


@pytest.fixture(params=[PRINT, LARGE_PRINT], ids=["print", "large"])
def style(request: pytest.FixtureRequest) -> Style:
    return request.param  # type: ignore[no-any-return]


def document_of(*blocks: object) -> Document:
    return Document("A title", "An author", "A subject", "en-GB", tuple(blocks))  # type: ignore[arg-type]


def scans(pdf: bytes, folder: Path) -> list[tuple[int, int, bytes]]:
    """Each page as poppler draws it in grey: width, height, and a byte for each dot."""
    (folder / "sheets.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DPI), folder / "sheets.pdf", folder / "page"], check=True
    )
    pages = []
    for file in sorted(folder.glob("page-*.pgm")):
        _, size, _, dots = file.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        pages.append((width, height, dots))
    return pages


def dark_at(scan: tuple[int, int, bytes], x: float, y: float) -> bool:
    """Whether the dot at a place in points is dark."""
    width, height, dots = scan
    column, row = int(x * DPI / 72), int(height - y * DPI / 72)
    return dots[row * width + column] < 128


def squares(scan: tuple[int, int, bytes], area: Rectangle, count: int) -> list[list[bool]]:
    """The squares of a marker or a code, as they are on the page."""
    left, bottom, right, top = area
    wide, high = (right - left) / count, (top - bottom) / count
    return [
        [dark_at(scan, left + (x + 0.5) * wide, top - (y + 0.5) * high) for x in range(count)]
        for y in range(count)
    ]


poppler = pytest.mark.skipif(
    subprocess.run(["which", "pdftoppm"], capture_output=True, check=False).returncode != 0,
    reason="skipped: pdftoppm (poppler-utils) is not on this machine",
)


@poppler
def test_markers_and_codes_are_drawn_where_they_are_said_to_be(
    style: Style, tmp_path: Path
) -> None:
    sheets = render_paper(SHEETS, MARKS, style)
    for number, scan in enumerate(scans(sheets.pdf, tmp_path), start=1):
        for marker, area in zip(MARKERS, sheets.markers, strict=True):
            assert squares(scan, area, 6) == [list(row) for row in marker]
        code = segno.make_qr(
            f"frontline/2026-1/A/{number}", error="m", boost_error=False, version=2
        )
        assert squares(scan, sheets.code, sheets.modules) == [
            [bool(square) for square in row] for row in code.matrix
        ]


@poppler
def test_every_box_of_the_map_is_on_the_page(style: Style, tmp_path: Path) -> None:
    """White inside, and ink on its frame."""
    sheets = render_paper(SHEETS, MARKS, style)
    pages = scans(sheets.pdf, tmp_path)
    for box in sheets.boxes:
        left, bottom, right, top = box.area
        middle = (bottom + top) / 2
        if box.shape == "lines":
            continue
        scan = pages[box.page - 1]
        assert not dark_at(scan, (left + right) / 2, middle)
        assert any(dark_at(scan, left + shift / 4, middle) for shift in range(-4, 5))


@poppler
def test_opencv_finds_the_markers_and_reads_the_code(tmp_path: Path) -> None:
    cv2 = pytest.importorskip("cv2", reason="skipped: OpenCV is not installed")
    scans(render_paper(SHEETS, MARKS).pdf, tmp_path)
    markers = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for number, file in enumerate(sorted(tmp_path.glob("page-*.pgm")), start=1):
        image = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
        _, found, _ = cv2.aruco.ArucoDetector(markers).detectMarkers(image)
        assert sorted(found.ravel()) == [0, 1, 2, 3]
        assert cv2.QRCodeDetector().detectAndDecode(image)[0] == MARKS.code(number)


def test_the_map_has_every_key_once_on_the_right_page() -> None:
    sheets = render_paper(SHEETS, MARKS)
    keys = [(box.item, box.option) for box in sheets.boxes if box.shape != "lines"]
    wanted = [key for block in SHEETS.blocks for key in getattr(block, "keys", ())]
    assert keys[: len(wanted)] == wanted
    assert keys[len(wanted) :] == [
        ("asked", "yes"),
        ("asked", "no"),
        ("told", "yes"),
        ("told", "no"),
    ]
    assert [box.item for box in sheets.boxes if box.shape == "lines"] == ["help"] * 4
    with pikepdf.open(BytesIO(sheets.pdf)) as opened:
        assert {box.page for box in sheets.boxes} == set(range(1, len(opened.pages) + 1))


def test_a_box_is_as_large_as_its_mark(style: Style) -> None:
    for box in render_paper(SHEETS, MARKS, style).boxes:
        left, bottom, right, top = box.area
        if box.item not in {"years", "help"}:
            assert (right - left, top - bottom) == pytest.approx((style.mark, style.mark))


def test_keys_change_nothing_on_the_page() -> None:
    keyed = document_of(ChoiceList(("Yes", "No"), keys=(("a", "1"), ("a", "0"))))
    plain = document_of(ChoiceList(("Yes", "No")))
    assert render(keyed) == render(plain)


def test_sheets_are_read_aloud_without_their_marks(style: Style) -> None:
    aloud = read_aloud(render_paper(SHEETS, MARKS, style).pdf)
    assert [text for _, text in aloud] == speech(SHEETS)


def test_sheets_are_the_same_each_time() -> None:
    assert render_paper(SHEETS, MARKS) == render_paper(SHEETS, MARKS)


def test_a_box_says_its_page_its_answer_and_its_place() -> None:
    (box, _) = render_paper(
        document_of(ChoiceList(("Yes", "No"), "square", keys=(("q", "y"), ("q", "n")))), MARKS
    ).boxes
    left, top = PRINT.margin, PRINT.page[1] - PRINT.margin_top
    middle, half = top - PRINT.body.leading / 2, PRINT.mark / 2
    area = (left, middle - half, left + PRINT.mark, middle + half)
    assert box == MarkBox(1, "q", "y", pytest.approx(area), "square")  # type: ignore[arg-type]


def test_marks_that_cannot_be_told_apart_are_refused() -> None:
    with pytest.raises(PdfError, match="“a/b” cannot go into a page's code"):
        PaperMarks("q", "a/b", "A")
    with pytest.raises(PdfError, match="“” cannot go"):
        PaperMarks("q", "", "A")
    with pytest.raises(PdfError, match="too long for the code"):
        render_paper(SHEETS, PaperMarks("q" * 80, "1", "A"))


def test_a_margin_without_room_for_the_markers_is_refused() -> None:
    from dataclasses import replace

    with pytest.raises(PdfError, match="margin is 40 points; the markers need 51"):
        render_paper(SHEETS, MARKS, replace(PRINT, margin=40))


@pytest.mark.parametrize(
    ("blocks", "sentence"),
    [
        ([ChoiceList(("a", "b"), keys=(("q", "a"),))], "2 answers to mark have 1 keys"),
        ([AnswerBoxes(2, keys=(("q", "1"),) * 3)], "2 answers to mark have 3 keys"),
        ([ChoiceList(("a", "b"), keys=(("q", "a"), ("q", "a")))], "named “q a”"),
        ([AnswerLines(1, "x", item="q"), AnswerLines(1, "y", item="q")], "named “q”"),
    ],
)
def test_keys_that_cannot_be_told_apart_are_refused(blocks: list[object], sentence: str) -> None:
    with pytest.raises(PdfError) as caught:
        render(document_of(Paragraph("Text."), *blocks))
    assert sentence in str(caught.value)
