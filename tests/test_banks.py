"""The question banks that come with coprod-survey: whole, traceable, plain, in our own words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from coprod_survey.bank.read import read_bank
from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Group, Item
from coprod_survey.shipped import questionnaires_dir

LONGEST_QUOTATION = 7
"""Words in a row that may also stand in the paper by chance."""

LONGEST_SENTENCE = 20
"""Words (GOV.UK and the Plain English Campaign advise 15 to 20)."""

JARGON = re.compile(
    r"service users?|outcomes?|stakeholders?|engag(e|ing|ement)|empower|commissioning|participat"
    r"|deliver(y|ing|ables)|beneficiar|holistic|leverag|synerg|capacity.building",
    re.IGNORECASE,
)
"""Words of the Local Government Association's lists of 2008 and 2009 that no body text may use."""

THE_WORD = re.compile(r"co-?production", re.IGNORECASE)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(questionnaires_dir())


@pytest.fixture(scope="module")
def content(shared: Path) -> dict[str, Any]:
    """The construct map: what the banks must ask."""
    text = (shared / "content" / "construct_map.yaml").read_text(encoding="utf-8")
    mapped: dict[str, Any] = yaml.safe_load(text)
    return mapped


def item_ids(map_id: str) -> list[str]:
    """The items of the banks that stand for one item of the construct map."""
    spread = {
        "AW.TERM.1": [f"term{n}" for n in range(1, 9)],
        "RS.TERM.1": [f"label{n}" for n in range(1, 4)],
        "RS.TERM.2": ["ownword"],
        "BM.2006": [f"bm{n}" for n in range(1, 7)],
        "EX.SOURCE": ["source1"],
    }
    if map_id in spread:
        return spread[map_id]
    first, *rest = map_id.split(".")
    match first:
        case "ST":
            return ["stance" + rest[0]]
        case "OP":
            return ["op" + rest[0].lower()]
        case "chief_executive":
            return ["ce" + "".join(rest)]
        case "AW" | "RS":
            return ["".join(rest).lower()]
        case _:
            return [map_id.replace(".", "")]


def map_ids(content: dict[str, Any]) -> Iterator[str]:
    """Every item of the construct map that is asked."""
    for facet in (*content["awareness"], *content["resistance"], content["stance"]):
        yield from (item["id"] for item in facet["items"])
    yield from (item["id"] for item in content["openness"])
    yield content["openness_format"]["help_wanted"]["id"]
    yield content["benchmark_block"]["id"]
    yield "EX.SOURCE"
    for bullet, drafted in content["group_items"].items():
        if not drafted.get("question", "").startswith("not asked"):
            yield bullet


def asked(bank: Bank, group: Group, form: str) -> list[Item]:
    """The questions of one group's form, in the order asked."""
    items = (item for item in bank.items.values() if bank.asked_of(item, group))
    return [i for i in items if i.kind != "note" and (not i.forms or form in i.forms)]


def own_words(bank: Bank) -> Iterator[tuple[str, str]]:
    """Everything in the banks that somebody reads, each with a name to find it by."""
    yield "notice", bank.survey.notice
    yield "thanks", bank.survey.thanks
    for module in bank.modules:
        yield module.id, f"{module.title}. {module.intro}"
    for item in bank.items.values():
        yield item.id, f"{item.ask} {item.hint}"
        yield from ((item.id, option.label) for option in bank.options(item))
    for source in bank.sources:
        yield from ((source.id, text) for text in (source.gist, source.caution, source.not_asked))
    for fact in bank.facts:
        yield from ((fact.id, text) for text in (fact.plain, fact.caution))
    for strategy in bank.strategies:
        yield from ((strategy.bullet, text) for text in (strategy.do, strategy.caution))


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", re.sub(r"[’']", "", text.lower()))
    yield from (tuple(words[n : n + length]) for n in range(len(words) - length + 1))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])[”]?\s+", text)


def test_every_item_of_the_construct_map_is_there(bank: Bank, content: dict[str, Any]) -> None:
    wanted = [item_id for map_id in map_ids(content) for item_id in item_ids(map_id)]
    assert len(wanted) > 100
    assert [item_id for item_id in wanted if item_id not in bank.items] == []


def test_every_facet_of_the_construct_map_is_there(bank: Bank, content: dict[str, Any]) -> None:
    modules = [m for m in content["group_modules"].values() if "extra_facet" in m]
    wanted = {f["id"] for f in (*content["awareness"], *content["resistance"], content["stance"])}
    wanted |= {module["extra_facet"]["id"] for module in modules}
    assert wanted - {facet.id for facet in bank.facets} == set()


