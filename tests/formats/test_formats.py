"""The table of formats: every one of them writes every kind of question, and says what it drops."""

import subprocess
import sys
from dataclasses import replace

import pytest

from coprod_survey.errors import UnknownName
from coprod_survey.formats import FORMATS, Format, format_named, losses
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import Question
from tests.formats.samples import PROJECT, QUESTIONNAIRE

each_format = pytest.mark.parametrize("target", FORMATS, ids=lambda target: target.name)
each_kind = pytest.mark.parametrize(
    "question",
    {type(question): question for question in QUESTIONNAIRE.questions}.values(),
    ids=lambda question: type(question).__name__,
)


@each_format
@each_kind
def test_every_format_writes_every_kind(target: Format, question: Question) -> None:
    on_every_form = replace(question, forms=())
    section = replace(QUESTIONNAIRE.sections[0], questions=(on_every_form,))
    asked = replace(QUESTIONNAIRE, forms=("A",), sections=(section,))
    without = replace(QUESTIONNAIRE, forms=("A",), sections=())
    assert len(target.write(asked, PROJECT)) > len(target.write(without, PROJECT))


@each_format
def test_the_same_questionnaire_gives_the_same_bytes(target: Format) -> None:
    asked = replace(QUESTIONNAIRE, forms=("A",))
    assert target.write(asked, PROJECT) == target.write(asked, PROJECT)


@each_format
def test_a_project_that_says_nothing_will_do(target: Format) -> None:
    assert target.write(replace(QUESTIONNAIRE, forms=()), Project())


def test_names_and_endings_are_told_apart() -> None:
    assert len({target.name for target in FORMATS}) == len(FORMATS)
    assert all(target.suffix.startswith(".") for target in FORMATS)


def test_a_format_is_found_by_its_name() -> None:
    assert format_named("pdf").suffix == ".pdf"


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(UnknownName, match=r'no format "htm".*"html"\?.*html, pdf'):
        format_named("htm")


def test_the_page_loses_nothing() -> None:
    assert losses(format_named("html"), QUESTIONNAIRE) == ()


def test_paper_says_which_questions_lose_what() -> None:
    assert losses(format_named("pdf"), QUESTIONNAIRE) == (
        (
            "pdf cannot draw a form for each person, so write each form apart; "
            "not on every form: blame, time, share."
        ),
        "pdf does not shuffle questions, so these follow the order of the bank: harm, blame, time.",
        (
            "pdf cannot check answers as they are given, so look these over when they come back: "
            "stage, share, topics."
        ),
    )


def test_paper_loses_only_what_the_questionnaire_has() -> None:
    section = replace(QUESTIONNAIRE.sections[0], order="fixed")
    plain = replace(QUESTIONNAIRE, forms=("A",), sections=(section,))
    assert losses(format_named("pdf"), plain) == ()


def test_the_table_loads_no_slow_library() -> None:
    slow = {"jinja2", "reportlab"}
    code = f"import sys, coprod_survey.formats; print({slow!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
