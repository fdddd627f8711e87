"""Differences between groups, judged by their own interval."""

from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

from coprod_survey.model.release import Withheld
from coprod_survey.model.results import Estimate

FEWEST: Final = 30
"""Fewest answers on each side for a difference to be tested."""

SAME_WITHIN: Final = 5.0
"""Points within which two scores are called about the same."""

NORMAL_95: Final = 1.96

Verdict = Literal["higher", "lower", "about_the_same", "no_clear_difference", "too_few_to_test"]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one mean lies above another, with the 95% interval of the difference."""

    value: float
    low: float
    high: float


def difference(one: Estimate, other: Estimate) -> Difference | None:
    """The difference of two independent means; None where either rests on too few answers.

    The interval is (a - b) ± 1.96 √(se_a² + se_b²): whether two intervals overlap does not
    settle whether two means differ (Schenker and Gentleman 2001, The American Statistician 55).
    """
    if min(one.n, other.n) < FEWEST or one.se is None or other.se is None:
        return None
    value, reach = one.mean - other.mean, NORMAL_95 * sqrt(one.se**2 + other.se**2)
    return Difference(value, value - reach, value + reach)


def verdict(found: Difference | None) -> Verdict:
    """What may be said of a difference."""
    if found is None:
        return "too_few_to_test"
    if -SAME_WITHIN <= found.low and found.high <= SAME_WITHIN:
        return "about_the_same"
    if found.low > 0:
        return "higher"
    return "lower" if found.high < 0 else "no_clear_difference"


def shown(estimate: Estimate | Withheld) -> Estimate | None:
    """The estimate, if it may be shown."""
    return estimate if isinstance(estimate, Estimate) else None
