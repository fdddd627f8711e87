"""A questionnaire: the bank as one group sees it, in one language."""

from dataclasses import dataclass
from typing import Literal

from coprod_survey.model.instrument import Option


@dataclass(frozen=True, slots=True)
class Asked:
    """What every question has: its item id, its words, and the forms that ask it (empty: all)."""

    id: str
    text: str
    hint: str
    forms: tuple[str, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class OneChoice(Asked):
    """Choose one answer."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ManyChoice(Asked):
    """Choose any answers, or up to `choose` of them."""

    options: tuple[Option, ...]
    choose: int | None


@dataclass(frozen=True, slots=True)
class Number(Asked):
    """A whole number from `minimum` to `maximum`; `options` holds don't know, if offered."""

    minimum: int
    maximum: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Ranking(Asked):
    """Put the options in order, first to last."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class OpenText(Asked):
    """An answer in the respondent's own words."""


@dataclass(frozen=True, slots=True)
class Note(Asked):
    """Words to read; nothing to answer."""


Question = OneChoice | ManyChoice | Number | Ranking | OpenText | Note


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading. `order` is random where the channel can show them so."""

    id: str
    title: str
    intro: str
    order: Literal["fixed", "random"]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything a channel needs to put a group's questions to people.

    `forms` lists the forms still open: all of them when one is to be drawn for each respondent,
    one when the questionnaire was composed for that form, none when the group has no forms.
    """

    survey_id: str
    title: str
    edition: str
    fingerprint: str
    language: str
    group_id: str
    group_name: str
    minutes: int | None
    notice: str
    thanks: str
    forms: tuple[str, ...]
    sections: tuple[Section, ...]
    draft: bool

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question in reading order."""
        return tuple(question for section in self.sections for question in section.questions)
