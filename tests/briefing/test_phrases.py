"""Figures are rounded once; each interval of a difference has its own phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.briefing.audiences import mid_sentence
from coprod_survey.briefing.differences import Difference, difference, verdict
from coprod_survey.briefing.figures import interval, percentage, share_of, size, whole
from coprod_survey.briefing.phrases import compared, leaning, words
from coprod_survey.model.release import Shares
from coprod_survey.model.results import Domain, Estimate, Measure


def estimate(mean: float, se: float, n: int = 100) -> Estimate:
    domain, measure = Domain("staff", "frontline"), Measure("item", "jobs1")
    low, high = mean - 1.96 * se, mean + 1.96 * se
    return Estimate(domain, measure, "standard", n, mean, se * n**0.5, se, low, high)


def shares(n: int, share: float) -> Shares:
    return Shares(n, (1 - share, share), 0.0, None, None, None)


def test_rounding_is_done_once_at_the_end() -> None:
    # Civil Service People Survey, technical guide 2014: 52.952 and 58.495 print as 53 and 58,
    # and their difference as 6.
    assert (whole(52.952), whole(58.495), size(58.495 - 52.952)) == (53, 58, "6")


@pytest.mark.parametrize(
    ("share", "printed"),
    [(0.0, "0%"), (0.001, "<1%"), (0.005, "1%"), (0.34, "34%"), (0.996, ">99%"), (1.0, "100%")],
)
def test_none_and_all_are_said_when_they_are_true(share: float, printed: str) -> None:
    assert percentage(share) == printed


@pytest.mark.parametrize(("n", "printed"), [(29, None), (30, "[40%]"), (49, "[40%]"), (50, "40%")])
def test_percentages_by_size_band(n: int, printed: str | None) -> None:
    assert share_of(shares(n, 0.4), 0.4) == printed


def test_an_interval_stays_on_the_scale() -> None:
    assert interval(estimate(99, 3)) == (93, 100)
    assert interval(estimate(1, 3)) == (0, 7)


PHRASES = [
    # a mean, b mean, standard errors so that the interval is as wide as wanted
    (68, 60, 1.4, "higher among staff than councillors (by 4 to 12 points)"),
    (60, 68, 1.4, "lower among staff than councillors (by 4 to 12 points)"),
    (
        62,
        60,
        1.8,
        "no clear difference between staff and councillors (between 3 lower and 7 higher)",
    ),
    (61, 60, 1.0, "about the same among staff and councillors"),
    (63, 60, 0.7, "about the same among staff and councillors"),
    (64.3, 60, 1.5, "higher among staff than councillors (by <1 to 8 points)"),
]


@pytest.mark.parametrize(("one", "other", "se", "phrase"), PHRASES)
def test_one_phrase_for_each_interval(one: float, other: float, se: float, phrase: str) -> None:
    said = compared(estimate(one, se), estimate(other, se), ("staff", "councillors"), words("en"))
    assert said == phrase


def test_too_few_to_test_is_not_no_clear_difference() -> None:
    said = compared(estimate(60, 5, n=29), estimate(61, 5), ("staff", "councillors"), words("en"))
    assert said == "too few answers to test staff against councillors"


def test_intervals_that_overlap_may_still_differ() -> None:
    # Schenker and Gentleman (2001): 50 ± 9.8 and 64 ± 9.8 overlap; the difference, 14 ± 13.9,
    # does not include 0.
    assert verdict(difference(estimate(64, 5), estimate(50, 5))) == "higher"


@given(st.floats(-50, 50), st.floats(0.1, 20))
def test_the_verdict_turns_round_with_the_groups(value: float, reach: float) -> None:
    turned = {"higher": "lower", "lower": "higher"}
    one = verdict(Difference(value, value - reach, value + reach))
    other = verdict(Difference(-value, -value - reach, -value + reach))
    assert other == turned.get(one, one)


def test_which_way_people_lean_is_told_from_the_interval() -> None:
    assert [leaning(estimate(m, 2)) for m in (60, 52, 40)] == ["above", "mixed", "below"]


def test_names_inside_a_sentence() -> None:
    assert mid_sentence("Front-line staff") == "front-line staff"
    assert mid_sentence("HR managers") == "HR managers"
