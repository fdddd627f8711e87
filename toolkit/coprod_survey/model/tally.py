"""The Tally: everything later stages need to know of the answers, in sums that add.

Two tallies of the same questionnaire add up, so a survey of any size can be tallied in parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coprod_survey.model.results import Measure

Counts = npt.NDArray[np.int64]
Sums = npt.NDArray[np.float64]


class Stratum(NamedTuple):
    """The smallest set of respondents that is kept apart."""

    council: str
    group: str
    wave: str
    form: str


@dataclass(frozen=True, slots=True)
class Moments:
    """Respondents, sum and sum of squares of a score in each stratum, shape (strata,) each."""

    n: Counts
    total: Sums
    squares: Sums


@dataclass(frozen=True, slots=True)
class PairTables:
    """How often each pair of codes occurred together among the items of a facet, by group.

    `pairwise` counts every respondent, `complete` those with a score on every item of the facet.
    Both have shape (groups, items, items, codes, codes), with `items` in the order of the axes
    and codes as in `Tally.codes`.
    """

    items: tuple[str, ...]
    pairwise: Counts
    complete: Counts


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums over respondents by stratum, and pair tables by group.

    `codes[variable]` has shape (strata, 4 + points): does not apply, don't know, not shown,
    skipped, then the points. `scores[measure]` uses half the items of a facet or the least parts
    of an index; `complete` holds the same measures for respondents who answered every part.
    """

    fingerprint: str
    simulated: bool
    rows_in: int
    rows_set_aside: int
    cells_set_aside: int
    strata: tuple[Stratum, ...]
    groups: tuple[str, ...]
    respondents: Counts
    codes: Mapping[str, Counts]
    scores: Mapping[Measure, Moments]
    complete: Mapping[Measure, Moments]
    pairs: Mapping[str, PairTables]
