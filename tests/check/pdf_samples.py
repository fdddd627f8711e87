"""Write PDFs of every kind for the checks: python -m tests.check.pdf_samples build/check/pdf."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from coprod_survey.pdf import LARGE_PRINT, PRINT, render, render_paper
from tests.pdf.samples import BRIEFING, FILLED, MARKS, QUESTIONNAIRE, SHEETS, form
from tests.pdf.test_forms import FILLERS
from tests.pdf.writer import Writer

RANDOM = 60
ANSWERS = {"job": "/face", "asked": "/Yes", "years": "12", "town": "Tŷ, £5", "more": "žluť\nTŷ"}


def samples() -> Iterator[tuple[str, bytes]]:
    """Yield each file's name and its bytes: documents, sheets, forms, and random ones."""
    for name, style in (("print", PRINT), ("large", LARGE_PRINT)):
        yield f"briefing-{name}", render(BRIEFING, style)
        yield f"questionnaire-{name}", render(QUESTIONNAIRE, style)
        yield f"sheets-{name}", render_paper(SHEETS, MARKS, style).pdf
        yield f"form-{name}", render(form(), style)
    for name, empty in (("empty", render(form())), ("prefilled", render(form(**FILLED)))):
        yield f"form-{name}", empty
        for filler, fill in FILLERS.items():
            yield f"form-{name}-by-{filler}", fill(empty, ANSWERS)
    for seed in range(RANDOM):
        yield f"random-{seed}", render(Writer(seed).document())


def main(folder: Path) -> None:
    """Write the samples into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, pdf in samples():
        (folder / f"{name}.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
