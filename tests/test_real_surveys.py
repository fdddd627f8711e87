"""Other people's surveys go the whole way, and give the numbers R gives.

1. `read`, `analyse` and `brief` run on each file as it came, with a bank in YAML and no code.
2. Every index mean, standard deviation and n, by group and overall, and every alpha, is R's to
   nine decimals: `oracles/01_reliability.json` and `02_indices.json` beside the data, and
   tests/oracles/rse.json.
3. The files that leave say the same, and nothing of groups under eleven.
4. A published index is reproduced.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from coprod_survey import pipeline
from coprod_survey.bank.read import read_bank
from coprod_survey.cli.main import main
from coprod_survey.disclose import THRESHOLD
from coprod_survey.estimate import estimate_results
from coprod_survey.model.bank import Bank
from coprod_survey.model.project import Project
from coprod_survey.model.results import Domain, Measure, Results
from coprod_survey.returns import read_returns
from coprod_survey.tally import tally_returns

BANKS = Path(__file__).parent / "banks"
NINE_DECIMALS = 1e-9
FILES = {
    "army": "lq2002_army_companies.csv",
    "eqls": "eqls2011_fig1_countries.csv",
    "rse": "rse_staff_2017.csv",
}
EVERYONE = "everyone"


@dataclass(frozen=True)
class Survey:
    name: str
    data: Path
    bank: Bank
    results: Results


def surveyed(name: str, shared: Path) -> Survey:
    bank = read_bank(BANKS / name)
    data = shared / "data" / "tidy" / FILES[name]
    returns = read_returns([data], bank)
    return Survey(name, data, bank, estimate_results(tally_returns(returns, bank), bank, Project()))


@pytest.fixture(scope="module")
def surveys(shared: Path) -> dict[str, Survey]:
    return {name: surveyed(name, shared) for name in FILES}


@pytest.fixture(scope="module")
def oracles(shared: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    names = ("01_reliability.json", "02_indices.json")
    one, two = (json.loads((shared / "oracles" / name).read_text()) for name in names)
    return one, two


def facet_of(bank: Bank, columns: list[str]) -> str:
    """The facet made of the items read from these columns."""
    for facet in bank.facets:
        items = bank.facet_items(facet.id)
        if {(i.column or i.id).lower() for i in items} == {column.lower() for column in columns}:
            return facet.id
    raise AssertionError(f"no facet has the items {columns}")


def expected(
    survey: Survey, oracle: dict[str, Any]
) -> Iterator[tuple[Domain, str, dict[str, Any]]]:
    """What R says of one index: domain, rule and numbers."""
    yield Domain(EVERYONE), "complete", oracle["all_items"]
    yield Domain(EVERYONE), "standard", oracle["at_least_half"]
    for rule, key in (("complete", "by_group_all"), ("standard", "by_group_half")):
        for name, numbers in oracle[key].items():
            by_council = survey.name == "army"
            domain = Domain(EVERYONE, None, name) if by_council else Domain(EVERYONE, name.lower())
            yield domain, rule, numbers


def agree(survey: Survey, oracle: dict[str, Any]) -> int:
    """Compare every number R gives for an index with ours; return how many there were."""
    measure = Measure("facet", facet_of(survey.bank, oracle["items"]))
    found = {(e.domain, e.rule): e for e in survey.results.estimates if e.measure == measure}
    compared = 0
    for domain, rule, numbers in expected(survey, oracle):
        ours = found[domain, rule]
        assert ours.n == numbers["n"], (domain, rule)
        assert ours.mean == pytest.approx(numbers["mean"], abs=NINE_DECIMALS)
        assert ours.sd == pytest.approx(numbers["sd"], abs=NINE_DECIMALS)
        assert (ours.low, ours.high) == pytest.approx(numbers["ci95"], abs=NINE_DECIMALS)
        compared += 1
    return compared


@pytest.mark.parametrize(
    ("survey", "index", "domains"),
    [
        ("army", "army_lead", 50),
        ("army", "army_tsig", 50),
        ("army", "army_hostile", 50),
        ("eqls", "eqls_who5", 6),
        ("eqls", "eqls_exclusion", 6),
    ],
)
def test_2_every_index_is_that_of_r(
    survey: str, index: str, domains: int, surveys: dict[str, Survey], oracles: Any
) -> None:
    assert agree(surveys[survey], oracles[1][index]) == 2 * domains


@pytest.mark.parametrize(
    ("survey", "scale"),
    [
        ("army", "army_lead"),
        ("army", "army_tsig"),
        ("army", "army_hostile"),
        ("eqls", "eqls_who5"),
        ("eqls", "eqls_exclusion"),
    ],
)
def test_2_every_alpha_is_that_of_r(
    survey: str, scale: str, surveys: dict[str, Survey], oracles: Any
) -> None:
    oracle = oracles[0][scale]
    facet = facet_of(surveys[survey].bank, oracle["items"])
    (found,) = (
        r for r in surveys[survey].results.reliabilities if r.facet == facet and r.group is None
    )
    assert found.n_complete == oracle["complete_cases"]["n_rows"]
    assert found.complete == pytest.approx(oracle["complete_cases"]["alpha_raw"], abs=NINE_DECIMALS)
    assert found.pairwise == pytest.approx(oracle["pairwise"]["alpha_raw"], abs=NINE_DECIMALS)


RSE = json.loads((Path(__file__).parent / "oracles" / "rse.json").read_text())["scales"]


@pytest.mark.parametrize("scale", RSE)
def test_2_the_staff_survey_is_that_of_r(scale: str, surveys: dict[str, Survey]) -> None:
    oracle, survey = RSE[scale], surveys["rse"]
    facet = facet_of(survey.bank, oracle["items"])
    found = {
        (e.domain, e.rule): e
        for e in survey.results.estimates
        if e.measure == Measure("facet", facet)
    }
    cases = [(Domain(EVERYONE), "standard", oracle["half"])]
    cases += [(Domain(EVERYONE), "complete", oracle["complete"])]
    cases += [
        (Domain(EVERYONE, name.lower()), "standard", numbers)
        for name, numbers in oracle["by_group"].items()
        if numbers["n"]
    ]
    for domain, rule, numbers in cases:
        ours = found[domain, rule]
        assert ours.n == numbers["n"]
        assert (ours.mean, ours.sd) == pytest.approx(
            (numbers["mean"], numbers["sd"]), abs=NINE_DECIMALS
        )
    (reliability,) = (
        r for r in survey.results.reliabilities if r.facet == facet and r.group is None
    )
    assert reliability.n_complete == oracle["n_complete"]
    assert (reliability.complete, reliability.pairwise) == pytest.approx(
        (oracle["reliability_complete"], oracle["reliability_pairwise"]), abs=NINE_DECIMALS
    )


def test_4_the_published_who5_index_is_reproduced(surveys: dict[str, Survey], shared: Path) -> None:
    """The file carries Eurofound's own index, `mwbi`, for everybody who answered all five."""
    data = shared / "data" / "tidy" / FILES["eqls"]
    with data.open(encoding="utf-8", newline="") as file:
        published = [float(row["mwbi"]) for row in csv.DictReader(file) if row["mwbi"]]
    survey = surveys["eqls"]
    columns = [f"mwbi_felt_{word}" for word in ("cheerful", "calm", "active", "fresh")]
    measure = Measure("facet", facet_of(survey.bank, [*columns, "mwbi_life_is_interesting"]))
    (ours,) = (
        e
        for e in survey.results.estimates
        if (e.domain, e.measure, e.rule) == (Domain(EVERYONE), measure, "complete")
    )
    assert ours.n == len(published)
    assert ours.mean == pytest.approx(sum(published) / len(published), abs=NINE_DECIMALS)


