"""`check` and `schema`: what a bank must be."""

import json
import sys
from pathlib import Path

import click

from coprod_survey.bank.read import examine_bank
from coprod_survey.bank.schema import bank_schema
from coprod_survey.shipped import questionnaires_dir


@click.command()
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--bank",
    "bank_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The same as FOLDER.",
)
def check(folder: Path | None, bank_folder: Path | None) -> None:
    """Check the question banks in FOLDER and list every problem.

    Without FOLDER: the banks that came with coprod-survey.
    """
    where = folder or bank_folder or questionnaires_dir()
    bank, problems = examine_bank(where)
    for problem in problems:
        click.echo(str(problem))
    if problems or bank is None:
        click.echo(f"{len(problems)} problem{'s' * (len(problems) != 1)} in {where}.", err=True)
        sys.exit(1)
    questions = [item for item in bank.items.values() if item.kind != "note"]
    drafts = sum(item.status == "draft" for item in questions)
    click.echo(f"{bank.survey.title}, edition {bank.survey.edition} ({bank.fingerprint})")
    click.echo(f"{len(bank.groups)} groups, {len(questions)} questions, no problems.")
    if drafts:
        click.echo(f"{drafts} questions are drafts: not yet tested with people who would answer.")


@click.command()
def schema() -> None:
    """Print the JSON Schema of a bank file, with which editors complete and check."""
    click.echo(json.dumps(bank_schema(), indent=2, ensure_ascii=False))
