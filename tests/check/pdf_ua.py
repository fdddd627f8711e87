"""PDF/UA-1 as veraPDF sees it, and the tag tree as poppler reads it."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.check import tools
from tests.check.outcome import Outcome, judge


def check(pdfs: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what veraPDF says of each PDF; an untagged one is put in to see that it says no."""
    java = tools.command("java", package="default-jdk-headless")
    tools.command("javac", package="default-jdk-headless")
    untagged = untagged_pdf()
    source = tools.HERE / "VeraRun.java"
    printed = tools.run(java, "-cp", tools.verapdf_jar(), source, untagged, *pdfs)
    verdicts = [line.split("\t") for line in printed.splitlines()]
    [(canary, *_)] = [fields for fields in verdicts if fields[1] == str(untagged)]
    yield judge(canary == "FAIL", "veraPDF", "refuses a PDF without tags")
    for verdict, file, checks, failures in verdicts:
        if file != str(untagged):
            detail = f"{file} ({checks} checks)" if verdict == "PASS" else f"{file}: {failures}"
            yield judge(verdict == "PASS", "PDF/UA-1 by veraPDF", detail)


def check_text(pdfs: Sequence[Path]) -> Iterator[Outcome]:
    """Yield how many words poppler finds in the tag tree of each PDF."""
    pdfinfo = tools.command("pdfinfo", package="poppler-utils")
    for pdf in pdfs:
        done = subprocess.run([pdfinfo, "-struct-text", pdf], capture_output=True, check=False)
        words, complaint = len(done.stdout.split()), done.stderr.decode(errors="replace").strip()
        detail = f"{pdf}: {complaint}" if complaint else f"{pdf} ({words} words)"
        yield judge(words > 0 and not complaint, "tagged text by poppler", detail)


def untagged_pdf() -> Path:
    """Make a PDF that no checker of PDF/UA may let through."""
    tools.SCRATCH.mkdir(parents=True, exist_ok=True)
    path = tools.SCRATCH / "untagged.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "No tags, no language, no embedded font")
    canvas.save()
    return path
