"""From question bank to accessible briefing: surveys of how councils work with residents.

The public functions, one a stage, each from one frozen value to the next::

    bank = read_bank(questionnaires_dir())
    questionnaire = compose_questionnaire(bank, bank.group("frontline"))
    returns = read_returns([Path("returns.csv")], bank)
    tally = tally_returns(returns, bank)
    release = disclose_results(estimate_results(tally, bank, Project()))
    briefing = write_briefing(release, bank, bank.group("frontline"), Project())

They are loaded when first used, so that importing the package costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coprod_survey.bank.read import read_bank
    from coprod_survey.briefing.write import write_briefing
    from coprod_survey.compose import compose_questionnaire
    from coprod_survey.disclose import disclose_results
    from coprod_survey.estimate import estimate_results
    from coprod_survey.model.project import Project
    from coprod_survey.project import read_project
    from coprod_survey.render.tables import release_frames
    from coprod_survey.returns import read_returns
    from coprod_survey.shipped import questionnaires_dir
    from coprod_survey.simulate import simulate_returns
    from coprod_survey.tally import add_tallies, tally_returns

__version__ = "0.1.0"

__all__ = [
    "Project",
    "__version__",
    "add_tallies",
    "compose_questionnaire",
    "disclose_results",
    "estimate_results",
    "questionnaires_dir",
    "read_bank",
    "read_project",
    "read_returns",
    "release_frames",
    "simulate_returns",
    "tally_returns",
    "write_briefing",
]

_HOMES = {
    "Project": "model.project",
    "add_tallies": "tally",
    "compose_questionnaire": "compose",
    "disclose_results": "disclose",
    "estimate_results": "estimate",
    "questionnaires_dir": "shipped",
    "read_bank": "bank.read",
    "read_project": "project",
    "read_returns": "returns",
    "release_frames": "render.tables",
    "simulate_returns": "simulate",
    "tally_returns": "tally",
    "write_briefing": "briefing.write",
}


def __getattr__(name: str) -> Any:
    """Load a public function on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
