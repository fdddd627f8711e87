"""Forms filled in by pdf.js, as Firefox does: saved is what was given, and still accessible."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.check import pdf_ua, tools
from tests.check.outcome import Outcome, judge
from tests.gate import findings
from tests.pdf.test_forms import read_by_pypdf

NAME = "form filled in by pdf.js"
ANSWERS = {
    "job": "face",
    "asked": True,
    "years": "12",
    "town": "Tŷ, £5, žluť",
    "more": "žluť\nTŷ “a”",
}
SAVED = {**ANSWERS, "job": "/face", "asked": "/Yes"}


def check(pdfs: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what came of filling in the empty form and the one that was filled in beforehand."""
    node = tools.command("node", package="nodejs")
    script = tools.HERE / "pdf_js_fill.mjs"
    done = []
    for form in pdfs:
        if form.stem not in {"form-empty", "form-prefilled"}:
            continue
        filled = tools.SCRATCH / f"{form.stem}-by-pdf.js.pdf"
        tools.run(node, script, tools.node_packages(), json.dumps(ANSWERS), form, filled)
        answers = read_by_pypdf(filled.read_bytes())
        wrong = [name for name, answer in SAVED.items() if answers[name] != answer]
        found = findings(filled.read_bytes())
        yield judge(not wrong and not found, NAME, "; ".join([str(filled), *wrong, *found[:3]]))
        done.append(filled)
    if done:
        yield from pdf_ua.check(done)
