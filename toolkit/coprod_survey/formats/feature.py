"""Features: what a questionnaire may need of its channel, and which questions need it."""

from collections.abc import Callable
from dataclasses import dataclass

from coprod_survey.model.questionnaire import (
    ManyChoice,
    Note,
    Number,
    Question,
    Questionnaire,
    Ranking,
)


@dataclass(frozen=True, slots=True)
class Feature:
    """Something not every format can carry.

    `loss` goes on from the format's name and ends before the ids of the questions;
    `needed_by` returns those ids, none when the questionnaire does without the feature.
    """

    name: str
    loss: str
    needed_by: Callable[[Questionnaire], tuple[str, ...]]


def _not_on_every_form(questionnaire: Questionnaire) -> tuple[str, ...]:
    if len(questionnaire.forms) < 2:
        return ()
    return tuple(question.id for question in questionnaire.questions if question.forms)


def _shuffled(questionnaire: Questionnaire) -> tuple[str, ...]:
    return tuple(
        question.id
        for section in questionnaire.sections
        if section.order == "random"
        for question in section.questions
        if not isinstance(question, Note)
    )


def _checked(questionnaire: Questionnaire) -> tuple[str, ...]:
    return tuple(question.id for question in questionnaire.questions if _can_be_wrong(question))


def _can_be_wrong(question: Question) -> bool:
    """Whether an answer could break a rule: a limit, a range, a place used twice."""
    match question:
        case Number() | Ranking():
            return True
        case ManyChoice():
            alone = any(option.means != "answer" for option in question.options)
            return alone or question.choose is not None
        case _:
            return False


DRAWN_FORM = Feature(
    "drawn form",
    "cannot draw a form for each person, so write each form apart; not on every form",
    _not_on_every_form,
)
RANDOM_ORDER = Feature(
    "random order",
    "does not shuffle questions, so these follow the order of the bank",
    _shuffled,
)
CHECKED_ANSWERS = Feature(
    "checked answers",
    "cannot check answers as they are given, so look these over when they come back",
    _checked,
)
