"""What can go wrong, as a person would be told.

CoprodSurveyError
├── ProblemsError       problems in something a person wrote; carries all of them
│   ├── BankError       a bank of questions
│   ├── ProjectError    a survey.yaml
│   └── ReturnsError    a returns file that cannot be used at all
├── UnknownName         a group, format, form or language that does not exist
└── MismatchError       two things that do not belong to the same questionnaire
"""

from collections.abc import Iterable, Sequence

from coprod_survey.model.problem import Problem, nearest


class CoprodSurveyError(Exception):
    """The root of every error this package raises on purpose."""


class ProblemsError(CoprodSurveyError):
    """Problems found in something a person wrote; `problems` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BankError(ProblemsError):
    """A bank of questions has problems."""


class ProjectError(ProblemsError):
    """A survey.yaml has problems."""


class ReturnsError(ProblemsError):
    """A returns file cannot be used."""


class UnknownName(CoprodSurveyError):  # noqa: N818  (reads as what it says: an unknown name)
    """A name that is not on a list; says what is, and which is nearest."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        listed = ", ".join(known) or "none"
        sentences = (
            f'There is no {kind} "{name}".',
            nearest(name, known),
            f"Choose from: {listed}.",
        )
        super().__init__(" ".join(sentence for sentence in sentences if sentence))


class MismatchError(CoprodSurveyError):
    """Two things that must come from the same questionnaire do not."""
