"""The command and how it ends: 0 done, 1 problems found, 2 wrong use; never a traceback."""

import importlib
import sys
import traceback
from typing import Any, Final

import click

from coprod_survey import __version__
from coprod_survey.errors import CoprodSurveyError, UnknownName

PROBLEMS: Final = 1
WRONG_USE: Final = 2

COMMANDS: Final = {
    "check": ("bank", "Check question banks and list every problem."),
    "schema": ("bank", "Print the JSON Schema of a bank file, for editors."),
    "build": ("build", "Write the questionnaire of each group."),
    "read": ("read", "Read returns and keep what can be used."),
    "simulate": ("simulate", "Make up returns, to rehearse a survey."),
    "analyse": ("analyse", "Score the answers."),
    "brief": ("brief", "Write the briefing for each group."),
    "demo": ("demo", "Run the whole survey for an invented county."),
}
"""Each command with its module and what it does. A module is loaded when its command is used, so
that help comes at once."""


class _Command(click.Group):
    """A group that loads its commands late, and turns every error into a sentence and a code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            if ctx.resilient_parsing:
                return None
            raise UnknownName("command", cmd_name, list(COMMANDS))
        module, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(
            importlib.import_module(f"coprod_survey.cli.{module}"), cmd_name
        )
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's signature)
        with formatter.section("Commands, in the order they are used"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UnknownName as error:
            _end(str(error), WRONG_USE)
        except CoprodSurveyError as error:
            _end(str(error), PROBLEMS)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click knows what to do with these
        except OSError as error:
            _end(f"{error.filename or 'A file'}: {error.strerror or error}.", PROBLEMS)
        except Exception as error:
            if ctx.params.get("debug"):
                traceback.print_exc()
            _end(
                f"Something went wrong inside coprod-survey: {error}\n"
                "This is our mistake, not yours. Please report it, with what the command prints "
                "after coprod-survey --debug.",
                PROBLEMS,
            )


def _end(message: str, code: int) -> None:
    click.echo(message, err=True)
    sys.exit(code)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coprod-survey")
@click.option("--debug", is_flag=True, help="Show the traceback when something goes wrong inside.")
def main(debug: bool) -> None:
    """Find out what people in councils know and fear about working with residents.

    Questions are written in YAML; from them come questionnaires, scores and a briefing for each
    group of people. To see all of it at once: coprod-survey demo
    """
    del debug  # read from the context when something goes wrong
