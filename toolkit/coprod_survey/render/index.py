"""The page that links everything a demonstration made."""

from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coprod_survey.model.bank import Bank
from coprod_survey.model.project import Project
from coprod_survey.shipped import templates_dir


def demo_index(bank: Bank, project: Project, paths: Sequence[str]) -> bytes:
    """A web page with a link to every path (relative to the page), by group and kind of file."""
    environment = Environment(
        loader=FileSystemLoader(templates_dir() / "demo"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("index.html.j2").render(
        bank=bank, project=project, council=project.councils[0], paths=sorted(paths)
    )
    return page.encode()
