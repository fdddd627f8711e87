"""Options that several commands share, and the values they stand for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from coprod_survey.bank.read import read_bank
from coprod_survey.model.bank import Bank
from coprod_survey.model.project import Project
from coprod_survey.project import FILE_NAME, read_project
from coprod_survey.shipped import questionnaires_dir

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
"""Adds an option to a command."""

bank_option: Decorator = click.option(
    "--bank",
    "bank_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of question banks. Without it: the banks that came with coprod-survey.",
)

survey_option: Decorator = click.option(
    "--survey",
    "survey_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The survey.yaml that names the councils. Without it: ./survey.yaml, if it is there.",
)


def out_option(default: str, what: str) -> Decorator:
    """`--out`, with where the files go when it is not given."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path(default),
        show_default=True,
        help=what,
    )


def the_bank(folder: Path | None) -> Bank:
    """The bank in a folder, or the one that came with the package."""
    return read_bank(folder or questionnaires_dir())


def the_project(file: Path | None, bank: Bank) -> Project:
    """The project in a survey.yaml: the one named, else the one here, else an empty one."""
    here = Path(FILE_NAME)
    if file is None and not here.is_file():
        return Project()
    return read_project(file or here, bank)
