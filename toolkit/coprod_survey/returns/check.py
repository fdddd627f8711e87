"""Rows: whose they are, and which cannot be used. Each check is a small function of all rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coprod_survey.model.bank import Bank
from coprod_survey.model.problem import nearest
from coprod_survey.returns.asked import Answers, Placed
from coprod_survey.returns.match import folded
from coprod_survey.returns.sheet import Mask, Positions, Refusal, TextColumn

MOST_HINTS = 100
"""Unknown groups for which the nearest is looked up; a file with more has something else wrong."""

About = Mapping[str, TextColumn]
"""What a sheet says of its respondents, by role; a role without a column is not in it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What the checks look at."""

    bank: Bank
    about: About
    placed: Placed
    answers: Answers


Check = Callable[[Rows], Iterator[Refusal]]
"""Looks at all rows and yields those that cannot be used, with the reason."""


def placed(about: About, bank: Bank, rows: int) -> Placed:
    """The group and form of each row, by id, alias or name, whatever the case.

    A bank of one group needs no column for it. A form left blank, or that no column gives, may
    have asked anything.
    """
    everyone = np.zeros(rows, dtype=np.int32)
    groups = {
        folded(name): place
        for place, group in enumerate(bank.groups)
        for name in (group.id, group.slug, group.name, *group.aliases)
    }
    if len(bank.groups) == 1:
        groups[""] = 0
    forms = {"": 0} | {folded(form): place for place, form in enumerate(bank.survey.forms, 1)}
    return Placed(
        group=_places(about["group"], groups) if "group" in about else everyone,
        form=_places(about["form"], forms) if "form" in about and len(forms) > 1 else everyone,
    )


def unanswered(rows: Rows) -> Iterator[Refusal]:
    """Rows in which no answer is written."""
    yield Refusal(np.flatnonzero(~rows.answers.given), "no answers")


def of_another_edition(rows: Rows) -> Iterator[Refusal]:
    """Rows stamped with another fingerprint, or with another edition where there is no fingerprint.

    A spreadsheet may turn an edition into a date; so a right fingerprint is enough.
    """
    ours = rows.bank.survey.edition
    fingerprint, edition = rows.about.get("fingerprint"), rows.about.get("edition")
    strange = _differing(fingerprint, rows.bank.fingerprint)
    unstamped = ~fingerprint.filled if fingerprint else np.ones(1, dtype=np.bool_)
    older = _differing(edition, ours) & (strange | unstamped)
    for text, where in _by_text(edition, older):
        yield Refusal(where, f"another edition: {text}, not {ours}", edition)
    for text, where in _by_text(fingerprint, strange & ~older):
        reason = f"another questionnaire: {text}, not {rows.bank.fingerprint}"
        yield Refusal(where, reason, fingerprint)


def of_unknown_group(rows: Rows) -> Iterator[Refusal]:
    """Rows of a group that the bank does not have."""
    unknown = list(_by_text(rows.about.get("group"), rows.placed.group < 0))
    names = [name for group in rows.bank.groups for name in (group.id, group.name)]
    for text, where in unknown:
        hint = nearest(text, names) if len(unknown) <= MOST_HINTS else ""
        reason = f'unknown group: "{text}". {hint}'.strip() if text else "no group"
        yield Refusal(where, reason, rows.about["group"])


def of_unknown_form(rows: Rows) -> Iterator[Refusal]:
    """Rows of a form that the survey does not have."""
    forms = ", ".join(rows.bank.survey.forms)
    for text, where in _by_text(rows.about.get("form"), rows.placed.form < 0):
        reason = f'unknown form: "{text}". The forms are {forms}.'
        yield Refusal(where, reason, rows.about["form"])


CHECKS: tuple[Check, ...] = (
    unanswered,
    of_another_edition,
    of_unknown_group,
    of_unknown_form,
)


def checked(rows: Rows) -> tuple[Mask, tuple[Refusal, ...]]:
    """The rows that every check lets through, and the refusals: each row is in one, the first."""
    free = np.ones(len(rows.placed.group), dtype=np.bool_)
    refusals = []
    for check in CHECKS:
        for refusal in check(rows):
            first = refusal.among(free)
            free[first.where] = False
            refusals.append(first)
    return free, tuple(refusals)


def repeats(keys: npt.NDArray[np.intp]) -> tuple[Positions, Positions]:
    """The rows whose key an earlier row has, and that earlier row, first to last."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    earliest = first[inverse]
    later = np.flatnonzero(earliest != np.arange(len(keys)))
    return later, earliest[later]


def _places(column: TextColumn, names: Mapping[str, int]) -> npt.NDArray[np.int32]:
    by_text = np.array([names.get(folded(text), -1) for text in column.texts], dtype=np.int32)
    return by_text.take(column.index)


def _differing(column: TextColumn | None, ours: str) -> Mask:
    """The rows that bear a stamp other than ours."""
    if column is None:
        return np.zeros(1, dtype=np.bool_)
    return column.rows_where([text.lower() not in ("", ours.lower()) for text in column.texts])


def _by_text(column: TextColumn | None, mask: Mask) -> Iterator[tuple[str, Positions]]:
    """The rows of a mask, those with the same text together."""
    where = np.flatnonzero(mask)
    if column is None or not len(where):
        return
    index = column.index[where]
    order = np.argsort(index, kind="stable")
    for part in np.split(where[order], np.flatnonzero(np.diff(index[order])) + 1):
        yield column.text_at(part[0]), part
