"""What must hold of every briefing, for every group, on all councils and on one.

R1 The word stands in the last section, and nowhere before.
R2 There are at least three charts, and each says its numbers in words.
R3 The headline has at most twenty words, a number and a comparison.
R4 One fact cuts the other way.
R5 Nothing is said that is not in the release.
R6 People have concerns; nobody resists, and nothing is almost significant.
R7 A group with too few answers reads what others said, and why.
R8 A bank of any kind gives a briefing.
"""

import re
from itertools import product

import pytest

from coprod_survey.briefing.figures import whole
from coprod_survey.briefing.write import write_briefing
from coprod_survey.errors import UnknownName
from coprod_survey.model.briefing import Action, Briefing, Fact, Heading
from coprod_survey.model.release import Release, Withheld
from coprod_survey.model.results import Domain, Estimate
from coprod_survey.shipped import templates_dir
from tests.briefing.reading import charts, sections, whole_text
from tests.briefing.releases import (
    all_withheld,
    canteen_bank,
    canteen_project,
    canteen_release,
    demo_project,
    demo_release,
    shipped_bank,
)

GROUPS = ("frontline", "middle", "hr", "finance", "performance", "chief_executive", "councillor")
CASES = tuple(product(GROUPS, (None, "marlbury", "ashdene")))


def briefing_of(group: str, council: str | None = None, release: Release | None = None) -> Briefing:
    bank = shipped_bank()
    return write_briefing(
        release or demo_release(), bank, bank.group(group), demo_project(), council
    )


@pytest.mark.parametrize(("group", "council"), CASES)
def test_the_word_waits_for_the_last_section(group: str, council: str | None) -> None:
    found = sections(briefing_of(group, council))
    has_word = ["co-production" in words.lower() for _, words in found]
    assert has_word == [False] * (len(found) - 1) + [True]


@pytest.mark.parametrize(("group", "council"), CASES)
def test_three_charts_or_more_each_say_their_numbers(group: str, council: str | None) -> None:
    drawn = charts(briefing_of(group, council))
    assert len(drawn) >= 3
    for chart in drawn:
        figures = {row[1].strip("[]%") for row in chart.table.rows if re.search(r"\d", row[1])}
        assert figures
        assert figures <= set(re.findall(r"\d+", chart.alternative))


@pytest.mark.parametrize(("group", "council"), CASES)
def test_headline_is_short_and_compares(group: str, council: str | None) -> None:
    headline = briefing_of(group, council).summary
    assert len(headline.split()) <= 20
    assert len(re.findall(r"\d+", headline)) >= 2
    assert headline.endswith(".")


@pytest.mark.parametrize("group", GROUPS)
def test_three_facts_of_which_one_cuts_the_other_way(group: str) -> None:
    facts = [block for block in briefing_of(group).blocks if isinstance(block, Fact)][:3]
    other_way = {fact.plain for fact in shipped_bank().facts if fact.cuts_both_ways}
    assert len(facts) == 3
    assert [fact.text in other_way for fact in facts] == [False, False, True]
    assert all(fact.source and fact.caution for fact in facts)
    assert "page" in facts[1].source
    assert "(2009)" in facts[2].source


@pytest.mark.parametrize(("group", "council"), CASES)
def test_plain_and_fair_words(group: str, council: str | None) -> None:
    words = whole_text(briefing_of(group, council))
    for never in ("resist", "almost significant", "as many as", "{", "  "):
        assert never not in words.lower()
    assert re.findall(r"\b(None(?! of th)|nan|undefined|True|False)\b", words) == []


def test_our_own_words_never_play_a_figure_down() -> None:
    template = (templates_dir() / "briefing" / "en.j2").read_text(encoding="utf-8")
    assert re.findall(r"\b(only|just|merely)\b", template) == []


@pytest.mark.parametrize("group", GROUPS)
def test_sections_come_in_their_order(group: str) -> None:
    order = (
        "Three things to know",
        "What concerns",
        "Where the concern comes from",
        "What would help",
        "What you could do",
        "What nobody knows yet",
        "A story",
        "What residents said about this page",
        "About this briefing",
    )
    headings = [heading for heading, _ in sections(briefing_of(group))][1:]
    assert [h.startswith(o) for h, o in zip(headings, order, strict=True)] == [True] * len(order)
    closing = [b.text for b in briefing_of(group).blocks if isinstance(b, Heading)][-2:]
    assert closing == ["What this is called", "How we know"]


