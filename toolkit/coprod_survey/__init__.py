"""From question bank to accessible briefing: surveys of how councils work with residents.

The public functions, one a stage, each from one frozen value to the next::

    bank = read_bank(questionnaires_dir())
    questionnaire = compose(bank, bank.group("frontline"))
    returns = read_returns([Path("returns.csv")], bank)
    release = disclose(estimate(tally(returns, bank), bank, Project()))
    briefing = write_briefing(release, bank, bank.group("frontline"), Project())

They are loaded when first used, so that importing the package costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coprod_survey.bank.read import read_bank
    from coprod_survey.briefing.write import write_briefing
    from coprod_survey.compose import compose
    from coprod_survey.disclose import disclose
    from coprod_survey.estimate import estimate
    from coprod_survey.model.project import Project
    from coprod_survey.project import read_project
    from coprod_survey.returns import read_returns
    from coprod_survey.shipped import questionnaires_dir
    from coprod_survey.simulate import simulate
    from coprod_survey.tally import add, tally

__version__ = "0.1.0"

__all__ = [
    "Project",
    "__version__",
    "add",
    "compose",
    "disclose",
    "estimate",
    "questionnaires_dir",
    "read_bank",
    "read_project",
    "read_returns",
    "simulate",
    "tally",
    "write_briefing",
]

_HOMES = {
    "Project": "model.project",
    "add": "tally",
    "compose": "compose",
    "disclose": "disclose",
    "estimate": "estimate",
    "questionnaires_dir": "shipped",
    "read_bank": "bank.read",
    "read_project": "project",
    "read_returns": "returns",
    "simulate": "simulate",
    "tally": "tally",
    "write_briefing": "briefing.write",
}


def __getattr__(name: str) -> Any:
    """Load a public function on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
