"""`brief`: a briefing for each group."""

from pathlib import Path

import click

from coprod_survey import pipeline
from coprod_survey.cli.files import write_all
from coprod_survey.cli.options import bank_option, out_option, survey_option, the_bank, the_project
from coprod_survey.render.tables import read_release


@click.command()
@click.argument("groups", nargs=-1, required=True, metavar="GROUP…")
@click.option("--council", help="One council's own briefing, by its id. Without it: all councils.")
@click.option(
    "--results",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("results"),
    show_default=True,
    help="The folder that `analyse` wrote.",
)
@out_option("briefings", "The folder for the briefings.")
@bank_option
@survey_option
def brief(
    groups: tuple[str, ...],
    council: str | None,
    results: Path,
    out: Path,
    bank_folder: Path | None,
    survey_file: Path | None,
) -> None:
    """Write the briefing for each GROUP, or for all, as PDF and HTML.

    For example: coprod-survey brief all --council marlbury
    """
    bank = the_bank(bank_folder)
    project = the_project(survey_file, bank)
    release = read_release(results / "results.json", bank)
    chosen = list(dict.fromkeys(pipeline.chosen_groups(bank, groups)))
    files = pipeline.briefings(release, bank, chosen, project, council)
    write_all(out, files)
    for path in files:
        click.echo(str(out / path))
