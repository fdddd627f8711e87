"""Time the commands people wait for, and the PDF layer: python -m tests.bench."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from coprod_survey.pdf import PRINT, Box, BulletList, NumberedList, PageBreak, Quote, render
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.press import draw, lay_out
from tests.pdf.samples import BRIEFING

COMMAND = str(Path(sys.executable).with_name("coprod-survey"))
RUNS = 5
_TOO_MUCH = PageBreak | NumberedList | BulletList | Quote | Box
FOUR_PAGES = replace(
    BRIEFING,
    blocks=tuple(block for block in BRIEFING.blocks if not isinstance(block, _TOO_MUCH)),
)
"""Contents, links, two charts with their tables, and a table over three pages."""


def seconds(arguments: Sequence[str]) -> float:
    """Return how long one run of coprod-survey takes, from start to end."""
    started = time.perf_counter()
    command = [COMMAND, *arguments]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def benchmarks(scratch: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each thing to time: what to call it, and the arguments of coprod-survey."""
    yield "start-up", ["--help"]
    yield "demo", ["demo", "--out", str(scratch / "demo")]


class PlainCanvas(TaggedCanvas):
    """The same drawing without a word about what it means."""

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        del opening
        self._marking = True
        yield
        self._marking = False


def untagged() -> bytes:
    """The same strips drawn on a canvas without tags, tree and metadata; its links are left in."""
    plan = lay_out(FOUR_PAGES, PRINT)
    canvas = PlainCanvas(BytesIO(), PRINT.page, plan.face, "en-GB")
    draw(plan, canvas)
    pdf: bytes = canvas.getpdfdata()
    return pdf


def tagged() -> bytes:
    """The document as everybody gets it."""
    return render(FOUR_PAGES, PRINT)


def print_pdf_layer() -> None:
    """Print documents a second, on one core, and bytes a document, with tags and without."""
    pages = len(lay_out(FOUR_PAGES, PRINT).pages)
    print(f"\n{f'PDF of {pages} pages':18}  {'a second':>8}  {'bytes':>8}")
    kinds: tuple[tuple[str, Callable[[], Any]], ...] = (("tags", tagged), ("no tags", untagged))
    for name, make in kinds:
        times = []
        for _ in range(RUNS * 8):
            started = time.process_time()
            pdf = make()
            times.append(time.process_time() - started)
        print(f"{name:18}  {1 / statistics.median(times):8.1f}  {len(pdf):8,}")


def main() -> None:
    """Print the least and the median of some runs of each benchmark."""
    print(f"{'':10}  {'least':>8}  {'median':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        for name, arguments in benchmarks(Path(scratch)):
            times = [seconds(arguments) for _ in range(RUNS)]
            print(f"{name:10}  {min(times):6.2f} s  {statistics.median(times):6.2f} s")
    print_pdf_layer()


if __name__ == "__main__":
    main()
