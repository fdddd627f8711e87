"""Text to lines: nothing lost, nothing too wide, and breaks only where a reader expects them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.pdf import PRINT, Fonts, Inline, Span
from coprod_survey.pdf.embed import fonts_in_use
from coprod_survey.pdf.style import Type
from coprod_survey.pdf.text import Line, break_lines, extent

KIND = Type(10, 13)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return fonts_in_use(PRINT.family, 9)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def broken(text: Inline, width: float) -> list[str]:
    return texts(break_lines(text, KIND, fonts_in_use(PRINT.family, 9), width))


words = st.text("abcŵŷž £–-’/2", min_size=1, max_size=30)
inlines = st.lists(
    st.builds(Span, words, st.booleans(), st.booleans(), st.sampled_from((None, "#a", "http://b")))
    | words,
    min_size=1,
    max_size=6,
).map(tuple)


@given(text=inlines, width=st.floats(20, 500))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: Inline, width: float) -> None:
    fonts = fonts_in_use(PRINT.family, 9)
    lines = break_lines(text, KIND, fonts, width)
    given_letters = "".join(part.text if isinstance(part, Span) else part for part in text)
    assert "".join(texts(lines)).replace(" ", "") == given_letters.replace(" ", "")
    assert all(line.width <= width + 1e-6 for line in lines)


@given(text=inlines)
def test_the_extent_is_what_the_lines_need(text: Inline) -> None:
    fonts = fonts_in_use(PRINT.family, 9)
    longest, whole = extent(text, KIND, fonts)
    assert len(break_lines(text, KIND, fonts, whole + 0.001)) <= 1
    joined = "".join(texts(break_lines(text, KIND, fonts, longest + 0.001)))
    assert joined.split() == "".join(texts(break_lines(text, KIND, fonts, 9999))).split()


def test_lines_break_at_blanks_and_after_hyphens_between_letters() -> None:
    assert broken("one two", 20) == ["one ", "two"]
    assert broken("co-production", 52) == ["co-", "production"]
    assert broken("10–12", 30) == ["10–12"]
    assert broken("−5", 30) == ["−5"]


def test_a_word_may_change_its_face_inside() -> None:
    assert broken(("bo", Span("ld", bold=True), ", then"), 26) == ["bold, ", "then"]


def test_blanks_are_one_blank_and_a_line_ends_with_its_blank() -> None:
    assert broken((" a \n", Span("  b "), " c"), 500) == ["a b c"]
    assert broken("first second", 35) == ["first ", "second"]


def test_what_must_not_break_does_not() -> None:
    assert broken("5\xa0%", 12) == ["5\xa0", "%"]  # too wide for the line, so cut as a last resort
    assert broken("a 5\xa0%", 22) == ["a ", "5\xa0%"]
    assert broken("a e\u2011mail", 30) == ["a ", "e-mail"]


def test_hints_to_break_a_word_are_dropped() -> None:
    assert broken("co\u00adpro\u200bduction", 500) == ["coproduction"]


def test_letters_are_composed() -> None:
    assert broken("w\u0302", 500) == ["ŵ"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    lines = broken("https://example.gov.uk/" + "x" * 40, 60)
    assert len(lines) > 2
    assert "".join(lines) == "https://example.gov.uk/" + "x" * 40
