"""Figures as they are printed: rounded once, at the last step, to whole numbers."""

from math import floor

from coprod_survey.model.release import Shares, Withheld
from coprod_survey.model.results import Estimate

BRACKETED_FROM = 30
PLAIN_FROM = 50
"""Fewest answers for percentages in brackets, and for plain ones (Health Survey for England)."""


def whole(value: float) -> int:
    """The nearest whole number; halves go up, as readers expect."""
    return floor(value + 0.5)


def count(number: int) -> str:
    """A number of people, as `2,610`."""
    return f"{number:,}"


def mean(estimate: Estimate) -> str:
    """The mean score, as `64`."""
    return str(whole(estimate.mean))


def interval(estimate: Estimate) -> tuple[int, int] | None:
    """The ends of the 95% interval inside 0 to 100; None where it has none."""
    if estimate.low is None or estimate.high is None:
        return None
    return whole(max(estimate.low, 0)), whole(min(estimate.high, 100))


def percentage(share: float) -> str:
    """A share as `34%`; 0% and 100% are kept for none and for all."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{whole(100 * share)}%"


def share_of(shares: Shares | Withheld, share: float | None) -> str | None:
    """A percentage by its size band: plain from 50 answers, in brackets from 30, else None."""
    if isinstance(shares, Withheld) or share is None or shares.n < BRACKETED_FROM:
        return None
    return percentage(share) if shares.n >= PLAIN_FROM else f"[{percentage(share)}]"


def size(points: float) -> str:
    """The size of a difference without its sign, as `4`; `under 1` where it would round to 0."""
    rounded = whole(abs(points))
    return "<1" if rounded == 0 and points else str(rounded)