def test_the_forty_bullets_of_table_2_are_asked_or_say_why_not(bank: Bank) -> None:
    bullets = [source for source in bank.sources if source.kind == "bullet"]
    traced = {trace for item in bank.items.values() for trace in item.traces}
    assert len(bullets) == 40
    assert [b.id for b in bullets if b.id not in traced and not b.not_asked] == []
    assert [b.id for b in bullets if b.not_asked] == [
        "chief_executive.gap.1",
        "chief_executive.gap.2",
    ]


def test_a_groups_bullets_are_asked_of_that_group(bank: Bank) -> None:
    for source in bank.sources:
        if source.kind == "bullet" and source.group and not source.not_asked:
            askers = [i for i in bank.items.values() if source.id in i.traces and i.tier == "group"]
            assert [bank.module_of[item.id].groups for item in askers] == [(source.group,)]


def test_every_bullet_has_one_strategy(bank: Bank) -> None:
    bullets = sorted(source.id for source in bank.sources if source.kind == "bullet")
    assert sorted(strategy.bullet for strategy in bank.strategies) == bullets


# Figure 1 and the survey of 2006, pages 1-2 and 11-12 of the paper.
@pytest.mark.parametrize(
    ("source_id", "value"),
    [
        ("fig1.uk", 56),
        ("fig1.germany", 53),
        ("fig1.czech", 52),
        ("fig1.france", 51),
        ("fig1.denmark", 48),
        ("fig2.total.health", 9.7),
        ("fig2.total.environment", 7.9),
        ("fig2.total.safety", 5.9),
        ("officers2006.responsive", 89),
        ("officers2006.decisions", 86),
        ("officers2006.accessible", 81),
        ("officers2006.quality", 79),
        ("officers2006.joinedup", 76),
        ("officers2006.value", 59),
    ],
)
def test_published_figures_are_as_printed(bank: Bank, source_id: str, value: float) -> None:
    source = bank.source_by_id[source_id]
    assert source.value == value
    assert f"{value:g}" in source.gist


def test_the_word_is_first_met_in_the_last_part(bank: Bank) -> None:
    before = [bank.survey.title, bank.survey.notice, *(group.notice for group in bank.groups)]
    *parts, closing = bank.modules
    before += [text for part in parts for text in (part.title, part.intro)]
    before += [item.ask + item.hint for part in parts for item in part.items]
    before += [o.label for part in parts for item in part.items for o in bank.options(item)]
    assert closing.id == "closing"
    assert [text for text in before if THE_WORD.search(text)] == []
    assert THE_WORD.search(closing.items[0].ask)


def test_briefings_are_given_no_text_with_the_word_or_our_codes(bank: Bank) -> None:
    texts = [(f.id, f"{f.plain} {f.caution}") for f in bank.facts]
    texts += [(s.bullet, f"{s.do} {s.caution}") for s in bank.strategies]
    texts += [(f.id, f"{f.plain} {f.worry}") for f in bank.facets]
    code = re.compile(r"\b[A-Z]{2}\.[A-Z]|\b[a-z_]+\.(gap|interest)\.\d")
    assert [name for name, text in texts if THE_WORD.search(text) or code.search(text)] == []


def test_every_group_is_asked_something_in_every_form(bank: Bank) -> None:
    assert len(bank.groups) == 7
    for group in bank.groups:
        for form in bank.survey.forms:
            assert len(asked(bank, group, form)) >= 15


def test_everybody_answers_the_same_anchors(bank: Bank) -> None:
    anchors = [item.id for item in bank.items.values() if item.tier == "anchor"]
    assert len(anchors) == 13
    for group in bank.groups:
        assert [i.id for i in bank.items.values() if bank.asked_of(i, group) and i.id in anchors]
        assert all(bank.asked_of(bank.items[anchor], group) for anchor in anchors)
    assert not any(bank.items[anchor].forms or bank.module_of[anchor].groups for anchor in anchors)


def test_the_chief_executive_answers_fifteen_questions(bank: Bank) -> None:
    assert len(asked(bank, bank.group("ceo"), "A")) == 15


def test_the_indices_rest_on_questions_everybody_in_them_is_asked(bank: Bank) -> None:
    for index in bank.indices:
        for part in index.of:
            assert bank.items[part].tier in ("anchor", "core")
            assert bank.items[part].forms == ()
            assert bank.items[part].scored


