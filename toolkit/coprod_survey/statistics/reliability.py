"""How far items measure the same thing, from their covariances."""

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Tables = npt.NDArray[np.int64]


def covariances(tables: Tables, scores: Matrix) -> Matrix:
    """Covariances of items from the counts of every pair of codes.

    `tables` has shape (items, items, codes, codes), `scores` (items, codes) with NaN for codes
    that are missing. Each pair uses the respondents with a score on both: R
    `cov(x, use = "pairwise.complete.obs")`. NaN where fewer than two respondents have both.
    """
    present = ~np.isnan(scores)
    weights = tables * present[:, None, :, None] * present[None, :, None, :]
    value = np.where(present, scores, 0.0)
    n = weights.sum(axis=(2, 3)).astype(np.float64)
    first = np.einsum("ijab,ia->ij", weights, value)
    second = np.einsum("ijab,jb->ij", weights, value)
    cross = np.einsum("ijab,ia,jb->ij", weights, value, value)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(n > 1, (cross - first * second / n) / (n - 1), np.nan)


def cronbach_alpha(covariance: Matrix) -> float | None:
    """Cronbach's alpha of k items: k/(k-1) · (1 - sum of variances / variance of the sum).

    Cronbach (1951). Agrees with R `psych::alpha(x)$total$raw_alpha`, keyed items turned round
    first. None with fewer than two items, a missing covariance, or a sum that does not vary.
    """
    items = len(covariance)
    total = float(covariance.sum())
    if items < 2 or not np.isfinite(total) or total <= 0:
        return None
    return items / (items - 1) * (1 - float(np.trace(covariance)) / total)


def spearman_brown(covariance: Matrix) -> float | None:
    """The reliability of the sum of two items: 2r / (1 + r).

    Spearman (1910), Brown (1910); recommended for two items by Eisinga, te Grotenhuis and Pelzer
    (2013). Agrees with R `2 * cor(x, y) / (1 + cor(x, y))`. None when an item does not vary.
    Raises ValueError unless there are two items.
    """
    if len(covariance) != 2:
        raise ValueError(f"Spearman–Brown is for two items, not {len(covariance)}")
    spread = float(covariance[0, 0] * covariance[1, 1])
    if not np.isfinite(spread) or spread <= 0:
        return None
    correlation = float(covariance[0, 1]) / spread**0.5
    return 2 * correlation / (1 + correlation) if correlation > -1 else None
