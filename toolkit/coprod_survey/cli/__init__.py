"""The command `coprod-survey`: options in, one call, files out. The only place that prints."""

from coprod_survey.cli.main import main

__all__ = ["main"]
