"""`build`: questionnaires."""

from pathlib import Path

import click

from coprod_survey import pipeline
from coprod_survey.cli.files import write_all
from coprod_survey.cli.options import bank_option, out_option, survey_option, the_bank, the_project
from coprod_survey.formats import FORMATS, format_named

NAMES = ", ".join(target.name for target in FORMATS)


@click.command()
@click.argument("groups", nargs=-1, required=True, metavar="GROUP…")
@click.option("--to", "targets", multiple=True, help=f"Formats: {NAMES}. Without it: all of them.")
@click.option("--language", help="The language of the questionnaire, such as en.")
@click.option("--form", help="Only this form, such as A. Without it each person is dealt one.")
@out_option("build", "The folder for the questionnaires.")
@bank_option
@survey_option
def build(
    groups: tuple[str, ...],
    targets: tuple[str, ...],
    language: str | None,
    form: str | None,
    out: Path,
    bank_folder: Path | None,
    survey_file: Path | None,
) -> None:
    """Write the questionnaire of each GROUP, or of all.

    For example: coprod-survey build frontline
    """
    bank = the_bank(bank_folder)
    project = the_project(survey_file, bank)
    chosen = list(dict.fromkeys(pipeline.chosen_groups(bank, groups)))
    names = [name for text in targets for name in text.split(",")]
    formats = [format_named(name) for name in names] or FORMATS
    files, losses = pipeline.build(bank, project, chosen, formats, language, form)
    write_all(out, files)
    for path in files:
        click.echo(str(out / path))
    for loss in losses:
        click.echo(f"Note: {loss}", err=True)
