"""What differs by reader: whose answers are told, with whom they are compared, how much is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coprod_survey.briefing.differences import shown
from coprod_survey.briefing.phrases import Words
from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Group
from coprod_survey.model.project import Project
from coprod_survey.model.release import Release
from coprod_survey.model.results import Base, Domain, Estimate, Measure


@dataclass(frozen=True, slots=True)
class Voice:
    """People whose answers are told.

    `name` is the words for them in a sentence; `briefly` the same where the reader knows which
    council is meant.
    """

    domain: Domain
    name: str
    briefly: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything a section may look at: what may be published, and for whom it is written."""

    release: Release
    bank: Bank
    group: Group
    project: Project
    council: str | None
    say: Words

    @property
    def short(self) -> bool:
        """Whether the reader gets two pages."""
        return self.group.pages < 3

    @property
    def own(self) -> Voice:
        """The reader's own group: in the council, if there is one, or else in all councils."""
        return self.voice(self.group, self.council)

    def voice(self, group: Group, council: str | None = None) -> Voice:
        """A group, in a council or in all."""
        domain = Domain(group.population, group.id, council)
        name = group.members or group.name
        return self._in_place(Voice(domain, name, name))

    def whole(self, population: str, council: str | None = None) -> Voice:
        """A population, in a council or in all; its one group, where it has no other."""
        members = [group for group in self.bank.groups if group.population == population]
        if len(members) == 1:
            return self.voice(members[0], council)
        name = self.bank.population(population).name
        return self._in_place(Voice(Domain(population, None, council), name, name))

    def _in_place(self, voice: Voice) -> Voice:
        if voice.domain.council is None:
            return voice
        place = self.project.council_name(voice.domain.council)
        name = self.say("in_council", group=voice.name, council=place)
        return replace(voice, name=name, briefly=self.say("here", group=voice.name))

    def everywhere(self, voice: Voice) -> Voice:
        """The same people in all councils, and said to be."""
        name = self.say("in_all_councils", group=voice.name)
        return replace(voice, domain=voice.domain._replace(council=None), name=name)

    def voices(self) -> Iterator[Voice]:
        """Whose answers to tell, nearest first: the group here, the group everywhere, then others.

        Others are whole populations: chief executives read what staff think when too few of them
        answered.
        """
        yield self.own
        if self.council is None:
            yield from populations(self)
            return
        yield self.everywhere(self.voice(self.group))
        yield from populations(self, self.council)
        yield from (self.everywhere(voice) for voice in populations(self))

    def took_part(self, voice: Voice) -> bool:
        """Whether it may be said how many of these people took part."""
        return isinstance(self.release.base(voice.domain), Base)

    def estimate(self, voice: Voice, measure: Measure) -> Estimate | None:
        """A figure, if it may be shown."""
        return shown(self.release.estimate(voice.domain, measure))

    def speaker(self, measures: tuple[Measure, ...]) -> Voice | None:
        """The first of the reader's voices with any of these figures to show."""
        heard = (v for v in self.voices() if any(self.estimate(v, m) for m in measures))
        return next(heard, None)


def populations(reader: Reader, council: str | None = None) -> Iterator[Voice]:
    """Every whole population but one that is the reader's group alone, the reader's own first."""
    known = dict.fromkeys(group.population for group in reader.bank.groups)
    for name in sorted(known, key=lambda p: p != reader.group.population):
        voice = reader.whole(name, council)
        if voice.domain.group != reader.group.id:
            yield voice


def others(reader: Reader, speaker: Voice) -> tuple[Voice, ...]:
    """Every group but the speaker's, in all councils."""
    groups = (group for group in reader.bank.groups if group.id != speaker.domain.group)
    return tuple(reader.voice(group) for group in groups)


def whom_to_list(reader: Reader) -> tuple[Voice, ...]:
    """Everybody a comparison by group lists: every group, or whole populations on two pages."""
    known = tuple(populations(reader))
    if not reader.short or len(known) < 2:
        here = (reader.own,) if reader.council is not None else ()
        return (*here, *(reader.voice(group) for group in reader.bank.groups))
    nearby = (reader.own, *populations(reader, reader.council))
    if reader.council is None or not any(reader.took_part(voice) for voice in nearby):
        return (reader.voice(reader.group), *known)
    return (*nearby, reader.voice(reader.group))


def beside(reader: Reader, speaker: Voice, measures: tuple[Measure, ...]) -> Voice | None:
    """Whom the speaker is shown beside; None where nobody else has figures to show.

    People in a council stand beside the same people in all councils, anyone else beside people
    none of whom is among them.
    """
    if speaker.domain.council is not None:
        candidates: tuple[Voice, ...] = (reader.everywhere(_anywhere(reader, speaker)),)
    else:
        candidates = tuple(independent(reader, speaker))
    return next((v for v in candidates if any(reader.estimate(v, m) for m in measures)), None)


def _anywhere(reader: Reader, voice: Voice) -> Voice:
    group = next((g for g in reader.bank.groups if g.id == voice.domain.group), None)
    return reader.voice(group) if group else reader.whole(voice.domain.population)


def independent(reader: Reader, speaker: Voice) -> Iterator[Voice]:
    """People none of whom is among the speakers: other populations, then other groups."""
    mine = speaker.domain.population
    yield from (voice for voice in populations(reader) if voice.domain.population != mine)
    if speaker.domain.group is not None:
        yield from others(reader, speaker)


def mid_sentence(name: str) -> str:
    """A name as it stands inside a sentence: `front-line staff`, but `HR managers`."""
    first, _, _ = name.partition(" ")
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]
