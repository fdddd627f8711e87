"""The stages joined: values in, the content of files out, by their paths. Writes nothing."""

from collections.abc import Iterable, Iterator

from coprod_survey.briefing.write import write_briefing
from coprod_survey.compose import compose_questionnaire, find_group
from coprod_survey.disclose import disclose_results
from coprod_survey.errors import CoprodSurveyError, UnknownName
from coprod_survey.estimate import estimate_results
from coprod_survey.formats import Format, losses
from coprod_survey.formats.feature import DRAWN_FORM
from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Group
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import Questionnaire
from coprod_survey.model.release import Release
from coprod_survey.model.returns import Returns
from coprod_survey.render.html import briefing_html
from coprod_survey.render.pdf import briefing_pdf
from coprod_survey.tally import tally_returns

Files = dict[str, bytes]
"""The content of files by their paths below the folder they are written to."""


def questionnaire_for(
    bank: Bank, group: Group, target: Format, language: str | None, form: str | None
) -> Questionnaire:
    """The questionnaire of a group for a format; one that cannot draw a form gets the first."""
    whole = compose_questionnaire(bank, group, language, form)
    if DRAWN_FORM in target.drops and len(whole.forms) > 1:
        return compose_questionnaire(bank, group, language, whole.forms[0])
    return whole


def build(
    bank: Bank,
    project: Project,
    groups: Iterable[Group],
    targets: Iterable[Format],
    language: str | None = None,
    form: str | None = None,
) -> tuple[Files, tuple[str, ...]]:
    """The questionnaires of these groups in these formats, and what the formats cannot carry."""
    files: Files = {}
    lost: dict[str, None] = {}
    chosen = tuple(targets)
    for group in groups:
        for target in chosen:
            questionnaire = questionnaire_for(bank, group, target, language, form)
            ending = f"-form-{form.lower()}" if form else ""
            path = f"{group.slug}/{group.slug}{ending}{target.suffix}"
            files[path] = target.write(questionnaire, project)
            lost |= dict.fromkeys(losses(target, questionnaire))
            lost |= dict.fromkeys(_other_forms(bank, questionnaire, form, target))
    return files, tuple(lost)


def _other_forms(
    bank: Bank, questionnaire: Questionnaire, form: str | None, target: Format
) -> Iterator[str]:
    """A sentence for a format that was given one form of several without being asked to."""
    if form is None and DRAWN_FORM in target.drops and questionnaire.forms:
        others = ", ".join(name for name in bank.survey.forms if name not in questionnaire.forms)
        yield (
            f"{target.name} cannot deal out forms, so these are form {questionnaire.forms[0]}. "
            f"Build the others with --form: {others}."
        )


def analyse(returns: Returns, bank: Bank, project: Project, wave: str | None = None) -> Release:
    """Returns of one wave → what may be published of them.

    Raises UnknownName for a wave that is not there, and CoprodSurveyError when the returns are of
    several waves and none is named: people of two waves are never added up.
    """
    waves = sorted(set(returns.texts("wave")))
    if wave is not None and wave not in waves:
        raise UnknownName("wave", wave, waves)
    if wave is None and len(waves) > 1:
        listed = ", ".join(waves)
        raise CoprodSurveyError(f"These returns are of several waves ({listed}): name one, --wave.")
    return disclose_results(
        estimate_results(tally_returns(returns.of_wave(wave), bank), bank, project)
    )


def briefings(
    release: Release,
    bank: Bank,
    groups: Iterable[Group],
    project: Project,
    council: str | None = None,
) -> Files:
    """The briefing of each group as PDF and HTML, for all councils together or for one.

    Raises UnknownName for a council that is not in the release.
    """
    if council is not None and council not in release.councils:
        raise UnknownName("council", council, release.councils)
    folder = f"{council}/" if council else ""
    files: Files = {}
    for group in groups:
        briefing = write_briefing(release, bank, group, project, council)
        files[f"{folder}{group.slug}.pdf"] = briefing_pdf(briefing)
        files[f"{folder}{group.slug}.html"] = briefing_html(briefing)
    return files


def chosen_groups(bank: Bank, names: Iterable[str]) -> Iterator[Group]:
    """The groups with these names; `all` is every group. Raises UnknownName."""
    for name in names:
        yield from bank.groups if name == "all" else (find_group(bank, name),)
