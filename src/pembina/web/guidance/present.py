"""Records of guidance as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.performance.guidance_parts import PARTS, STATEMENTS, GuidanceKind, Opinion
from pembina.domain.performance.models import GuidanceOpinion, GuidanceRecord
from pembina.web.choosing.describe import main_of, post_of
from pembina.web.components.formatting import MISSING, day


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record in a list."""

    address: str
    person: str
    guide: str
    kind: str
    when: str
    state: str
    colour: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One record, and what the visitor may do about it."""

    pk: int
    title: str
    lead: str
    state: str
    colour: str
    parts: list[tuple[str, str]]
    signed: list[tuple[str, str]]
    meetings: tuple[tuple[str, str, str, str, str], ...]
    has_journal: bool
    may_change: bool
    may_confirm: bool
    may_say: bool
    opinion: str


@dataclass(frozen=True, slots=True)
class GuidedRow:
    """Somebody with whom the visitor may have guidance."""

    name: str
    post: str
    coaching: str
    mentoring: str


def record_rows(records: Iterable[GuidanceRecord]) -> list[RecordRow]:
    return [
        RecordRow(
            reverse("guidance:show", args=[each.pk]), each.person.titled_name, each.guide.titled_name,
            str(each.get_kind_display()), day(each.held_on), *state_of(each),
        )
        for each in records
    ]  # fmt: skip


def state_of(record: GuidanceRecord) -> tuple[str, str]:
    return (_("Disetujui keduanya"), "success") if record.is_closed else (_("Menunggu persetujuan"), "warning")


def present_record(record: GuidanceRecord, actor: User) -> RecordPage:
    """Return a record with its journal; two more queries."""
    is_person, is_guide = record.person.nip == actor.username, record.guide.nip == actor.username
    confirmed = record.person_confirmed_at if is_person else record.guide_confirmed_at
    may_change = (is_person or is_guide) and not record.is_closed
    has_opinion = is_person and GuidanceOpinion.objects.filter(record=record).values_list("pk", flat=True).first()
    kind = GuidanceKind(record.kind)
    return RecordPage(
        record.pk, _("%(kind)s untuk %(name)s") % {"kind": kind.label, "name": record.person.titled_name},
        _("Pembimbing: %(name)s, %(day)s") % {"name": record.guide.titled_name, "day": day(record.held_on)},
        *state_of(record),
        [(str(part.label), part.told(record.parts[part.key])) for part in PARTS[kind] if part.key in record.parts],
        [(_("Pegawai"), signed(record.person_confirmed_at)), (_("Pembimbing"), signed(record.guide_confirmed_at))],
        tuple(
            (day(each.held_on), each.place, each.material, each.action or MISSING, day(each.due_on))
            for each in record.meetings.all()
        ),
        kind == GuidanceKind.MENTORING, may_change, may_change and confirmed is None,
        is_person and record.is_closed and not has_opinion,
        reverse("guidance:opinion", args=[has_opinion]) if has_opinion else "",
    )  # fmt: skip


def signed(at: datetime | None) -> str:
    return day(timezone.localdate(at)) if at else _("belum")


def guided_rows(people: Iterable[Any]) -> list[GuidedRow]:
    return [
        GuidedRow(
            person.titled_name, post_of(main_of(person)),
            *(reverse("guidance:write", args=[person.pk, kind.value]) for kind in GuidanceKind),
        )
        for person in people
    ]  # fmt: skip


def opinion_rows(opinions: Iterable[GuidanceOpinion]) -> list[tuple[str, str, str, str]]:
    """Return address, guide, guided person and day of each."""
    return [
        (
            reverse("guidance:opinion", args=[each.pk]), each.record.guide.titled_name,
            each.record.person.titled_name, day(timezone.localdate(each.given_at)),
        )
        for each in opinions
    ]  # fmt: skip


def statements(opinion: GuidanceOpinion) -> list[tuple[str, str]]:
    """Return each statement with what was said to it."""
    return [(str(part.label), str(Opinion(opinion.answers[part.key]).label)) for part in STATEMENTS]
