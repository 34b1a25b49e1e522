"""A forum is planned, announced, held and closed, or cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.enums import ForumKind, ForumState, QuestionState
from pembina.domain.services.forum_refusals import (
    ForeignServiceError,
    ForumIncompleteError,
    ForumNotBegunError,
    ForumStateError,
    ForumTimesReversedError,
    ForumUnfinishedError,
    GroundMissingError,
)
from pembina.domain.services.models import AgendaItem, Forum, PublicService

TOLD = ("title", "kind", "place", "link", "starts_at", "ends_at", "description")


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of an agenda before it is kept."""

    title: str
    begins: time | None = None


@dataclass(frozen=True, slots=True)
class ForumPlan:
    """All that is told about an event. The moments are aware; the unit's zone was applied at the edge."""

    title: str
    kind: ForumKind
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    description: str = ""
    services: Sequence[PublicService] = ()
    agenda: Sequence[AgendaLine] = ()


def plan_forum(*, unit: Unit, plan: ForumPlan, by: User, at: datetime) -> Forum:
    """Keep a draft; raises ``ForumTimesReversedError`` and ``ForeignServiceError``."""
    _check(unit, plan)
    forum = Forum(unit=unit, made_at=at, **{name: getattr(plan, name) for name in TOLD})
    with one_event():
        forum.save()
        _keep_lists(forum, plan)
        changes = {"title": ("", forum.title), "starts_at": ("", forum.starts_at.isoformat())}
        record("plan_forum", on=forum, by=by, at=at, changes=changes, created=True)
    return forum


def edit_forum(*, forum: Forum, plan: ForumPlan, by: User, at: datetime) -> None:
    """Tell it differently as long as it is a draft or live; an announced one keeps place and agenda.

    Raises ``ForumStateError``, ``ForumTimesReversedError``, ``ForeignServiceError``, ``ForumIncompleteError``.
    """
    with one_event():
        kept = _locked(forum, ForumState.DRAFT, ForumState.ANNOUNCED, ForumState.HELD)
        _check(kept.unit, plan)
        if kept.is_public and not ((plan.place or plan.link) and plan.agenda):
            raise ForumIncompleteError
        changes = _changed(kept, plan)
        for name in TOLD:
            setattr(kept, name, getattr(plan, name))
        kept.save(update_fields=list(TOLD))
        kept.agenda.all().delete()
        _keep_lists(kept, plan)
        record("edit_forum", on=kept, by=by, at=at, changes=changes)


def announce_forum(*, forum: Forum, by: User, at: datetime) -> None:
    """Show a draft to everybody and open it for questions."""
    with one_event():
        kept = _locked(forum, ForumState.DRAFT)
        if not (kept.place or kept.link) or not kept.agenda.exists():
            raise ForumIncompleteError
        kept.announced_at = at
        _move(kept, ForumState.ANNOUNCED, "announced_at")
        changes = {"state": (str(ForumState.DRAFT), str(ForumState.ANNOUNCED))}
        record("announce_forum", on=kept, by=by, at=at, changes=changes)


def hold_forum(*, forum: Forum, by: User, at: datetime) -> None:
    """Begin; raises ``ForumNotBegunError`` before its hour."""
    with one_event():
        kept = _locked(forum, ForumState.ANNOUNCED)
        if at < kept.starts_at:
            raise ForumNotBegunError
        _move(kept, ForumState.HELD)
        changes = {"state": (str(ForumState.ANNOUNCED), str(ForumState.HELD))}
        record("hold_forum", on=kept, by=by, at=at, changes=changes)


def close_forum(*, forum: Forum, by: User, at: datetime) -> None:
    """End it once the minutes are published and every question was read; promises go on after it."""
    with one_event():
        kept = _locked(forum, ForumState.HELD)
        waiting = kept.questions.filter(state=QuestionState.WAITING).count()
        if waiting or not kept.minutes.filter(published_at__isnull=False).exists():
            raise ForumUnfinishedError(waiting)
        _move(kept, ForumState.CLOSED)
        changes = {"state": (str(ForumState.HELD), str(ForumState.CLOSED))}
        record("close_forum", on=kept, by=by, at=at, changes=changes)


def cancel_forum(*, forum: Forum, reason: str, by: User, at: datetime) -> None:
    """Call it off before it was held; an announced one stays in sight with the reason."""
    if not reason.strip():
        raise GroundMissingError
    with one_event():
        kept = _locked(forum, ForumState.DRAFT, ForumState.ANNOUNCED)
        before, kept.cancel_reason = kept.state, reason.strip()
        _move(kept, ForumState.CANCELLED, "cancel_reason")
        changes = {"state": (str(before), str(ForumState.CANCELLED))}
        record("cancel_forum", on=kept, by=by, at=at, changes=changes, why=reason.strip())


def _check(unit: Unit, plan: ForumPlan) -> None:
    if plan.ends_at <= plan.starts_at:
        raise ForumTimesReversedError
    below = set(UnitAncestry.objects.filter(ancestor=unit).values_list("descendant", flat=True)) | {unit.pk}
    for service in plan.services:
        if service.unit_id not in below:
            raise ForeignServiceError(service.name)


def _keep_lists(forum: Forum, plan: ForumPlan) -> None:
    forum.services.set(plan.services)
    lines = [
        AgendaItem(forum=forum, position=number, title=line.title, begins=line.begins)
        for number, line in enumerate(plan.agenda, start=1)
    ]
    AgendaItem.objects.bulk_create(lines)


def _changed(forum: Forum, plan: ForumPlan) -> Changes:
    pairs = {name: (str(getattr(forum, name)), str(getattr(plan, name))) for name in TOLD}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _locked(forum: Forum, *states: ForumState) -> Forum:
    kept = Forum.objects.select_for_update(of=("self",)).select_related("unit").get(pk=forum.pk)
    if kept.state not in states:
        raise ForumStateError
    return kept


def _move(forum: Forum, state: ForumState, *also: str) -> None:
    forum.state = state
    forum.save(update_fields=["state", *also])
