"""The words that screen and paper share."""

from dataclasses import replace

import pytest

from coprod_survey.formats import words
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import Question
from tests.formats.samples import COMMENT, HARM, ORDER, PROJECT, SHARE, STAGE


def test_each_line_is_a_paragraph() -> None:
    assert words.paragraphs("One.\n\n  Two.  \nThree.\n", PROJECT) == ("One.", "Two.", "Three.")


def test_holder_and_contact_are_filled_in() -> None:
    text = "{holder} keeps your answers. Ask {contact}."
    expected = "The Survey Trust keeps your answers. Ask survey@trust.example."
    assert words.paragraphs(text, PROJECT) == (expected,)


def test_the_survey_team_stands_in_where_the_project_is_silent() -> None:
    filled = words.paragraphs("Ask {contact} or {holder}.", Project())
    assert filled == ("Ask the survey team or the survey team.",)


def test_nothing_else_is_filled_in() -> None:
    text = "{period} {holder.__class__} {0} {} { {{contact"
    assert words.paragraphs(text, PROJECT) == (text,)


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    project = Project(holder="{contact}", contact="me")
    assert words.paragraphs("{holder}", project) == ("{contact}",)


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        (STAGE, "Choose up to 2."),
        (replace(STAGE, choose=None), "Choose all that apply."),
        (SHARE, "Give a whole number from 0 to 100."),
        (ORDER, "Give each a place: 1 for the first, 2 for the next, and so on."),
        (HARM, ""),
        (COMMENT, ""),
    ],
)
def test_a_question_without_a_hint_says_how_to_answer(question: Question, hint: str) -> None:
    assert words.hint(replace(question, hint="")) == hint


def test_the_bank_has_the_first_word() -> None:
    assert words.hint(SHARE) == "Your best guess is fine."


@pytest.mark.parametrize(("form", "on"), [("A", True), ("B", False), (None, True)])
def test_a_question_is_on_its_forms(form: str | None, on: bool) -> None:
    assert words.is_on(SHARE, form) is on
