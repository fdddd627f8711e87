"""`simulate`: made-up returns, to rehearse a survey."""

from pathlib import Path

import click

from coprod_survey.cli.files import write_whole
from coprod_survey.cli.options import bank_option, out_option, survey_option, the_bank, the_project
from coprod_survey.errors import CoprodSurveyError
from coprod_survey.returns.export import answers_csv
from coprod_survey.simulate import simulate_returns


@click.command()
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed, same answers.")
@out_option("simulated.csv", "The file for the made-up returns.")
@bank_option
@survey_option
def simulate(seed: int, out: Path, bank_folder: Path | None, survey_file: Path | None) -> None:
    """Make up returns for the councils of survey.yaml.

    Everything made from them says that it is simulated. They show what the results will look
    like and how many groups will be large enough to show; they say nothing about real people.
    """
    bank = the_bank(bank_folder)
    project = the_project(survey_file, bank)
    if not project.councils:
        raise CoprodSurveyError(
            "There are no councils to simulate. List them with their headcounts in survey.yaml; "
            "coprod-survey demo writes one to start from."
        )
    returns = simulate_returns(bank, project, seed)
    write_whole(out, answers_csv(returns, bank))
    click.echo(f"{returns.table.num_rows} simulated returns: {out}")
