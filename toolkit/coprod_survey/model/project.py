"""A survey project: who runs it, in which councils, and how many people each group has there."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from coprod_survey.model.instrument import Entry, GroupId, Name


class Council(Entry):
    """A council taking part. `headcount` gives the people in each group, those asked."""

    id: Name
    name: Name
    headcount: Mapping[GroupId, Annotated[int, Field(ge=0)]] = {}


class Project(Entry):
    """What `survey.yaml` says.

    `holder` keeps the answers; `contact` is where questions about the survey go.
    """

    title: str = ""
    holder: str = ""
    contact: str = ""
    wave: str = ""
    fieldwork: str = ""
    councils: tuple[Council, ...] = ()

    def council_name(self, council_id: str) -> str:
        """The name of a council, or its id when the project does not list it."""
        return {council.id: council.name for council in self.councils}.get(council_id, council_id)

    def headcount(self, group_ids: tuple[str, ...], council_id: str | None) -> int | None:
        """People in these groups, in one council or in all; None when any figure is missing."""
        councils = [c for c in self.councils if council_id in (None, c.id)]
        counts = [c.headcount.get(group_id) for c in councils for group_id in group_ids]
        known = [count for count in counts if count is not None]
        return sum(known) if known and len(known) == len(counts) else None
