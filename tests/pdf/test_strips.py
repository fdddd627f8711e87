"""Strips to pages: every strip once, in order, inside the page, and together where it was asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.pages import paginate, panel_areas
from coprod_survey.pdf.strips import Panel, Strip, glue, hold, spaced

Keep = Callable[[list[Strip]], list[Strip]]

TOP, BOTTOM = 100.0, 0.0


def nothing(*_arguments: object) -> None:
    """Draws nothing."""


PANEL = Panel(0, 10, 5, nothing)
strips = st.lists(
    st.builds(
        Strip,
        st.floats(1, 70),
        st.just(nothing),
        before=st.floats(0, 30),
        after=st.floats(0, 30),
        glued=st.booleans(),
        held=st.booleans(),
        breaks=st.sampled_from((False, False, False, True)),
        panel=st.sampled_from((None, None, PANEL)),
    ),
    max_size=30,
)


@given(strips)
def test_every_strip_is_on_a_page_once_and_in_order(given_strips: list[Strip]) -> None:
    pages = paginate(given_strips, TOP, BOTTOM)
    placed = [placed.strip for page in pages for placed in page]
    assert placed == [strip for strip in given_strips if not strip.breaks]


@given(strips)
def test_no_strip_leaves_its_page_or_covers_another(given_strips: list[Strip]) -> None:
    for page in paginate(given_strips, TOP, BOTTOM):
        edge = TOP
        for strip, top in page:
            assert top <= edge + 0.01
            edge = top - strip.height
        assert edge >= BOTTOM - 0.01


@given(strips)
def test_no_page_but_the_only_one_is_empty(given_strips: list[Strip]) -> None:
    pages = paginate(given_strips, TOP, BOTTOM)
    assert all(pages) or pages == ((),)


@pytest.mark.parametrize("keep", [glue, hold])
@given(heights=st.lists(st.floats(1, 9), min_size=1, max_size=9), used=st.floats(0, 95))
def test_what_is_kept_shares_a_page(keep: Keep, heights: list[float], used: float) -> None:
    filler = Strip(used, nothing)
    kept = keep([Strip(height, nothing) for height in heights])
    pages = paginate([filler, *kept], TOP, BOTTOM)
    assert [placed.strip for placed in pages[-1]][-len(kept) :] == kept


def test_what_is_too_long_to_hold_still_keeps_what_is_glued() -> None:
    pair = glue([Strip(20, nothing), Strip(20, nothing)])
    pages = paginate(hold([*pair, *pair, *pair]), TOP, BOTTOM)
    assert [len(page) for page in pages] == [4, 2]


def test_the_larger_wish_for_space_is_kept_and_none_at_the_top() -> None:
    first, second = Strip(10, nothing, after=3), Strip(10, nothing, before=7)
    ((one, two),) = paginate([replace(first, before=50), second], TOP, BOTTOM)
    assert (one.top, two.top) == (100, 83)


def test_a_running_strip_stands_above_what_starts_a_page() -> None:
    header = Strip(10, nothing)
    rows = [Strip(40, nothing, running=(header,)) for _ in range(4)]
    pages = paginate([Strip(20, nothing), *rows], TOP, BOTTOM)
    assert [[placed.strip for placed in page] for page in pages[1:]] == [[header, *rows[2:]]]


def test_a_panel_has_room_for_its_padding_on_every_page() -> None:
    (area,) = [
        area
        for page in paginate([Strip(80, nothing, panel=PANEL)], TOP, BOTTOM)
        for _, area in panel_areas(page)
    ]
    assert area == (0, 10, 10, 90)


def test_a_strip_taller_than_a_page_is_refused() -> None:
    with pytest.raises(PdfError, match="A chart is taller than a page"):
        paginate([Strip(101, nothing, what="chart")], TOP, BOTTOM)


def test_space_is_asked_for_around_the_whole() -> None:
    one, two = spaced([Strip(1, nothing), Strip(1, nothing)], 4, 5)
    assert (one.before, one.after, two.before, two.after) == (4, 0, 0, 5)
    assert spaced([], 4, 5) == []
