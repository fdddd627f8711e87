"""The questionnaire as one web page that needs no server and fetches nothing.

Its style and script stand inside the page, and its security policy lets nothing else run.
"""

import base64
import hashlib
from typing import assert_never

from jinja2 import Environment
from markupsafe import Markup

from coprod_survey.formats import words
from coprod_survey.model.instrument import Kind
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import (
    ManyChoice,
    Note,
    Number,
    OneChoice,
    OpenText,
    Question,
    Questionnaire,
    Ranking,
)
from coprod_survey.shipped import templates_dir
from coprod_survey.templating import pages

PARADATA = ("respondent", "council", "group", "wave", "form", "edition", "fingerprint", "language")
"""The columns before the answers: whose they are, and to which questionnaire."""


def write(questionnaire: Questionnaire, project: Project) -> bytes:
    """Return the page, in UTF-8.

    With script it draws one of the open forms for each respondent, shuffles what is to be
    shuffled, keeps the answers on the device and saves them as a CSV file. Without script it
    shows the first open form, to read and to print.
    """
    style, script = _inline("questionnaire.css"), _inline("questionnaire.js")
    text = (
        _environment(project)
        .get_template("questionnaire.html.j2")
        .render(
            questionnaire=questionnaire,
            project=project,
            first_form=questionnaire.forms[0] if questionnaire.forms else None,
            columns=(*PARADATA, *answer_columns(questionnaire)),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )
    return text.encode()


def answer_columns(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the columns of a saved answer file in reading order, named as variables are."""
    return tuple(name for question in questionnaire.questions for name in columns_of(question))


def columns_of(question: Question) -> tuple[str, ...]:
    """Return the columns of one question: its id, or one for each option but don't know."""
    match question:
        case OneChoice() | Number() | OpenText():
            return (question.id,)
        case ManyChoice() | Ranking():
            counted = (option for option in question.options if option.means != "dont_know")
            return tuple(f"{question.id}_{option.code}" for option in counted)
        case Note():
            return ()
        case _:
            assert_never(question)


def kind_of(question: Question) -> Kind:
    """Return the kind of a question, by which the page chooses its controls."""
    match question:
        case OneChoice():
            return "one"
        case ManyChoice():
            return "many"
        case Number():
            return "number"
        case Ranking():
            return "rank"
        case OpenText():
            return "text"
        case Note():
            return "note"
        case _:
            assert_never(question)


def _environment(project: Project) -> Environment:
    """Everything is escaped; only our own style and script are put in as they are."""
    environment = pages()
    environment.filters["paragraphs"] = lambda text: words.paragraphs(text, project)
    environment.tests["on_form"] = words.is_on
    environment.globals.update(
        kind_of=kind_of,
        hint=words.hint,
        holder=words.holder(project),
        contact=words.contact(project),
        draft_words=words.DRAFT,
    )
    return environment


def _inline(name: str) -> Markup:
    """Return a file of ours to stand inside the page unescaped."""
    return Markup((templates_dir() / name).read_text(encoding="utf-8"))  # noqa: S704  (our own)


def _policy(style: Markup, script: Markup) -> str:
    """Return the page's Content-Security-Policy: this style, this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
