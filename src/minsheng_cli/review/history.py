"""The story of each figure and of each target: when it came in, in which commit, and what became of it.

The history is looked at once for all that is asked for: which files can matter, the commits that changed one of
them, and then each figure along those. A version that cannot be read counts as what stood before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from minsheng_cli.git.log import Commit, Log
from minsheng_cli.review.lineage import Ancestry, Change, changes
from minsheng_cli.review.told import Planned, PlannedProject, PlanSays, Terms, Told
from minsheng_cli.review.versions import File, Plan, Versions
from minsheng_cli.source.folder import PLAN, PROGRESS

What = Literal["added", "changed", "removed", "dropped", "words"]
V = TypeVar("V")


class Event(NamedTuple, Generic[V]):
    """One thing that happened; `commit` is None for what is not committed yet."""

    commit: Commit | None
    what: What
    """`dropped`: a merge went back to the older value; `words`: only a note or a reason is another."""
    old: V | None
    new: V | None
    or_before: bool = False
    """The commit is the oldest that is here (a shallow clone): it may have happened before."""


class FigureStory(NamedTuple):
    """One figure, of one month."""

    month: str
    events: list[Event[Told]]


class IndicatorStory(NamedTuple):
    """One indicator: as the latest plan that has it names it, its terms, its figures month by month."""

    project: PlannedProject
    indicator: Planned
    gone: bool
    """The plan as it stands has it no more."""
    plan: list[Event[Terms]]
    figures: list[FigureStory]


class Unreadable(NamedTuple):
    """A version of a file that could not be read; `commit` is None for the file as it stands."""

    commit: Commit | None
    file: str
    why: str


class History(NamedTuple):
    """Everything asked for."""

    says: PlanSays
    indicators: list[IndicatorStory]
    unreadable: list[Unreadable]
    head: str
    """The latest commit that changed the ledger; empty where there is none."""
    shallow: bool
    """Whether there is an older history that is not here."""
    sample: bool
    """Whether some of what is told was marked as illustrative when it was told."""

    @property
    def uncommitted(self) -> int:
        """How many changes are not committed yet."""
        events = [
            each.commit for story in self.indicators for figure in story.figures for each in figure.events
        ]
        events += [each.commit for story in self.indicators for each in story.plan]
        return events.count(None)


class Past:
    """The commits of a ledger, the oldest first, and after them what stands there now."""

    def __init__(self, log: Log, now: Mapping[str, str], versions: Versions) -> None:
        """`now`: the ids of the contents of the ledger's files as they stand, by their paths."""
        commits = log.commits
        self.versions = versions
        self._boundary = log.boundary
        places = {each.id: place for place, each in enumerate(commits)}
        self._commits: list[Commit | None] = [*commits, None]
        self._parents = [tuple(places[name] for name in each.parents) for each in commits]
        self._parents.append((len(commits) - 1,) if commits else ())
        self._files = [*(each.files for each in commits), now]

    def plans(self) -> list[PlanSays]:
        """Each different plan that can be read, the latest first."""
        contents = [files[PLAN] for files in reversed(self._files) if PLAN in files]
        return [each.says for each in self.versions.plans(contents).values() if each.says is not None]

    def history(self, wanted: Sequence[str], month: str = "") -> History:
        """The stories of some indicators; with a month, only of its figures. A plan that can be read must be there."""
        plans = self.plans()
        latest = {name: found for says in reversed(plans) for name, found in says.indicators.items()}
        names = [name for name in wanted if name in latest]
        paths = self._paths(frozenset(names), plans)
        places = self._reduced([PLAN, *paths])
        ancestry = Ancestry(places.parents)
        read: dict[str, Mapping[str, Plan | File]] = {
            PLAN: self.versions.plans(places.of(PLAN)),
            PROGRESS: self.versions.files(
                (content for path in paths for content in places.of(path)), frozenset(names)
            ),
        }
        known = {path: places.readable(path, read[_kind(path)]) for path in (PLAN, *paths)}
        stories = []
        for name in names:
            project, indicator = latest[name]
            terms = [_terms(each, name) for each in known[PLAN]]
            own = f"{PROGRESS}/{indicator.department}.yaml"
            files = [known[path] for path in sorted(paths, key=lambda path: (path != own, path))]
            figures = _by_month(files, len(terms), name, month)
            stories.append(
                IndicatorStory(
                    project,
                    indicator,
                    terms[-1] is None,
                    [] if month else list(self._events(places, changes(ancestry, terms))),
                    [
                        FigureStory(each, list(self._events(places, changes(ancestry, values))))
                        for each, values in sorted(figures.items())
                    ],
                )
            )
        unreadable = [
            each for path in (PLAN, *paths) for each in self._unreadable(places, path, read[_kind(path)])
        ]
        head = next((each.id for each in reversed(self._commits) if each is not None), "")
        sample = any(
            isinstance(each, File) and each.sample and not (each.figures or {}).keys().isdisjoint(names)
            for path in paths
            for each in known[path]
        )
        return History(plans[0], stories, unreadable, head, bool(self._boundary), sample)

    def _paths(self, wanted: frozenset[str], plans: Sequence[PlanSays]) -> list[str]:
        """The files that can hold the figures: those of every department that ever answered for one of them.

        Of files that belong to no department of the latest plan (renamed, gone) those that name one of them.
        """
        answering = {
            each.department for says in plans for name, (_, each) in says.indicators.items() if name in wanted
        }
        found = {f"{PROGRESS}/{name}.yaml" for name in answering}
        known = found | {f"{PROGRESS}/{name}.yaml" for name in plans[0].departments}
        ids = [name.encode() for name in wanted]
        other: dict[str, set[str]] = {}
        for files in self._files:
            for path, content in files.items():
                if path not in known and path != PLAN:
                    other.setdefault(content, set()).add(path)
        for content, data in self.versions.data(other):
            if data is not None and any(name in data for name in ids):
                found |= other[content]
        return sorted(found)

    def _reduced(self, paths: Sequence[str]) -> _Places:
        """The history without what changed none of `paths`; what stands there now comes last."""
        here: list[int] = []
        parents: list[tuple[int, ...]] = []
        contents: list[tuple[str | None, ...]] = []
        place_of: list[int] = []
        for place, files in enumerate(self._files):
            before = tuple(dict.fromkeys(place_of[each] for each in self._parents[place]))
            content = tuple(files.get(path) for path in paths)
            last = place == len(self._files) - 1
            if len(before) == 1 and contents[before[0]] == content and not last:
                place_of.append(before[0])
                continue
            place_of.append(len(here))
            here.append(place)
            parents.append(before)
            contents.append(content)
        return _Places(list(paths), here, parents, contents)

    def _events(self, places: _Places, found: Sequence[Change[V]]) -> Iterator[Event[V]]:
        for change in found:
            what: What = "changed"
            if change.dropped:
                what = "dropped"
            elif change.old is None:
                what = "added"
            elif change.new is None:
                what = "removed"
            elif isinstance(change.old, Told) and isinstance(change.new, Told):
                what = "words" if change.old.value == change.new.value else "changed"
            commit = self._commits[places.here[change.at]]
            or_before = commit is not None and commit.id in self._boundary
            yield Event(commit, what, change.old, change.new, or_before)

    def _unreadable(
        self, places: _Places, path: str, read: Mapping[str, Plan | File]
    ) -> Iterator[Unreadable]:
        """Each version of a file that could not be read, where it came in, the oldest first."""
        column = places.paths.index(path)
        for place, contents in enumerate(places.contents):
            content = contents[column]
            before = {places.contents[each][column] for each in places.parents[place]}
            if content is not None and content not in before and read[content].why:
                yield Unreadable(self._commits[places.here[place]], path, read[content].why)


