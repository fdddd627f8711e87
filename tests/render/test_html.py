"""The web page: landmarks, one title, charts with their words, no network, nothing unescaped."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from lxml import etree, html

from coprod_survey.briefing.write import write_briefing
from coprod_survey.model.briefing import Briefing
from coprod_survey.model.project import Council, Project
from coprod_survey.render.html import briefing_html
from tests.briefing.releases import demo_project, demo_release, shipped_bank

GROUPS = ("frontline", "chief_executive", "councillor")
HOSTILE = '<script>alert("x")</script> & Sons'


@cache
def briefing(group: str, council: str | None = None) -> Briefing:
    bank = shipped_bank()
    return write_briefing(demo_release(), bank, bank.group(group), demo_project(), council)


def page(made: Briefing) -> html.HtmlElement:
    return html.document_fromstring(briefing_html(made).decode())


@pytest.mark.parametrize("group", GROUPS)
def test_landmarks_and_headings(group: str) -> None:
    tree = page(briefing(group))
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == 1
    assert tree.xpath("//body/*[1]/@href") == ["#" + tree.xpath("//main/@id")[0]]
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("group", GROUPS)
def test_every_reference_leads_somewhere(group: str) -> None:
    tree = page(briefing(group))
    ids = tree.xpath("//@id")
    named = " ".join(tree.xpath("//@aria-labelledby|//@aria-describedby")).split()
    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)


@pytest.mark.parametrize("group", GROUPS)
def test_charts_carry_their_words_and_their_numbers(group: str) -> None:
    figures = page(briefing(group)).xpath("//figure")
    assert len(figures) >= 3
    for figure in figures:
        (drawing,) = figure.xpath(".//svg[@role='img']")
        assert drawing.xpath("string(title)")
        assert any(character.isdigit() for character in drawing.xpath("string(desc)"))
        assert figure.xpath(".//table/caption")
        assert figure.xpath(".//table//th[@scope='row']")


@pytest.mark.parametrize("group", GROUPS)
def test_no_network_and_no_script(group: str) -> None:
    tree = page(briefing(group))
    assert tree.xpath("//script|//link|//img|//iframe|//@src|//@onclick") == []
    assert "url(" not in tree.xpath("string(//style)")


def test_names_are_escaped_wherever_they_stand() -> None:
    bank, demo = shipped_bank(), demo_project()
    councils = tuple(Council(id=c.id, name=HOSTILE) for c in demo.councils)
    project = Project(title=HOSTILE, holder=HOSTILE, contact=HOSTILE, councils=councils)
    made = write_briefing(demo_release(), bank, bank.group("frontline"), project, "marlbury")
    source = briefing_html(made).decode()
    assert "<script" not in source
    assert source.count("&lt;script&gt;") > 10
    assert HOSTILE in page(made).xpath("string(//h1)")


def test_the_page_is_well_formed() -> None:
    source = briefing_html(briefing("frontline")).decode()
    etree.fromstring(source[source.index("<main") : source.index("</main>") + 7])


def test_the_banner_is_left_out_when_there_is_none() -> None:
    tree = page(replace(briefing("frontline"), banner=""))
    assert tree.xpath("//aside") == []


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert briefing_html(briefing("frontline")) == briefing_html(briefing("frontline"))
