"""A Release: what may be published. Every cell is shown, or withheld with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coprod_survey.model.results import (
    Base,
    Domain,
    Estimate,
    Measure,
    Provenance,
    Reliability,
)


class Reason(StrEnum):
    """Why a cell is withheld, in words that may be printed."""

    TOO_FEW = "too few answers to show"
    TOO_FEW_FOR_PERCENTAGES = "too few answers for percentages"
    PROTECTS_ANOTHER = "withheld so that another small group cannot be worked out"
    NOT_ASKED = "not asked of this group"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A cell that is not shown."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Shares:
    """Percentages of a variable's answers that may be shown: `n` chose one of its points.

    `points` are shares of those n; `high_share` with its interval as in `Distribution`;
    `dont_know` is the share of all who answered or said they did not know.
    """

    n: int
    points: tuple[float, ...]
    dont_know: float
    high_share: float | None
    high_low: float | None
    high_high: float | None


EstimateKey = tuple[Domain, Measure, str]
SharesKey = tuple[Domain, str]


@dataclass(frozen=True, slots=True)
class Release:
    """What may leave the machine. Nothing reaches a reader by another way.

    `bases` of withheld domains are withheld too. `threshold` is the fewest respondents any
    published figure rests on.
    """

    provenance: Provenance
    threshold: int
    bases: Mapping[Domain, Base | Withheld]
    estimates: Mapping[EstimateKey, Estimate | Withheld]
    shares: Mapping[SharesKey, Shares | Withheld]
    reliabilities: tuple[Reliability, ...]

    def estimate(self, domain: Domain, measure: Measure) -> Estimate | Withheld:
        """The standard estimate, or why there is none."""
        missing = Withheld(Reason.NOT_ASKED)
        return self.estimates.get((domain, measure, "standard"), missing)

    def share(self, domain: Domain, variable: str) -> Shares | Withheld:
        """The shares of a variable's answers, or why there are none."""
        return self.shares.get((domain, variable), Withheld(Reason.NOT_ASKED))

    def base(self, domain: Domain) -> Base | Withheld:
        """How many took part, or why that is not said."""
        return self.bases.get(domain, Withheld(Reason.TOO_FEW))

    @property
    def cells(self) -> tuple[int, int]:
        """How many estimates and shares are shown, and how many withheld."""
        cells = [*self.estimates.values(), *self.shares.values()]
        withheld = sum(isinstance(cell, Withheld) for cell in cells)
        return len(cells) - withheld, withheld

    @property
    def councils(self) -> tuple[str, ...]:
        """Every council in the release, in order of name."""
        return tuple(sorted({d.council for d in self.bases if d.council is not None}))
