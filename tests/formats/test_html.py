"""The questionnaire as a web page, judged by its source; `make check` fills it in."""

import base64
import hashlib
from collections import Counter
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given, settings

from coprod_survey.bank.read import read_bank
from coprod_survey.compose import compose_questionnaire
from coprod_survey.formats import format_named, html
from coprod_survey.model.bank import Bank
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import Note, Questionnaire
from coprod_survey.model.variable import variables_of
from coprod_survey.shipped import questionnaires_dir
from tests.formats.samples import PROJECT, QUESTIONNAIRE
from tests.strategies import questionnaires

INJECTED = "<script>alert('1')</script>"
"""Put into every text field; it must come out as words to read."""


def page_of(questionnaire: Questionnaire, project: Project = PROJECT) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html.write(questionnaire, project).decode())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def texts(page: lxml.html.HtmlElement, xpath: str) -> list[str]:
    return [squeezed(element.text_content()) for element in page.xpath(xpath)]


@pytest.fixture(scope="module")
def page() -> lxml.html.HtmlElement:
    return page_of(QUESTIONNAIRE)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(questionnaires_dir())


@given(questionnaires())
@settings(max_examples=30)
def test_each_legend_is_its_question(questionnaire: Questionnaire) -> None:
    asked = [squeezed(q.text) for q in questionnaire.questions if not isinstance(q, Note)]
    assert texts(page_of(questionnaire), "//fieldset/legend") == asked


@given(questionnaires())
@settings(max_examples=30)
def test_every_control_has_a_label_and_every_id_is_there_once(
    questionnaire: Questionnaire,
) -> None:
    page = page_of(questionnaire)
    ids = Counter(page.xpath("//@id"))
    labelled = set(page.xpath("//label/@for"))
    controls = page.xpath("//input[@type != 'hidden']/@id | //select/@id | //textarea/@id")
    assert [name for name, count in ids.items() if count > 1] == []
    assert set(controls) <= labelled <= set(ids)
    assert len(controls) == len(page.xpath("//input[@type != 'hidden'] | //select | //textarea"))


@given(questionnaires())
@settings(max_examples=30)
def test_what_describes_or_labels_an_element_exists(questionnaire: Questionnaire) -> None:
    page = page_of(questionnaire)
    named = page.xpath("//@aria-describedby | //@aria-labelledby")
    assert {name for names in named for name in names.split()} <= set(page.xpath("//@id"))


@given(questionnaires())
@settings(max_examples=30)
def test_no_answer_is_chosen_beforehand_or_forced(questionnaire: Questionnaire) -> None:
    page = page_of(questionnaire)
    assert page.xpath("//@checked | //@selected | //@required | //@disabled") == []
    assert page.xpath("//fieldset//input[@type='text']/@value") == []


@given(questionnaires())
@settings(max_examples=30)
def test_every_saved_column_belongs_to_a_control(questionnaire: Questionnaire) -> None:
    page = page_of(questionnaire)
    columns = page.xpath("//form/@data-columns")[0].split()
    assert columns == [*html.PARADATA, *html.answer_columns(questionnaire)]
    assert set(page.xpath("//@data-column")) <= set(columns)


@pytest.mark.parametrize("alias", ["frontline", "hr", "chief_executive", "councillor"])
def test_columns_are_named_as_the_variables_of_the_bank(bank: Bank, alias: str) -> None:
    for question in compose_questionnaire(bank, bank.group(alias)).questions:
        item = bank.items[question.id]
        variables = tuple(variable.name for variable in variables_of(item, bank))
        assert html.columns_of(question) == ((item.id,) if item.kind == "text" else variables)


def test_nothing_is_fetched(page: lxml.html.HtmlElement) -> None:
    assert page.xpath("//@src | //link | //iframe | //object | //form/@action") == []
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    source = html.write(QUESTIONNAIRE, PROJECT).decode()
    assert "://" not in source
    assert "url(" not in source


def test_the_policy_lets_this_style_and_this_script_in_and_nothing_else(
    page: lxml.html.HtmlElement,
) -> None:
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'",
        "style-src": allowed(page, "//style"),
        "script-src": allowed(page, "//script"),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert page.xpath("//@style | //@onclick") == []


