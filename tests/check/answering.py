"""Questionnaires filled in by keyboard in Chromium: what is saved must be what was typed."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.check import axe, tools
from tests.check.outcome import Outcome, closing_line, judge

NAME = "answering by keyboard"
ABOUT = ("respondent", "council", "group", "form", "edition", "fingerprint", "language")
"""Columns that every saved row fills beside the answers; `wave` may be empty."""


def check(pages: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what came of filling in each page that is a questionnaire."""
    questionnaires = [page for page in pages if b'id="page-form"' in page.read_bytes()]
    if not questionnaires:
        yield Outcome("failed", NAME, "there is no questionnaire to fill in")
        return
    node = tools.command("node", package="nodejs")
    chromium = tools.command(*axe.CHROMIUM, package="chromium")
    script = tools.HERE / "answering.mjs"
    printed = tools.run(node, script, tools.node_packages(), chromium, *questionnaires)
    runs = [json.loads(line) for line in printed.splitlines()]
    for page in questionnaires:
        own = [run for run in runs if run["page"] == str(page)]
        wrong = [f"{run['view']}: {text}" for run in own for text in complaints(run)]
        detail = "\n  ".join([f"{page}: {len(wrong)} faults", *wrong])
        answers = sum(len(run["typed"]) for run in own)
        good = f"{page} ({answers} answers in {len(own)} runs)"
        yield judge(not wrong, NAME, detail if wrong else good)


def complaints(run: dict[str, Any]) -> Iterator[str]:
    """Yield what the browser noticed, then how the saved file differs from what was typed."""
    yield from run["complaints"]
    if not run["csv"]:
        yield "nothing was saved"
        return
    header, row = csv.reader(io.StringIO(run["csv"], newline=""))
    saved = dict(zip(header, row, strict=True))
    typed = {column: spreadsheet_safe(answer) for column, answer in run["typed"].items()}
    if not typed:
        yield "nothing could be answered"
    for column in sorted(typed.keys() - saved.keys()):
        yield f"{column} has no column in the file"
    for column, value in saved.items():
        if column in typed and value != typed[column]:
            yield f"{column} is {value!r} in the file, but {typed[column]!r} was typed"
        elif column not in (*typed, *ABOUT, "wave") and value not in ("", "0"):
            yield f"{column} is {value!r} in the file, but nothing was typed"


def spreadsheet_safe(answer: str) -> str:
    """Return an answer as it must stand in a file that somebody may open in a spreadsheet."""
    return f"'{answer}" if answer.startswith(("=", "+", "-", "@")) else answer


def main(files: Sequence[str]) -> int:
    """Check the files named; return 1 if any is at fault."""
    try:
        found = list(check([Path(file).resolve() for file in files]))
    except tools.MissingToolError as error:
        found = [Outcome("skipped", NAME, str(error))]
    except subprocess.SubprocessError as error:
        found = [Outcome("failed", NAME, f"broke off: {tools.why(error)}")]
    for outcome in found:
        print(outcome)
    print(closing_line(found))
    return any(outcome.verdict == "failed" for outcome in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
