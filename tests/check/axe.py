"""Pages as axe-core sees them in Chromium: wide and light, then narrow and dark."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.check import tools
from tests.check.outcome import Outcome, judge

CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
REFUSED = tools.HERE / "refused.html"


def check(pages: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what axe says of each page; a bad one is put in to see that it says no."""
    node = tools.command("node", package="nodejs")
    chromium = tools.command(*CHROMIUM, package="chromium")
    script = tools.HERE / "axe.mjs"
    printed = tools.run(node, script, tools.node_packages(), chromium, REFUSED, *pages)
    views = [json.loads(line) for line in printed.splitlines()]
    for page in (REFUSED, *pages):
        seen = [view for view in views if view["page"] == str(page)]
        violations = [f"{view['view']}: {text}" for view in seen for text in view["violations"]]
        if page == REFUSED:
            yield judge(len(violations) > 0, "axe-core", "refuses a page with known faults")
        else:
            yield judge(not violations, "axe-core", f"{page}: {detail(seen, violations)}")


def detail(seen: Sequence[dict[str, Any]], violations: Sequence[str]) -> str:
    """Say how many violations there are, and which, or how much was looked at."""
    if violations:
        return "\n  ".join([f"{len(violations)} violations", *violations])
    rules = min(view["passes"] for view in seen)
    unsure = max(view["incomplete"] for view in seen)
    return f"0 violations ({rules} rules passed, {unsure} for a person to judge)"
