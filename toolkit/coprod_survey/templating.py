"""Jinja2 set up once: where the templates are, and what they may do."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coprod_survey.shipped import templates_dir


def pages() -> Environment:
    """Templates of web pages: everything put into them is escaped."""
    return _environment(escape=True)


def plain_text() -> Environment:
    """Templates of plain text: each renderer escapes for its own target."""
    return _environment(escape=False)


def _environment(*, escape: bool) -> Environment:
    """A name that a template does not know is an error, not an empty text."""
    return Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=escape,  # noqa: S701  (only plain_text says no, and no page is made with it)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
