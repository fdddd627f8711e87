"""Columns → answers: the codes of every variable, and the cells that could not be used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item
from coprod_survey.model.returns import Codes
from coprod_survey.model.variable import (
    DONT_KNOW,
    NOT_SHOWN,
    SKIPPED,
    Variable,
    variables,
    variables_of,
)
from coprod_survey.returns.headings import Headings
from coprod_survey.returns.match import (
    BLANK,
    NOT_TICKED,
    TICKED,
    UNREADABLE,
    choices,
    codes_of,
    ticks,
)
from coprod_survey.returns.sheet import Mask, Positions, Refusal, Sheet, TextColumn

ALONE = ("none_of_these", "does_not_apply", "dont_know")
"""Answers that cannot be ticked together with another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows were asked an item: by their group, and by their form."""

    by_group: Mask
    by_form: Mask

    @property
    def shown(self) -> Mask:
        """The rows asked by both."""
        return self.by_group & self.by_form


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a sheet, and the rows where anything was written for them at all."""

    codes: Mapping[str, Codes]
    texts: Mapping[str, pa.Array]
    refused: tuple[Refusal, ...]
    given: Mask
    usable: Mask
