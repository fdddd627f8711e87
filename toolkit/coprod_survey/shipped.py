"""Where the question banks and the templates are: inside an installed wheel, or in a checkout."""

from pathlib import Path

from coprod_survey.errors import CoprodSurveyError

PACKAGE = Path(__file__).resolve().parent


def questionnaires_dir() -> Path:
    """Return the folder of the question banks. Raises CoprodSurveyError where it is missing."""
    return _folder("questionnaires")


def templates_dir() -> Path:
    """Return the folder of the templates. Raises CoprodSurveyError where it is missing."""
    return _folder("templates")


def _folder(name: str) -> Path:
    """Return the wheel's copy beside this file, or else the checkout's folder."""
    checkout = PACKAGE.parent.parent
    for folder in (PACKAGE / name, checkout / name):
        if folder.is_dir():
            return folder
    raise CoprodSurveyError(
        f'The folder "{name}" must come with coprod-survey, but it is neither in {PACKAGE} '
        f"nor in {checkout}. Install coprod-survey again."
    )
