"""Documents nobody would write: whatever the blocks, the file is accessible and reads in order.

ReportLab keeps the names this layer rests on to itself, so these decide whether a new release of it
can be used. COPROD_SURVEY_FUZZ sets how many documents are tried.
"""

import os
import re

import pytest

from coprod_survey.pdf import LARGE_PRINT, PRINT, render
from tests.gate import assert_accessible
from tests.gate.reading import read_aloud
from tests.pdf.speech import speech
from tests.pdf.writer import Writer

TRIES = int(os.environ.get("COPROD_SURVEY_FUZZ", "60"))


def squeezed(texts: list[str]) -> str:
    """All texts in one, without blanks and digits: where words and page numbers are cut varies."""
    return re.sub(r"[\s\d]+", "", "".join(texts)).replace("{page}", "")


@pytest.mark.parametrize("seed", range(TRIES))
def test_any_document_is_accessible_and_reads_in_order(seed: int) -> None:
    document = Writer(seed).document()
    pdf = render(document, LARGE_PRINT if seed % 4 == 0 else PRINT)
    assert_accessible(pdf)
    assert squeezed([text for _, text in read_aloud(pdf)]) == squeezed(speech(document))
