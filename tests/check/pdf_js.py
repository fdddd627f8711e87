"""PDFs as pdf.js reads them, which is what Firefox gives a screen reader."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.check import tools
from tests.check.outcome import Outcome, judge
from tests.check.pdf_ua import untagged_pdf

NAME = "text in the tree by pdf.js"


def check(pdfs: Sequence[Path]) -> Iterator[Outcome]:
    """Yield whether all text of each PDF is in its tree; one without tags is put in as well."""
    node = tools.command("node", package="nodejs")
    untagged = untagged_pdf()
    script = tools.HERE / "pdf_js.mjs"
    printed = tools.run(node, script, tools.node_packages(), untagged, *pdfs)
    for found in map(json.loads, printed.splitlines()):
        if found["file"] == str(untagged):
            yield judge(bool(found["stray"]), NAME, "refuses a PDF without tags")
        else:
            yield judge(found["tagged"] > 0 and not complaint(found), NAME, detail(found))


def complaint(found: dict[str, Any]) -> str:
    """Say what is outside the tree, or which fields have no words; nothing where all is well."""
    stray = [f"outside the tree: {text!r}" for text in found["stray"][:3]]
    silent = [f"the field {name!r} says nothing" for name in found["silent"][:3]]
    return "; ".join([*stray, *silent])


def detail(found: dict[str, Any]) -> str:
    """Say what was found in a file."""
    said = f"{found['tagged']} runs of text in the tree, {found['fields']} fields"
    return f"{found['file']}: {complaint(found) or said}"
