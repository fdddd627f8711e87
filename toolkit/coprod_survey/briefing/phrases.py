"""The words of a briefing: macros of a template in its language, chosen by code."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from coprod_survey.briefing.differences import difference, verdict
from coprod_survey.briefing.figures import BRACKETED_FROM, count, interval, mean, size
from coprod_survey.errors import UnknownName
from coprod_survey.model.evidence import Source
from coprod_survey.model.release import Withheld
from coprod_survey.model.results import Estimate
from coprod_survey.shipped import templates_dir
from coprod_survey.templating import plain_text


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language. Called with a phrase's name and its values, gives its text."""

    language: str
    _phrases: Any

    def __call__(self, phrase: str, /, **values: object) -> str:
        """The words of a phrase, on one line. Raises AttributeError where there is no such one."""
        return " ".join(str(getattr(self._phrases, phrase)(**values)).split())


@lru_cache
def words(language: str, cited_as: str = "", citation: str = "", places: str = "councils") -> Words:
    """The words for a language, with those a survey brings: how a work is cited, what places are.

    Raises UnknownName where no template has the language.
    """
    folder = templates_dir() / "briefing"
    known = sorted(path.stem for path in folder.glob("*.j2"))
    if language not in known:
        raise UnknownName("briefing language", language, known)
    template = plain_text().get_template(
        f"briefing/{language}.j2",
        globals={"cited_as": cited_as, "citation": citation, "places": places},
    )
    return Words(language, template.module)


def score(estimate: Estimate, say: Words) -> str:
    """A score with its interval, as `64 (59 to 69)`."""
    ends = interval(estimate)
    return say("score", mean=mean(estimate), low=ends and ends[0], high=ends and ends[1])


def compared(one: Estimate, other: Estimate, names: tuple[str, str], say: Words) -> str:
    """What may be said of one group's score beside another's, the groups being independent."""
    found = difference(one, other)
    name, against = names
    if found is None:
        return say("too_few_to_test", name=name, other=against)
    near, far = sorted((found.low, found.high), key=abs)
    ends = {"near": size(near), "far": size(far), "down": size(found.low), "up": size(found.high)}
    return say(verdict(found), name=name, other=against, **ends)


def withheld(cell: Withheld, say: Words) -> str:
    """Why a cell is not shown."""
    return say(f"withheld_{cell.reason.name.lower()}")


def this_survey(n: int, say: Words) -> str:
    """How many of this survey's answers a figure rests on, and whether that is a small group."""
    return say("this_survey", n=count(n), small=n < BRACKETED_FROM)


def cited(sources: Iterable[Source], say: Words) -> str:
    """Where sources stand in the literature, by their pages, each once."""
    pages = [page.strip() for source in sources for page in source.page.split(";")]
    known = [page.replace("-", "–") for page in dict.fromkeys(pages) if page]
    return say("cited", pages=known, many=len(known) > 1 or "–" in "".join(known))


def leaning(estimate: Estimate) -> str:
    """Which side of the middle a score lies on, by its interval: `above`, `below` or `mixed`."""
    if estimate.low is not None and estimate.low > 50:
        return "above"
    if estimate.high is not None and estimate.high < 50:
        return "below"
    return "mixed"
