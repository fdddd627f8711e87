"""Bank + group + language + form → Questionnaire."""

from typing import assert_never

from coprod_survey.errors import UnknownName
from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Group, Item, Module
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


def find_group(bank: Bank, name: str) -> Group:
    """The group with this id or alias. Raises UnknownName with the list and the nearest."""
    try:
        return bank.group(name)
    except KeyError:
        raise UnknownName("group", name, [group.slug for group in bank.groups]) from None


def compose_questionnaire(
    bank: Bank, group: Group, language: str | None = None, form: str | None = None
) -> Questionnaire:
    """The questionnaire of a group: its modules in order, without the items it is not asked.

    Without `form` the questionnaire keeps every form, each question naming the forms that ask
    it, for a channel that draws one for each respondent; with it, only that form's questions.
    Raises UnknownName for a language or form the bank does not have.
    """
    survey = bank.survey
    _must_be_known("language", language, (survey.language,))
    _must_be_known("form", form, survey.forms)
    sections = tuple(
        section
        for module in bank.modules
        if (section := _section(bank, module, group, form)).questions
    )
    used = {name for section in sections for q in section.questions for name in q.forms}
    forms = tuple(name for name in survey.forms if name in used)
    return Questionnaire(
        survey_id=survey.id,
        title=survey.title,
        edition=survey.edition,
        fingerprint=bank.fingerprint,
        language=language or survey.language,
        group_id=group.id,
        group_name=group.name,
        minutes=group.minutes,
        notice=group.notice or survey.notice,
        thanks=survey.thanks,
        forms=(form,) if form in forms and form else forms,
        sections=sections,
        draft=any(q.draft for section in sections for q in section.questions),
    )


def _must_be_known(kind: str, name: str | None, known: tuple[str, ...]) -> None:
    if name is not None and name not in known:
        raise UnknownName(kind, name, known)


def _section(bank: Bank, module: Module, group: Group, form: str | None) -> Section:
    questions = tuple(
        _question(bank, item)
        for item in module.items
        if bank.asked_of(item, group) and (not form or not item.forms or form in item.forms)
    )
    return Section(module.id, module.title, module.intro, module.order, questions)


def _question(bank: Bank, item: Item) -> Question:
    draft = item.status == "draft" and item.kind != "note"
    options = bank.options(item)
    asked = (item.id, item.ask, item.hint, item.forms, draft)
    match item.kind:
        case "one":
            return OneChoice(*asked, options)
        case "many":
            return ManyChoice(*asked, options, item.choose)
        case "number":
            return Number(*asked, item.minimum, item.maximum, options)
        case "rank":
            return Ranking(*asked, options)
        case "text":
            return OpenText(*asked)
        case "note":
            return Note(*asked)
        case _:
            assert_never(item.kind)
