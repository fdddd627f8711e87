"""`analyse`: scores, after disclosure control."""

from pathlib import Path

import click

from coprod_survey import pipeline
from coprod_survey.cli.files import write_all
from coprod_survey.cli.options import bank_option, out_option, survey_option, the_bank, the_project
from coprod_survey.render.tables import release_files
from coprod_survey.returns.store import from_parquet


@click.command()
@click.argument("returns_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--wave", help="Which wave, when the returns are of several.")
@out_option("results", "The folder for the results.")
@bank_option
@survey_option
def analyse(
    returns_file: Path,
    wave: str | None,
    out: Path,
    bank_folder: Path | None,
    survey_file: Path | None,
) -> None:
    """Score the answers in RETURNS_FILE, as `read` wrote it.

    Results are written as CSV, Parquet and results.json. Nothing that rests on fewer than eleven
    people is in any of them, nor anything from which such a figure could be worked out.
    """
    bank = the_bank(bank_folder)
    project = the_project(survey_file, bank)
    release = pipeline.analyse(from_parquet(returns_file, bank), bank, project, wave)
    files = release_files(release)
    write_all(out, files)
    shown, withheld = release.cells
    click.echo(f"{release.provenance.rows_used} returns analysed.")
    click.echo(f"{shown} figures shown, {withheld} withheld so that nobody can be picked out.")
    for path in files:
        click.echo(str(out / path))