class _Places(NamedTuple):
    """A history reduced to where some files changed."""

    paths: list[str]
    here: list[int]
    """Which of all the places each one is."""
    parents: list[tuple[int, ...]]
    contents: list[tuple[str | None, ...]]
    """The files' contents at each, in the order of `paths`."""

    def of(self, path: str) -> list[str]:
        """The different contents of a file."""
        column = self.paths.index(path)
        found = (each[column] for each in self.contents)
        return list(dict.fromkeys(each for each in found if each is not None))

    def readable(self, path: str, read: Mapping[str, Plan | File]) -> list[Plan | File | None]:
        """At each place a file's version, or the one before it where that cannot be read."""
        column = self.paths.index(path)
        found: list[Plan | File | None] = []
        for before, contents in zip(self.parents, self.contents, strict=True):
            content = contents[column]
            version = None if content is None else read[content]
            if version is not None and version.why:
                version = found[before[0]] if before else None
            found.append(version)
        return found


def _kind(path: str) -> str:
    return PLAN if path == PLAN else PROGRESS


def _terms(version: Plan | File | None, name: str) -> Terms | None:
    """What a plan asks of an indicator."""
    says = version.says if isinstance(version, Plan) else None
    found = says.indicators.get(name) if says else None
    return found[1].terms if found else None


def _by_month(
    files: Sequence[Sequence[Plan | File | None]], count: int, name: str, only: str
) -> dict[str, list[Told | None]]:
    """An indicator's figures of each month at each place; where two files tell one, the first of `files` counts."""
    found: dict[str, list[Told | None]] = {}
    for versions in reversed(files):
        for place, version in enumerate(versions):
            figures = version.figures if isinstance(version, File) else None
            for month, told in (figures or {}).get(name, {}).items():
                if not only or month == only:
                    found.setdefault(month, [None] * count)[place] = told
    return found
