"""The generated parts of README.md: `make docs` writes them, `make test` compares them."""

from click.testing import CliRunner

from coprod_survey.cli import main
from coprod_survey.formats import FORMATS


def command_help(*command: str) -> str:
    """Return what `coprod-survey COMMAND --help` prints, as a fenced block."""
    arguments = [*command, "--help"]
    terminal = CliRunner(env={"COLUMNS": "80"})
    printed = terminal.invoke(main, arguments, prog_name="coprod-survey").output
    return f"```console\n$ coprod-survey {' '.join(arguments)}\n{printed}```"


def format_table() -> str:
    """Return the table of formats a questionnaire can be written in."""
    rows = [f"| `{each.name}` | `{each.suffix}` | {each.summary} |" for each in FORMATS]
    return "\n".join(["| format | file | what it is |", "|---|---|---|", *rows])
