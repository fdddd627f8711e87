"""`demo`: the whole way, for an invented county, with made-up returns."""

from pathlib import Path
from typing import Final

import click

from coprod_survey import pipeline
from coprod_survey.cli.files import write_all, write_whole
from coprod_survey.cli.options import out_option, the_bank
from coprod_survey.formats import FORMATS
from coprod_survey.model.bank import Bank
from coprod_survey.model.project import Project
from coprod_survey.model.release import Release
from coprod_survey.model.returns import Returns
from coprod_survey.pipeline import Files
from coprod_survey.project import FILE_NAME, read_project
from coprod_survey.render.index import demo_index
from coprod_survey.render.tables import release_files
from coprod_survey.returns import read_returns
from coprod_survey.returns.export import answers_csv
from coprod_survey.returns.store import account, set_aside_csv, to_parquet
from coprod_survey.shipped import templates_dir
from coprod_survey.simulate import simulate_returns

SEED: Final = 2009
"""The year of the paper that the survey follows; any number would do."""


@click.command()
@out_option("build/demo", "The folder for everything.")
def demo(out: Path) -> None:
    """Run the whole survey for an invented county of eight councils.

    Questionnaires, simulated returns, results and briefings go into one folder, with an
    index.html that links them and says where to look first.
    """
    bank = the_bank(None)
    survey = templates_dir() / "demo" / FILE_NAME
    project = read_project(survey, bank)
    write_whole(out / FILE_NAME, survey.read_bytes())
    questionnaires = _questionnaires(out, bank, project)
    returns = _returns(out, bank, project)
    release = pipeline.analyse(returns, bank, project)
    results = _results(out, release)
    briefings = _briefings(out, release, bank, project)
    paths = [f"{folder}/{path}" for folder, path in questionnaires + results + briefings]
    write_whole(out / "index.html", demo_index(bank, project, paths))
    click.echo(f"Open {out / 'index.html'}")


Written = list[tuple[str, str]]
"""Folders with the paths of files written below them."""


def _written(out: Path, folder: str, files: Files) -> Written:
    write_all(out / folder, files)
    return [(folder, path) for path in files]


def _questionnaires(out: Path, bank: Bank, project: Project) -> Written:
    click.echo("1. Questionnaires for each group")
    files, _ = pipeline.build(bank, project, bank.groups, FORMATS)
    return _written(out, "questionnaires", files)


def _returns(out: Path, bank: Bank, project: Project) -> Returns:
    click.echo("2. Simulated returns, read back as a council's own file would be")
    sent = out / "returns" / "simulated.csv"
    write_whole(sent, answers_csv(simulate_returns(bank, project, SEED), bank))
    returns = read_returns([sent], bank)
    write_whole(out / "returns" / "returns.parquet", to_parquet(returns))
    write_whole(out / "returns" / "set_aside.csv", set_aside_csv(returns))
    for sentence in account(returns):
        click.echo(f"   {sentence}")
    return returns


def _results(out: Path, release: Release) -> Written:
    click.echo("3. Results, after disclosure control")
    return _written(out, "results", release_files(release))


def _briefings(out: Path, release: Release, bank: Bank, project: Project) -> Written:
    click.echo("4. Briefings for each group, and for each group of the first council")
    files = pipeline.briefings(release, bank, bank.groups, project)
    own = pipeline.briefings(release, bank, bank.groups, project, project.councils[0].id)
    return _written(out, "briefings", {**files, **own})
