"""Means and shares with their 95% intervals."""

from math import sqrt
from typing import NamedTuple

from scipy.special import stdtrit

Z95 = 1.959963984540054
"""The 97.5th percentile of the normal distribution: R `qnorm(0.975)`."""


class MeanInterval(NamedTuple):
    """A mean, its spread, and its 95% interval; None where n is too small to give one."""

    n: int
    mean: float
    sd: float | None
    se: float | None
    low: float | None
    high: float | None


def mean_interval(n: int, total: float, squares: float) -> MeanInterval:
    """The mean of n values from their sum and sum of squares, with Student's t interval.

    Missing values are the caller's to leave out. The standard deviation divides by n - 1.
    Agrees with R `mean(x)`, `sd(x)` and `t.test(x)$conf.int`. Raises ValueError for n < 1.
    """
    if n < 1:
        raise ValueError("a mean needs at least one value")
    mean = total / n
    if n == 1:
        return MeanInterval(n, mean, None, None, None, None)
    sd = sqrt(max(squares - n * mean * mean, 0.0) / (n - 1))
    se = sd / sqrt(n)
    half = float(stdtrit(n - 1, 0.975)) * se
    return MeanInterval(n, mean, sd, se, mean - half, mean + half)


class ShareInterval(NamedTuple):
    """A share from 0 to 1 with its 95% interval."""

    n: int
    share: float
    low: float
    high: float


def share_interval(successes: int, n: int) -> ShareInterval:
    """A share with Wilson's score interval (Wilson 1927, without continuity correction).

    Agrees with R `prop.test(successes, n, correct = FALSE)$conf.int`. Raises ValueError for n < 1.
    """
    if n < 1:
        raise ValueError("a share needs at least one value")
    share = successes / n
    centre = share + Z95**2 / (2 * n)
    half = Z95 * sqrt(share * (1 - share) / n + Z95**2 / (4 * n**2))
    scale = 1 + Z95**2 / n
    return ShareInterval(
        n, share, max((centre - half) / scale, 0.0), min((centre + half) / scale, 1.0)
    )
