"""A questionnaire holds what its group is asked, in order, and nothing else."""

import pytest

from coprod_survey.bank.read import read_bank
from coprod_survey.compose import compose_questionnaire, find_group
from coprod_survey.errors import UnknownName
from coprod_survey.model.instrument import Group
from coprod_survey.model.questionnaire import Note
from coprod_survey.shipped import questionnaires_dir

BANK = read_bank(questionnaires_dir())
GROUPS = pytest.mark.parametrize("group", BANK.groups, ids=lambda group: group.id)


@GROUPS
def test_every_question_asked_of_a_group_is_in_one_of_its_forms(group: Group) -> None:
    asked = {item.id for item in BANK.items.values() if BANK.asked_of(item, group)}
    assert {q.id for q in compose_questionnaire(BANK, group).questions} == asked


@GROUPS
def test_the_forms_together_are_the_whole(group: Group) -> None:
    whole = compose_questionnaire(BANK, group)
    forms = [compose_questionnaire(BANK, group, form=form).questions for form in BANK.survey.forms]
    assert {q.id for form in forms for q in form} == {q.id for q in whole.questions}


@GROUPS
def test_a_form_has_only_its_own_questions(group: Group) -> None:
    for form in BANK.survey.forms:
        questions = compose_questionnaire(BANK, group, form=form).questions
        assert all(not q.forms or form in q.forms for q in questions)


@GROUPS
def test_sections_follow_the_order_of_the_survey(group: Group) -> None:
    order = [section.id for section in compose_questionnaire(BANK, group).sections]
    assert order == [name for name in BANK.survey.order if name in order]


def test_the_chief_executive_gets_the_short_form() -> None:
    short = compose_questionnaire(BANK, find_group(BANK, "chief-executive"))
    assert short.forms == ()
    assert len([q for q in short.questions if not isinstance(q, Note)]) == 15


@GROUPS
def test_untested_questions_make_a_draft(group: Group) -> None:
    assert compose_questionnaire(BANK, group).draft


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("frontline", "frontline"),
        ("middle", "middle"),
        ("hr", "hr"),
        ("finance", "finance"),
        ("performance", "performance"),
        ("chief-executive", "chief_executive"),
        ("councillor", "councillor"),
    ],
)
def test_a_group_is_found_by_its_short_name(name: str, group: str) -> None:
    assert find_group(BANK, name).id == group


def test_an_unknown_group_gets_the_list_and_the_nearest() -> None:
    with pytest.raises(UnknownName) as error:
        find_group(BANK, "fronline")
    assert str(error.value) == (
        'There is no group "fronline". Did you mean "frontline"? Choose from: frontline, middle, '
        "hr, finance, performance, chief-executive, councillor."
    )


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownName, match='no language "fr"'):
        compose_questionnaire(BANK, BANK.groups[0], language="fr")


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UnknownName, match='no form "E"'):
        compose_questionnaire(BANK, BANK.groups[0], form="E")