def test_actions_follow_what_the_group_most_needs_to_know() -> None:
    actions = [b for b in briefing_of("finance").blocks if isinstance(b, Action)]
    needs = [int(re.findall(r"Need to know: (\d+)", action.because)[0]) for action in actions]
    assert len(needs) == 3
    assert needs == sorted(needs, reverse=True)


def test_numbers_of_the_profile_are_those_of_the_release() -> None:
    release = demo_release()
    chart = charts(briefing_of("middle"))[0]
    shown = {
        (whole(cell.mean), cell.n)
        for (domain, measure, rule), cell in release.estimates.items()
        if domain == Domain("staff", "middle")
        and measure.kind == "item"
        and rule == "standard"
        and isinstance(cell, Estimate)
    }
    printed = {(int(row[1]), int(row[3].replace(",", ""))) for row in chart.table.rows}
    assert len(chart.table.rows) == 9
    assert printed <= shown


@pytest.mark.parametrize(("group", "council"), CASES)
def test_a_release_of_withheld_cells_gives_nothing_away(group: str, council: str | None) -> None:
    """Two surveys with other answers give the same words once every cell is withheld."""
    one, other = (
        whole_text(briefing_of(group, council, all_withheld(demo_release(seed)))) for seed in (1, 2)
    )
    assert one == other
    assert "Too few" in one


def test_a_withheld_cell_changes_nothing_but_its_absence() -> None:
    """The group that is withheld is nowhere in the briefing, whatever its answers were."""
    release = demo_release()
    assert isinstance(release.base(Domain("chief_executives", "chief_executive")), Withheld)
    briefing = briefing_of("chief_executive")
    assert briefing.blocks[0] == Heading(1, "What council staff think")
    assert "Too few chief executives answered" in whole_text(briefing)
    assert "council staff" in briefing.summary


def test_a_small_group_in_a_council_is_told_what_the_group_said_everywhere() -> None:
    words = whole_text(briefing_of("hr", "ashdene"))
    assert "Too few HR managers here answered" in words
    assert "This briefing tells what HR managers in all councils said" in words


def test_a_chief_executive_reads_what_the_councils_own_staff_think() -> None:
    briefing = briefing_of("chief_executive", "marlbury")
    title = "What council staff in Marlbury County Council think"
    assert briefing.blocks[0] == Heading(1, title)
    assert "Council staff in all councils" in charts(briefing)[0].table.header


def test_fewer_than_thirty_answers_give_no_percentages_and_a_warning() -> None:
    briefing = briefing_of("councillor", "ashdene")
    concerns = dict(sections(briefing))["Where the concern comes from"]
    assert "%" not in concerns
    assert "small group, read with care" in whole_text(briefing)


def test_a_councils_briefing_stands_beside_all_councils() -> None:
    chart = charts(briefing_of("frontline", "marlbury"))[0]
    assert "Front-line staff in all councils" in chart.table.header


def test_the_same_release_gives_the_same_briefing() -> None:
    assert briefing_of("frontline") == briefing_of("frontline")


def test_no_council_is_ranked_or_named_beside_another() -> None:
    names = {council.name for council in demo_project().councils}
    words = whole_text(briefing_of("frontline", "marlbury"))
    assert {name for name in names if name in words} == {"Marlbury County Council"}


@pytest.mark.parametrize("group", ["day", "night"])
def test_any_bank_gives_a_briefing(group: str) -> None:
    bank = canteen_bank()
    briefing = write_briefing(canteen_release(), bank, bank.group(group), canteen_project())
    assert len(charts(briefing)) == 4
    assert [heading for heading, _ in sections(briefing)][1:] == [
        f"How {group} staff answered",
        "The highest and the lowest score",
        "About this briefing",
    ]
    words = whole_text(briefing)
    assert "concern" not in words.lower()
    assert "Löffler" not in words
    assert "How far do questions on one topic agree" in words


def test_a_language_without_words_is_refused() -> None:
    bank = canteen_bank()
    survey = bank.survey.model_copy(update={"language": "cy"})
    foreign = type(bank)(**{**_fields(bank), "survey": survey})
    with pytest.raises(UnknownName, match='briefing language "cy"'):
        write_briefing(canteen_release(), foreign, foreign.group("day"), canteen_project())


def _fields(bank: object) -> dict[str, object]:
    return {name: getattr(bank, name) for name in type(bank).__dataclass_fields__}  # type: ignore[attr-defined]