def allowed(page: lxml.html.HtmlElement, xpath: str) -> str:
    [element] = page.xpath(xpath)
    digest = hashlib.sha256(element.text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def test_words_from_the_bank_and_the_project_are_never_markup() -> None:
    section = replace(
        QUESTIONNAIRE.sections[0],
        title=INJECTED,
        intro=INJECTED,
        questions=tuple(injected_question(question) for question in QUESTIONNAIRE.questions),
    )
    names = ("title", "edition", "language", "group_name", "notice", "thanks", "survey_id")
    injected = replace(QUESTIONNAIRE, sections=(section,), **dict.fromkeys(names, INJECTED))
    councils = tuple(council.model_copy(update={"name": INJECTED}) for council in PROJECT.councils)
    update = {"holder": INJECTED, "contact": INJECTED, "wave": INJECTED, "councils": councils}
    page = page_of(injected, PROJECT.model_copy(update=update))
    assert len(page.xpath("//script")) == 1
    assert "alert" not in page.xpath("//script")[0].text
    assert texts(page, "//legend")[0] == INJECTED


def injected_question(question: object) -> object:
    changed = replace(question, text=INJECTED, hint=INJECTED)
    if not hasattr(question, "options"):
        return changed
    options = tuple(o.model_copy(update={"label": INJECTED}) for o in question.options)
    return replace(changed, options=options)


def test_without_script_the_first_form_is_shown(page: lxml.html.HtmlElement) -> None:
    assert page.xpath("//fieldset[@hidden]/@id") == ["time-question"]
    assert texts(page, "//footer")[0].endswith("Form A")


def test_a_section_without_a_question_of_the_form_is_not_shown() -> None:
    concerns, *others = QUESTIONNAIRE.sections
    only_time = replace(concerns, questions=concerns.questions[-1:])
    page = page_of(replace(QUESTIONNAIRE, sections=(only_time, *others)))
    assert page.xpath("//section[@data-order and @hidden]/@id") == ["section-1"]


def test_without_script_the_reader_is_told_to_print(page: lxml.html.HtmlElement) -> None:
    [told] = texts(page, "//noscript")
    assert "print the page" in told
    assert told.endswith("send it to survey@trust.example.")
    assert len(page.xpath("//section[@id='page-finish' and @hidden]")) == 1


def test_the_draft_banner_comes_first_and_only_with_a_draft(page: lxml.html.HtmlElement) -> None:
    draft = "Draft questions: not yet tested with the people who will answer them."
    assert texts(page, "//header//p")[0] == draft
    tested = page_of(replace(QUESTIONNAIRE, draft=False))
    assert "Draft" not in tested.xpath("string(//body)")


def test_the_notice_comes_before_the_questions(page: lxml.html.HtmlElement) -> None:
    notice, council = page.xpath("//section[@class='notice'] | //select[@id='page-council']")
    assert "The Survey Trust keeps your answers." in squeezed(notice.text_content())
    assert council.tag == "select"


def test_the_page_has_a_name_a_language_and_a_place_to_skip_to(
    page: lxml.html.HtmlElement,
) -> None:
    assert page.xpath("string(//title)") == "Working together with residents – Front-line staff"
    assert page.get("lang") == "en"
    assert page.xpath("//meta[@name='viewport']/@content") == [
        "width=device-width, initial-scale=1"
    ]
    [skip] = page.xpath("//a[@class='skip']/@href")
    assert page.get_element_by_id(skip[1:]) is not None
    assert [len(page.xpath(f"//{name}")) for name in ("header", "main", "footer")] == [1, 1, 1]


def test_councils_are_chosen_typed_or_known(page: lxml.html.HtmlElement) -> None:
    assert page.xpath("//select[@id='page-council']/option/@value") == ["", "ash", "bram"]
    typed = page_of(QUESTIONNAIRE, Project())
    assert typed.xpath("//input[@id='page-council']/@type") == ["text"]
    known = page_of(QUESTIONNAIRE, Project(councils=PROJECT.councils[:1]))
    assert known.xpath("//input[@id='page-council']/@value") == ["ash"]


def test_answers_that_stand_alone_are_marked(page: lxml.html.HtmlElement) -> None:
    alone = page.xpath("//input[@data-alone]/@id")
    assert alone == ["stage_none", "stage_dk", "share_dk", "topics_dk"]


def test_our_own_words_do_not_name_the_idea() -> None:
    page = format_named("html").write(QUESTIONNAIRE, PROJECT).decode().casefold()
    readable = lxml.html.document_fromstring(page)
    for element in readable.xpath("//script | //style"):
        element.drop_tree()
    assert "co-production" not in readable.text_content()
    assert "coproduction" not in readable.text_content()
