"""survey.yaml in, a Project out."""

from pathlib import Path

from pydantic import ValidationError

from coprod_survey.bank.marks import MarkedData, load_marked
from coprod_survey.bank.wording import problems_of
from coprod_survey.errors import ProjectError
from coprod_survey.model.bank import Bank
from coprod_survey.model.problem import Problem, nearest
from coprod_survey.model.project import Project

FILE_NAME = "survey.yaml"


def read_project(path: Path, bank: Bank) -> Project:
    """The project in a survey.yaml. Raises ProjectError with every problem found in it."""
    marked = load_marked(path.read_bytes(), str(path))
    if marked.problems:
        raise ProjectError(marked.problems)
    try:
        project = Project.model_validate(marked.data)
    except ValidationError as error:
        raise ProjectError(problems_of(error, Project, marked)) from None
    problems = _unknown_groups(project, bank, marked) + _repeated_councils(project, marked)
    if problems:
        raise ProjectError(problems)
    return project


def _unknown_groups(project: Project, bank: Bank, marked: MarkedData) -> list[Problem]:
    groups = [group.id for group in bank.groups]
    return [
        Problem(
            marked.where(("councils", n, "headcount", name)),
            "group-unknown",
            f'headcount must be by groups of the bank ({", ".join(groups)}), not "{name}"',
            nearest(name, groups),
        )
        for n, council in enumerate(project.councils)
        for name in council.headcount
        if name not in groups
    ]


def _repeated_councils(project: Project, marked: MarkedData) -> list[Problem]:
    ids = [council.id for council in project.councils]
    return [
        Problem(
            marked.where(("councils", n, "id")),
            "name-twice",
            f'each council must have an id of its own; "{name}" is there twice',
        )
        for n, name in enumerate(ids)
        if name in ids[:n]
    ]
