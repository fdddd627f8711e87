"""The page that links everything a demonstration made."""

from collections.abc import Sequence

from coprod_survey.model.bank import Bank
from coprod_survey.model.project import Project
from coprod_survey.templating import pages


def demo_index(bank: Bank, project: Project, paths: Sequence[str]) -> bytes:
    """A web page with a link to every path (relative to the page), by group and kind of file."""
    template = pages().get_template("demo/index.html.j2")
    council = project.councils[0]
    return template.render(
        bank=bank, project=project, council=council, paths=sorted(paths)
    ).encode()
