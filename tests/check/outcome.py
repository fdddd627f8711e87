"""What a check found out about one file, or about a tool that could not be had."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the report."""

    verdict: Verdict
    check: str
    detail: str

    def __str__(self) -> str:
        return f"{self.verdict}: {self.check}: {self.detail}"


def judge(good: bool, check: str, detail: str) -> Outcome:
    """Return a passed or a failed outcome."""
    return Outcome("passed" if good else "failed", check, detail)


def closing_line(outcomes: Iterable[Outcome]) -> str:
    """Return the tally of verdicts, such as "3 passed, 0 failed, 1 skipped"."""
    count = Counter(outcome.verdict for outcome in outcomes)
    return f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped"