@pytest.mark.parametrize("name", FILES)
def test_1_and_3_the_commands_go_the_whole_way(
    name: str, surveys: dict[str, Survey], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bank = ["--bank", str(BANKS / name)]
    data = str(surveys[name].data)
    for step in (["read", data], ["analyse", "returns.parquet"], ["brief", "all"]):
        done = CliRunner().invoke(main, [*step, *bank])
        assert done.exit_code == 0, done.output
    for group in surveys[name].bank.groups:
        assert (tmp_path / "briefings" / f"{group.slug}.pdf").read_bytes().startswith(b"%PDF-1.7")
        assert (tmp_path / "briefings" / f"{group.slug}.html").is_file()
    published_agrees(tmp_path / "results" / "estimates.csv", surveys[name].results)


def published_agrees(file: Path, results: Results) -> None:
    """Every row of the published table is an estimate of ours, or is withheld with its reason."""
    ours = {(*(part or "" for part in e.domain), *e.measure, e.rule): e for e in results.estimates}
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == len(ours)
    for row in rows:
        key = tuple(row[k] for k in ("population", "group", "council", "kind", "measure", "rule"))
        if row["withheld"]:
            assert row["n"] == row["mean"] == row["sd"] == ""
        else:
            assert int(row["n"]) == ours[key].n >= THRESHOLD
            assert float(row["mean"]) == pytest.approx(ours[key].mean, abs=NINE_DECIMALS)
    small = {key for key, e in ours.items() if e.n < THRESHOLD}
    shown = {
        tuple(row[k] for k in ("population", "group", "council", "kind", "measure", "rule"))
        for row in rows
        if not row["withheld"]
    }
    assert small.isdisjoint(shown)


def test_a_release_is_the_same_from_the_file_as_from_the_returns(
    surveys: dict[str, Survey], tmp_path: Path
) -> None:
    from coprod_survey.render.tables import read_release, release_files

    survey = surveys["army"]
    release = pipeline.analyse(read_returns([survey.data], survey.bank), survey.bank, Project())
    file = tmp_path / "results.json"
    file.write_bytes(release_files(release)["results.json"])
    assert read_release(file, survey.bank) == release
