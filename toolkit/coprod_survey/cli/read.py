"""`read`: returns files in, one file of answers out, and an account of what was not used."""

from pathlib import Path

import click

from coprod_survey.cli.files import write_whole
from coprod_survey.cli.options import bank_option, out_option, the_bank
from coprod_survey.returns import read_returns
from coprod_survey.returns.store import account, set_aside_csv, to_parquet


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE…",
)
@out_option("returns.parquet", "The file for the answers.")
@bank_option
def read(files: tuple[Path, ...], out: Path, bank_folder: Path | None) -> None:
    """Read returns FILEs (CSV) and keep what can be used.

    What cannot be used is written beside the answers as set_aside.csv: file, row, column, value
    and why. Rows read are always rows used plus rows set aside.
    """
    bank = the_bank(bank_folder)
    returns = read_returns(files, bank)
    aside = out.with_name("set_aside.csv")
    content = to_parquet(returns), set_aside_csv(returns)
    write_whole(out, content[0])
    write_whole(aside, content[1])
    for sentence in account(returns):
        click.echo(sentence)
    click.echo(f"Answers: {out}\nSet aside: {aside}")
