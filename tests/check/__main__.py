"""Check every PDF and every page under the folders named: python -m tests.check build/demo."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.check import answering, axe, filling, gate, pdf_js, pdf_ua, tools
from tests.check.outcome import Outcome, closing_line

Check = Callable[[Sequence[Path]], Iterator[Outcome]]
"""Looks at files and yields what it found; raises MissingToolError where its tool is not here."""

CHECKS: tuple[tuple[str, Check, str], ...] = (
    ("veraPDF", pdf_ua.check, "*.pdf"),
    ("page-validation", gate.check, "*.pdf"),
    ("poppler", pdf_ua.check_text, "*.pdf"),
    ("pdf.js", pdf_js.check, "*.pdf"),
    ("filling in", filling.check, "*.pdf"),
    ("axe-core", axe.check, "*.html"),
    ("answering", answering.check, "*.html"),
)


def outcomes(folders: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what each check says of the files it is for."""
    for name, check, pattern in CHECKS:
        files = sorted(path for folder in folders for path in folder.rglob(pattern))
        if not files:
            yield Outcome("failed", name, f"there is no {pattern} to check")
            continue
        try:
            yield from check(files)
        except tools.MissingToolError as error:
            yield Outcome("skipped", name, f"{len(files)} files, because {error}")
        except subprocess.SubprocessError as error:
            yield Outcome("failed", name, f"broke off: {tools.why(error)}")


def main(folders: Sequence[str]) -> int:
    """Print each outcome and the tally; return 1 if any check failed."""
    found = []
    for outcome in outcomes([Path(folder) for folder in folders]):
        print(outcome, flush=True)
        found.append(outcome)
    print(closing_line(found))
    return any(outcome.verdict == "failed" for outcome in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
