"""Briefing → one web page that needs no network and no script."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from coprod_survey.model.briefing import Block, Briefing, Chart, Heading
from coprod_survey.render.svg import svg
from coprod_survey.templating import pages

TEMPLATE = "briefing.html.j2"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks under it; the opening section has the title of the page."""

    number: int
    heading: str
    blocks: tuple[tuple[str, Block], ...]


def briefing_html(briefing: Briefing) -> bytes:
    """A briefing as a self-contained page in UTF-8; every text is escaped."""
    environment = pages()
    environment.filters["svg"] = _svg
    page = environment.get_template(TEMPLATE).render(
        briefing=briefing, sections=tuple(_sections(briefing))
    )
    return page.encode()


def _sections(briefing: Briefing) -> Iterator[Section]:
    """The blocks by their headings of the first and second level, each block with its kind."""
    heading, held, number = briefing.title, list[tuple[str, Block]](), 0
    for block in briefing.blocks:
        if isinstance(block, Heading) and block.level < 3:
            if held:
                yield Section(number, heading, tuple(held))
                number += 1
            heading, held = block.text, []
        else:
            held.append((type(block).__name__.lower(), block))
    yield Section(number, heading, tuple(held))


def _svg(chart: Chart, name: str) -> Markup:
    drawn = svg(chart.drawing, name, chart.title, chart.alternative)
    return Markup(drawn)  # noqa: S704  (svg escapes every text and attribute it writes)
