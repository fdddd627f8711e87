"""The questionnaire on paper: what a reader hears, and what lies on each sheet."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from hypothesis import given, settings

from coprod_survey.bank.read import read_bank
from coprod_survey.compose import compose_questionnaire
from coprod_survey.errors import CoprodSurveyError
from coprod_survey.formats import print_pdf, words
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import Note, OneChoice, Questionnaire
from coprod_survey.shipped import questionnaires_dir
from tests.formats.samples import HARM, PROJECT, QUESTIONNAIRE
from tests.gate import assert_accessible
from tests.gate.reading import read_aloud
from tests.strategies import questionnaires

FORM_A = replace(QUESTIONNAIRE, forms=("A",))


def sheets(pdf: bytes) -> list[str]:
    """The text on each sheet, without blanks: where a line breaks is not at stake here."""
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def heard(pdf: bytes) -> list[str]:
    return [text for _, text in read_aloud(pdf)]


@given(questionnaires(forms=("A",)))
@settings(max_examples=15)
def test_questions_are_heard_in_order_and_no_other_form_s(questionnaire: Questionnaire) -> None:
    pdf = print_pdf.write(questionnaire, PROJECT)
    assert_accessible(pdf)
    asked = [
        " ".join(question.text.split())
        for question in questionnaire.questions
        if not isinstance(question, Note) and words.is_on(question, "A")
    ]
    expected = [f"{number}. {text}" for number, text in enumerate(asked, 1)]
    wanted = set(expected)
    assert [text for text in heard(pdf) if text in wanted] == expected


def test_other_forms_are_left_out() -> None:
    pdf = print_pdf.write(FORM_A, PROJECT)
    assert "2. How worried would you be about being blamed?" in heard(pdf)
    assert not any("about your time?" in text for text in heard(pdf))


@pytest.mark.parametrize("form", ["A", "B", "C", "D"])
def test_no_question_is_split_over_two_sheets(form: str) -> None:
    bank = read_bank(questionnaires_dir())
    questionnaire = compose_questionnaire(bank, bank.group("frontline"), form=form)
    text = sheets(print_pdf.write(questionnaire, PROJECT))
    asked = [q for q in questionnaire.questions if not isinstance(q, Note)]
    for number, question in enumerate(asked, 1):
        start = "".join(f"{number}. {question.text}".split())
        [sheet] = [sheet for sheet in text if start in sheet]
        labels = [option.label for option in getattr(question, "options", ())]
        answers = sheet.split(start)[1]
        assert [label for label in labels if "".join(label.split()) not in answers] == []


def test_each_sheet_says_which_form_and_edition_it_is() -> None:
    text = sheets(print_pdf.write(FORM_A, PROJECT))
    for number, sheet in enumerate(text, 1):
        assert f"FormA·Edition2025.1·0123456789abPage{number}of{len(text)}" in sheet


def test_the_sheet_says_how_to_answer_and_where_to_send_it() -> None:
    spoken = " ".join(heard(print_pdf.write(FORM_A, PROJECT)))
    assert "Put a cross in the circle or the square beside your answer." in spoken
    assert "Please return these pages to: survey@trust.example" in spoken
    assert "The Survey Trust keeps your answers." in spoken


def test_the_thanks_stand_on_a_sheet_of_their_own_at_the_end() -> None:
    *others, last = sheets(print_pdf.write(FORM_A, PROJECT))
    assert "Abouthalfofallpeoplealreadyhelp." in last
    assert not any("Abouthalf" in sheet for sheet in others)


def test_the_draft_banner_is_there_only_with_a_draft() -> None:
    assert words.DRAFT in heard(print_pdf.write(FORM_A, PROJECT))
    assert words.DRAFT not in heard(print_pdf.write(replace(FORM_A, draft=False), PROJECT))


def test_a_known_council_is_printed_and_another_is_asked_for() -> None:
    known = Project(councils=PROJECT.councils[:1])
    assert "Council: Ashford Vale" in heard(print_pdf.write(FORM_A, known))
    assert "Which council is yours?" in heard(print_pdf.write(FORM_A, PROJECT))


def test_several_forms_are_refused_with_the_remedy() -> None:
    with pytest.raises(CoprodSurveyError, match=r"one form, not of A, B\..*--form A\."):
        print_pdf.write(QUESTIONNAIRE, PROJECT)


def test_a_letter_the_typeface_lacks_is_refused_in_a_sentence() -> None:
    section = replace(QUESTIONNAIRE.sections[0], questions=(replace(HARM, text="漢字?"),))
    with pytest.raises(CoprodSurveyError, match="漢"):
        print_pdf.write(replace(FORM_A, sections=(section,)), PROJECT)


def test_a_questionnaire_without_forms_is_printed_whole() -> None:
    question = OneChoice("any", "Is it on no form?", "", (), False, HARM.options)
    section = replace(QUESTIONNAIRE.sections[0], questions=(question,))
    spoken = heard(print_pdf.write(replace(QUESTIONNAIRE, forms=(), sections=(section,)), PROJECT))
    assert "1. Is it on no form?" in spoken
    assert not any("Form " in text for text in spoken)