def test_each_respondent_can_have_a_score_on_every_facet_of_concern(bank: Bank) -> None:
    for facet in bank.facets:
        if facet.worry and facet.construct_id == "resistance":
            scored = bank.facet_items(facet.id)
            always = [item for item in scored if not item.forms]
            assert len(always) >= (len(scored) + 1) // 2 or scored[0].tier == "group"


def test_nothing_has_been_tested_yet(bank: Bank) -> None:
    assert {item.status for item in bank.items.values()} == {"draft"}
    assert bank.is_draft


def test_item_ids_and_codes_are_legal_everywhere(bank: Bank) -> None:
    assert [i for i in bank.items if not re.fullmatch(r"[a-z][a-z0-9]{0,19}", i)] == []
    codes = {option.code for item in bank.items.values() for option in bank.options(item)}
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9]{1,5}", code)] == []


def test_a_two_sided_question_has_a_middle_and_every_point_has_words(bank: Bank) -> None:
    for scale in bank.scales:
        assert all(point.label for point in scale.points)
        if scale.type in ("bipolar", "share", "unipolar") and scale.id not in ("need4", "known4"):
            assert len(scale.points) == 5


def test_concerns_may_not_apply_and_forecasts_may_be_unknown(bank: Bank) -> None:
    anchors = next(module for module in bank.modules if module.id == "anchors")
    assert [item.also for item in anchors.items] == [("na",)] * 9
    gaps = [i for i in bank.items.values() if any(".gap." in t for t in i.traces)]
    assert all("dk" in i.also for i in gaps if i.tier == "group")


def test_questions_are_plain(bank: Bank) -> None:
    asks = [(i.id, i.ask) for m in bank.modules if m.id != "closing" for i in m.items]
    assert [item_id for item_id, ask in asks if JARGON.search(ask)] == []
    assert [item_id for item_id, ask in asks if re.match(r"(And|But|Or)\b", ask)] == []


def test_no_sentence_is_too_long(bank: Bank) -> None:
    read = [(i.id, i.ask) for i in bank.items.values()]
    read += [(f.id, f.plain) for f in bank.facts] + [(s.bullet, s.do) for s in bank.strategies]
    read += [(group.id, group.notice) for group in bank.groups] + [("notice", bank.survey.notice)]
    read += [("thanks", bank.survey.thanks)]
    assert [
        (name, sentence)
        for name, text in read
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ] == []


def test_notices_read_well_when_they_are_filled_in(bank: Bank) -> None:
    for notice in (bank.survey.notice, *(g.notice for g in bank.groups if g.notice)):
        filled = notice.format(holder="the survey team", contact="the survey team")
        assert not any(sentence.startswith("the") for sentence in sentences(filled))
        assert 90 <= len(filled.split()) <= 120


def test_the_chief_executives_notice_does_not_promise_anonymity(bank: Bank) -> None:
    assert "cannot be anonymous" in bank.group("chief_executive").notice


def test_every_briefing_can_print_a_fact_that_cuts_the_other_way(bank: Bank) -> None:
    for group in bank.groups:
        told = [f for f in bank.facts if not f.groups or group.id in f.groups]
        assert [fact for fact in told if fact.cuts_both_ways and fact.caution]


def test_the_cost_of_a_problem_is_never_told_as_a_saving(bank: Bank) -> None:
    """Solihull's £1.2 million is spent on clearing litter; the paper reports no saving."""
    for name, text in own_words(bank):
        for sentence in sentences(text):
            if "1.2 million" in sentence and re.search(r"sav(e|ing)", sentence):
                assert re.search(r"\bnot\b|\bNo\b", sentence), name
    solihull = next(fact for fact in bank.facts if fact.id == "fact.solihull")
    assert "No saving is reported" in solihull.caution


def test_the_papers_sentences_are_not_ours(bank: Bank, shared: Path) -> None:
    paper = (shared / "content" / "paper.txt").read_text(encoding="utf-8")
    printed = set(runs(paper, LONGEST_QUOTATION + 1))
    assert len(printed) > 5000
    copied = [
        (name, " ".join(run))
        for name, text in own_words(bank)
        for run in runs(text, LONGEST_QUOTATION + 1)
        if run in printed
    ]
    assert copied == []


def test_the_example_of_the_readme_is_a_bank(tmp_path: Path) -> None:
    readme = (questionnaires_dir() / "README.md").read_text(encoding="utf-8")
    example = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert len(example) == 1
    (tmp_path / "allotments.yaml").write_text(example[0], encoding="utf-8")
    assert list(read_bank(tmp_path).items) == ["water1", "water2"]
