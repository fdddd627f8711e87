"""What the questionnaires for screen and for paper both need to say, and when to say it."""

import re
from typing import assert_never

from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import (
    ManyChoice,
    Note,
    Number,
    OneChoice,
    OpenText,
    Question,
    Ranking,
)

DRAFT = "Draft questions: not yet tested with the people who will answer them."
TEAM = "the survey team"


def holder(project: Project) -> str:
    """Who keeps the answers."""
    return project.holder or TEAM


def contact(project: Project) -> str:
    """Whom to ask, and where to send the answers."""
    return project.contact or TEAM


def paragraphs(text: str, project: Project) -> tuple[str, ...]:
    """Split text at its line breaks, with {holder} and {contact} filled in and nothing else."""
    known = {"{holder}": holder(project), "{contact}": contact(project)}
    filled = re.sub(r"\{(holder|contact)\}", lambda found: known[found[0]], text)
    return tuple(line.strip() for line in filled.splitlines() if line.strip())


def hint(question: Question) -> str:
    """Say how to answer: in the bank's words, or else in ours; often nothing need be said."""
    if question.hint:
        return question.hint
    match question:
        case ManyChoice(choose=None):
            return "Choose all that apply."
        case ManyChoice(choose=most):
            return f"Choose up to {most}."
        case Number(minimum=minimum, maximum=maximum):
            return f"Give a whole number from {minimum} to {maximum}."
        case Ranking():
            return "Give each a place: 1 for the first, 2 for the next, and so on."
        case OneChoice() | OpenText() | Note():
            return ""
        case _:
            assert_never(question)


def is_on(question: Question, form: str | None) -> bool:
    """Whether a form asks the question; without forms, every question is asked."""
    return form is None or not question.forms or form in question.forms
