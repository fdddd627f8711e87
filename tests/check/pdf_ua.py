"""PDF/UA-1 as veraPDF sees it, and the tag tree as poppler reads it."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.check import tools
from tests.check.outcome import Outcome, judge
from tests.gate.reading import read_aloud


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
    """Yield whether poppler finds the text of each PDF in its tag tree, in the order it is read."""
    pdfinfo = tools.command("pdfinfo", package="poppler-utils")
    for pdf in pdfs:
        command = [pdfinfo, "-enc", "UTF-8", "-struct-text", pdf]
        done = subprocess.run(command, capture_output=True, check=False)
        found = "".join(texts_in_tree(done.stdout.decode(errors="replace")).split())
        aloud = (text for tag, text in read_aloud(pdf.read_bytes()) if tag != "Figure")
        complaint = done.stderr.decode(errors="replace").strip()
        if found != "".join("".join(aloud).split()):
            complaint += " the text is in another order than it is read aloud"
        detail = f"{pdf}: {complaint}" if complaint else f"{pdf} ({len(found)} letters)"
        yield judge(bool(found) and not complaint, "tagged text by poppler", detail)


def texts_in_tree(printed: str) -> str:
    """Return the text that poppler printed, without the letters inside figures."""
    texts, figure = [], None
    for line in printed.splitlines():
        indent = len(line) - len(line.lstrip())
        if figure is not None and indent > figure:
            continue
        figure = indent if line.lstrip().startswith("Figure") else None
        texts += re.findall(r'^ *"(.*)"$', line)
    return "".join(texts)


def untagged_pdf() -> Path:
    """Make a PDF that no checker of PDF/UA may let through."""
    tools.SCRATCH.mkdir(parents=True, exist_ok=True)
    path = tools.SCRATCH / "untagged.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "No tags, no language, no embedded font")
    canvas.save()
    return path
