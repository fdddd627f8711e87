"""Rebuild reports/, the examples people look at first: python -m tests.gallery."""

import shutil
import subprocess
import sys
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("coprod-survey"))
ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "build" / "gallery"
REPORTS = ROOT / "reports"

SAMPLES = (
    "briefings/frontline.*",
    "briefings/councillor.*",
    "briefings/chief-executive.*",
    "briefings/marlbury/finance.*",
    "questionnaires/frontline/*",
    "questionnaires/chief-executive/*",
)
"""Which files of the demo are kept as examples, as patterns below its folder."""


def main() -> None:
    """Run the demo afresh and put its samples in place of the old ones; README.md stays."""
    shutil.rmtree(DEMO, ignore_errors=True)
    command = [COMMAND, "demo", "--out", str(DEMO)]
    subprocess.run(command, check=True)
    for old in REPORTS.rglob("*"):
        if old.is_file() and old.name != "README.md":
            old.unlink()
    for pattern in SAMPLES:
        for made in DEMO.glob(pattern):
            kept = REPORTS / made.relative_to(DEMO)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, kept)
            print(kept.relative_to(ROOT))


if __name__ == "__main__":
    main()
