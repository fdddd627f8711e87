"""The questionnaire on paper: A4, black on white, to fill in by hand.

One question is never split over two pages. The file is a tagged PDF, so the same sheet can be read
with a screen reader.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, assert_never

from coprod_survey.errors import CoprodSurveyError
from coprod_survey.formats import words
from coprod_survey.model.instrument import Option
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
    Section,
)
from coprod_survey.pdf import (
    PRINT,
    AnswerBoxes,
    AnswerLines,
    Block,
    Box,
    BulletList,
    ChoiceList,
    Document,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    PdfError,
    Span,
    render,
)

PAPER = replace(PRINT, ink="#000000", heading="#000000")
COMMENT_LINES = 6

FEW = 3
"""Answers that stand in one row, where their words fit."""


def write(questionnaire: Questionnaire, project: Project) -> bytes:
    """Return the PDF of a questionnaire that is on one form at most.

    Raises CoprodSurveyError when several forms are open, since paper cannot draw one, and when
    the words cannot be printed: a letter that the typeface lacks, say.
    """
    if len(questionnaire.forms) > 1:
        raise CoprodSurveyError(
            "A printed questionnaire must be of one form, not of "
            f"{', '.join(questionnaire.forms)}. Choose one, for example --form "
            f"{questionnaire.forms[0]}."
        )
    try:
        return render(document(questionnaire, project), PAPER)
    except PdfError as error:
        raise CoprodSurveyError(str(error)) from error


def document(questionnaire: Questionnaire, project: Project) -> Document:
    """Return the sheets as a document: notice, how to answer, council, questions, where to send."""
    return Document(
        title=f"{questionnaire.title} – {questionnaire.group_name}",
        author=words.holder(project),
        subject=f"Questionnaire for {questionnaire.group_name}",
        language=questionnaire.language,
        blocks=(
            *_opening(questionnaire, project),
            *_sections(questionnaire, project),
            *_closing(questionnaire, project),
        ),
        footer=" · ".join(_identity(questionnaire)),
        banner=words.DRAFT if questionnaire.draft else "",
    )


def _identity(questionnaire: Questionnaire) -> Iterator[str]:
    """What tells one printed questionnaire from another."""
    yield questionnaire.group_name
    yield from (f"Form {form}" for form in questionnaire.forms)
    yield f"Edition {questionnaire.edition}"
    yield questionnaire.fingerprint


def _opening(questionnaire: Questionnaire, project: Project) -> Iterator[Block]:
    yield Heading(1, questionnaire.title)
    yield Paragraph(questionnaire.group_name, "lead")
    notice = words.paragraphs(questionnaire.notice, project)
    if notice:
        yield Box((Heading(2, "About this survey"), *map(Paragraph, notice)))
    yield Heading(2, "How to answer")
    yield BulletList(
        (
            "Use a dark pen. Put a cross in the circle or the square beside your answer.",
            "A circle means choose one answer. A square means you may choose more than one.",
            "To change an answer, fill in the wrong circle or square and cross the right one.",
        )
    )
    if len(project.councils) == 1:
        yield Paragraph(("Council: ", Span(project.councils[0].name, bold=True)))
    else:
        yield AnswerLines(1, (Span("Which council is yours?", bold=True),))


def _sections(questionnaire: Questionnaire, project: Project) -> Iterator[Block]:
    """Yield the sections with their questions numbered through; notes have no number."""
    form = questionnaire.forms[0] if questionnaire.forms else None
    number = 0
    for section in questionnaire.sections:
        lead: tuple[Block, ...] = tuple(_heading(section, project))
        for question in section.questions:
            if not words.is_on(question, form):
                continue
            number += not isinstance(question, Note)
            yield KeepTogether((*lead, *_question(question, number, project)))
            lead = ()


def _heading(section: Section, project: Project) -> Iterator[Block]:
    if section.title:
        yield Heading(2, section.title)
    yield from map(Paragraph, words.paragraphs(section.intro, project))


def _question(question: Question, number: int, project: Project) -> Iterator[Block]:
    if isinstance(question, Note):
        yield from map(Paragraph, words.paragraphs(question.text, project))
    else:
        yield Paragraph((Span(f"{number}. {question.text}", bold=True),))
    if hint := words.hint(question):
        yield Paragraph(hint, "small")
    yield from _answer(question)


def _answer(question: Question) -> Iterator[Block]:
    """Yield the places to mark or to write in."""
    match question:
        case OneChoice():
            yield _choices(question.options, "circle")
        case ManyChoice():
            yield _choices(question.options, "square")
        case Number():
            yield AnswerBoxes(len(str(question.maximum)), "Your answer:")
            yield from _absences(question.options)
        case Ranking():
            ranked = [option for option in question.options if option.means == "answer"]
            digits = len(str(len(ranked)))
            yield from (AnswerBoxes(digits, option.label) for option in ranked)
            yield from _absences(question.options)
        case OpenText():
            yield AnswerLines(COMMENT_LINES)
        case Note():
            return
        case _:
            assert_never(question)


def _absences(options: tuple[Option, ...]) -> Iterator[Block]:
    """Yield circles for what may be said instead of a number or an order."""
    absences = tuple(option for option in options if option.means != "answer")
    if absences:
        yield _choices(absences, "circle")


def _choices(options: tuple[Option, ...], shape: Literal["circle", "square"]) -> ChoiceList:
    labels = tuple(option.label for option in options)
    return ChoiceList(labels, shape, side_by_side=len(labels) <= FEW)


def _closing(questionnaire: Questionnaire, project: Project) -> Iterator[Block]:
    """Yield where to send the pages, and the thanks on a page of their own: they tell an answer."""
    to = (Span("Please return these pages to: ", bold=True), words.contact(project))
    yield KeepTogether((Heading(2, "When you have finished"), Paragraph(to)))
    thanks = words.paragraphs(questionnaire.thanks, project)
    if thanks:
        yield PageBreak()
        yield Heading(2, "Thank you")
        yield from map(Paragraph, thanks)
