"""The PDF: its length, its accessibility, and that it comes out the same."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from coprod_survey.briefing.write import write_briefing
from coprod_survey.errors import CoprodSurveyError
from coprod_survey.model.briefing import Heading
from coprod_survey.render.pdf import briefing_pdf, page_count
from tests.briefing.reading import charts
from tests.briefing.releases import (
    all_withheld,
    canteen_bank,
    canteen_project,
    canteen_release,
    demo_project,
    demo_release,
    shipped_bank,
)
from tests.gate import assert_accessible

LENGTHS = {"frontline": 4, "middle": 4, "hr": 4, "finance": 4, "performance": 4}
LENGTHS |= {"chief_executive": 3, "councillor": 3}
"""Pages at most: those who get two have a third for how we know and the numbers."""


def made(group: str, council: str | None = None) -> bytes:
    bank = shipped_bank()
    return briefing_pdf(
        write_briefing(demo_release(), bank, bank.group(group), demo_project(), council)
    )


@pytest.mark.parametrize("council", [None, "marlbury", "ashdene"])
@pytest.mark.parametrize("group", LENGTHS)
def test_a_briefing_keeps_to_its_length(group: str, council: str | None) -> None:
    file = made(group, council)
    assert page_count(file) == len(PdfReader(BytesIO(file)).pages)
    assert 2 <= page_count(file) <= LENGTHS[group]


@pytest.mark.parametrize("group", LENGTHS)
def test_a_briefing_is_accessible(group: str) -> None:
    assert_accessible(made(group))


def test_every_chart_is_a_figure_with_its_words() -> None:
    bank = shipped_bank()
    briefing = write_briefing(demo_release(), bank, bank.group("frontline"), demo_project())
    with pikepdf.open(BytesIO(briefing_pdf(briefing))) as file:
        words = [str(o.Alt) for o in file.objects if _is_figure(o)]
    assert sorted(words) == sorted(chart.alternative for chart in charts(briefing))


def _is_figure(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert made("councillor") == made("councillor")


def test_a_briefing_without_a_figure_to_show_is_still_a_document() -> None:
    bank = shipped_bank()
    release = all_withheld(demo_release())
    for group in bank.groups:
        assert_accessible(briefing_pdf(write_briefing(release, bank, group, demo_project())))


def test_a_briefing_of_another_survey() -> None:
    bank = canteen_bank()
    file = briefing_pdf(
        write_briefing(canteen_release(), bank, bank.group("day"), canteen_project())
    )
    assert_accessible(file)
    assert page_count(file) <= 4


def test_a_letter_the_typeface_lacks_is_a_sentence_that_names_it() -> None:
    bank = shipped_bank()
    briefing = write_briefing(demo_release(), bank, bank.group("hr"), demo_project())
    with pytest.raises(CoprodSurveyError, match=r"no character “漢” \(U\+6F22\)"):
        briefing_pdf(replace(briefing, blocks=(Heading(1, "漢"),)))
