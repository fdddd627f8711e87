"""Results: estimates that carry what they rest on. Nothing here has passed disclosure control."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

MeasureKind = Literal["item", "facet", "index", "number"]


class Domain(NamedTuple):
    """Whom a figure is about: a population, one group of it or all, in one council or in all.

    `group` and `council` are None for "all of them".
    """

    population: str
    group: str | None = None
    council: str | None = None


class Measure(NamedTuple):
    """What was measured: the score of an item, a facet or an index, by its id.

    A `number` is the answer to a number item as people gave it, before it is scored.
    """

    kind: MeasureKind
    id: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean score from 0 to 100 (a `number`: in its own units) with its interval.

    `n` respondents are in it. `rule` says who: `standard` uses half the items of a facet or the
    least parts of an index, `complete` only those who answered every part. `sd` and `se` are None
    with fewer than two respondents, and so are `low` and `high`, the 95% interval by Student's t.
    """

    domain: Domain
    measure: Measure
    rule: Literal["standard", "complete"]
    n: int
    mean: float
    sd: float | None
    se: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many chose each answer of a variable, and how many gave none, by kind.

    A number item counts by its bands, and not at all where it has none. `high_share` is the share
    of those who answered that lies on the high side of the middle of what the item's facet names
    (for a concern: the concerned end), with its Wilson interval; None for variables not scored.
    """

    domain: Domain
    variable: str
    counts: tuple[int, ...]
    skipped: int
    not_shown: int
    dont_know: int
    does_not_apply: int
    high_share: float | None
    high_low: float | None
    high_high: float | None

    @property
    def n(self) -> int:
        """Respondents who chose one of the points."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the items of a facet agree with each other.

    `coefficient` is Cronbach's alpha for three items or more and Spearman–Brown for two.
    `complete` uses respondents who answered every item; `pairwise` every pair answered, which for
    two items is the same.
    """

    population: str
    group: str | None
    facet: str
    coefficient: Literal["alpha", "spearman-brown"]
    items: tuple[str, ...]
    n_complete: int
    complete: float | None
    n_pairwise: int
    pairwise: float | None


@dataclass(frozen=True, slots=True)
class Base:
    """How many took part in a domain, of how many people there are (None where not known)."""

    domain: Domain
    respondents: int
    headcount: int | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every figure of a survey rests on: which questions, and which of the rows that came in.

    `simulated` says that some answers were made up by a computer; `draft` that some questions
    have not been tested with people who would answer them.
    """

    survey_id: str
    edition: str
    fingerprint: str
    simulated: bool
    draft: bool
    rows_in: int
    rows_set_aside: int
    cells_set_aside: int

    @property
    def rows_used(self) -> int:
        """Rows whose answers are in the figures."""
        return self.rows_in - self.rows_set_aside


@dataclass(frozen=True, slots=True)
class Results:
    """All estimates of a survey, before disclosure control; kept on the machine, never written."""

    provenance: Provenance
    bases: tuple[Base, ...]
    estimates: tuple[Estimate, ...]
    distributions: tuple[Distribution, ...]
    reliabilities: tuple[Reliability, ...]
