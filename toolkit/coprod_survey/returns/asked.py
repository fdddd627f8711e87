"""What every kind of question shares: who was asked it, and what becomes of a cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item
from coprod_survey.model.returns import Codes
from coprod_survey.model.variable import NOT_SHOWN, SKIPPED
from coprod_survey.returns.match import BLANK, UNREADABLE
from coprod_survey.returns.sheet import Mask, Refusal, TextColumn

NOT_OF_GROUP = "not asked of this group"
NOT_IN_FORM = "not asked in this form"
NOT_AN_ANSWER = "not one of the answers"


@dataclass(frozen=True, slots=True)
class Placed:
    """The group and the form of each row.

    `group` is a place in the bank's groups; `form` counts from 1 in the survey's forms, and 0 is a
    form that was not said, which may have asked anything. -1 is an unknown one.
    """

    group: npt.NDArray[np.int32]
    form: npt.NDArray[np.int32]


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
    """Answers of some items: codes by variable, text by open question, and cells not used.

    `given` are the rows with anything written, `usable` those with an answer that counts.
    """

    given: Mask
    usable: Mask
    codes: Mapping[str, Codes] = field(default_factory=dict)
    texts: Mapping[str, pa.Array] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()

    def __or__(self, other: "Answers") -> "Answers":
        """The answers of both, about the same rows."""
        return Answers(
            given=self.given | other.given,
            usable=self.usable | other.usable,
            codes={**self.codes, **other.codes},
            texts={**self.texts, **other.texts},
            refused=self.refused + other.refused,
        )


def asked(item: Item, bank: Bank, people: Placed) -> Asked:
    """Which rows were asked an item."""
    groups = [bank.asked_of(item, group) for group in bank.groups]
    forms = [not item.forms or form in item.forms for form in bank.survey.forms]
    return Asked(
        by_group=_true_at(people.group, groups),
        by_form=_true_at(people.form, [True, *forms]),
    )


def settled(raw: Codes, who: Asked) -> Codes:
    """Codes as they are kept: what is blank or unreadable is skipped, or was not shown."""
    codes = np.where(raw <= BLANK, np.int8(SKIPPED), raw)
    return np.where(who.shown, codes, np.int8(NOT_SHOWN))


def refused(raw: Codes, given: Mask, column: TextColumn, who: Asked) -> tuple[Refusal, ...]:
    """The cells that are no answer, and those that answer what was not asked."""
    wrong = np.flatnonzero(who.shown & (raw == UNREADABLE))
    return (*unasked(given, column, who), Refusal(wrong, NOT_AN_ANSWER, column))


def unasked(given: Mask, column: TextColumn, who: Asked) -> tuple[Refusal, ...]:
    """The cells that answer what the respondent's group, or else their form, was not asked."""
    return (
        Refusal(np.flatnonzero(given & ~who.by_group), NOT_OF_GROUP, column),
        Refusal(np.flatnonzero(given & who.by_group & ~who.by_form), NOT_IN_FORM, column),
    )


def counts(codes: Codes) -> Mask:
    """The rows with an answer, or with don't know or does not apply."""
    return np.not_equal(codes, SKIPPED) & np.not_equal(codes, NOT_SHOWN)


def _true_at(places: npt.NDArray[np.int32], truths: list[bool]) -> Mask:
    if all(truths):
        return np.ones(len(places), dtype=np.bool_)
    return np.array(truths).take(places)
