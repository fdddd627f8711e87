"""Style and typefaces: enough contrast, large enough type, and the letters we need."""

import subprocess
import sys
from dataclasses import replace

import pytest

from coprod_survey.pdf import LARGE_PRINT, PRINT, PdfError, Style, embed
from coprod_survey.pdf.style import contrast

WHITE = "#ffffff"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # The least grey that passes and the first that fails, https://webaim.org/articles/contrast/.
    [("#000000", WHITE, 21), (WHITE, WHITE, 1), ("#767676", WHITE, 4.54), ("#777777", WHITE, 4.48)],
)
def test_contrast_agrees_with_published_values(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_a_faint_colour_is_refused() -> None:
    with pytest.raises(PdfError, match=r"#999999 \(link\) has a contrast of 2\.\d to 1"):
        replace(PRINT, link="#999999")


@pytest.mark.parametrize("style", [PRINT, LARGE_PRINT], ids=["print", "large"])
def test_rules_can_be_seen(style: Style) -> None:
    # WCAG 2.2 asks 3 to 1 of lines that mean something (1.4.11).
    assert contrast(style.rule, WHITE) >= 3
    assert contrast(style.rule, style.tint) >= 3


def test_both_styles_have_room_for_the_same_figure() -> None:
    assert LARGE_PRINT.text_width >= PRINT.text_width


def test_large_print_is_eighteen_points() -> None:
    running = (LARGE_PRINT.body, LARGE_PRINT.small, LARGE_PRINT.lead, LARGE_PRINT.table)
    assert min(kind.size for kind in running) == 18
    assert min(kind.size for kind in LARGE_PRINT.headings) > 18


LETTERS = {
    "Welsh": "âêîôûŵŷ ÂÊÎÔÛŴŶ áàäéèëíìïóòöúùüẃẁẅýỳÿ",
    "Czech": "áčďéěíňóřšťúůýž ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "signs": "£€%&@§©°½ – — ‘’ “” … • · † ‡ −×÷±=<>≤≥≠≈ ← ↑ → ↓ ²³",
}


@pytest.mark.parametrize("letters", LETTERS.values(), ids=list(LETTERS))
def test_every_face_has_the_letters_we_need(letters: str) -> None:
    faces = embed._family(PRINT.family)
    assert len(faces) == 4
    assert [sorted(set(letters) - face._known) for face in faces] == [[], [], [], []]


def test_asking_for_the_function_does_not_load_reportlab() -> None:
    script = "import sys, coprod_survey.pdf; print('reportlab' in sys.modules)"
    there = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert there.stdout.strip() == b"False"
