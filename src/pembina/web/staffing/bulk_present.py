"""A change of many people as its pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.people.bulk import Planned, Wish
from pembina.domain.people.enums import BulkKind, BulkState
from pembina.domain.people.models import BulkChange
from pembina.domain.people.operations import Post
from pembina.web.components.formatting import MISSING, day, in_language, number

Shown = str | Promise
TONES = {BulkState.DONE: "success", BulkState.DRAFT: "warning"}


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What would become of one person."""

    name: str
    address: str
    before: str
    after: str
    refusal: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in the list of one's changes."""

    address: str
    title: Shown
    people: str
    when: str
    state: Shown
    tone: str


def planned_rows(people: Iterable[Planned], wish: Wish) -> list[PlannedRow]:
    return [_planned(planned, wish) for planned in people]


def _planned(planned: Planned, wish: Wish) -> PlannedRow:
    refused = planned.refusal
    said = f"{in_language(refused.message)} {in_language(refused.remedy)}" if refused else ""
    before = _told(planned.before, wish) if planned.before else MISSING
    after = _told(planned.after, wish) if planned.after else _("Tanpa jabatan sesudah %(day)s") % {"day": day(wish.day)}
    address = reverse("people:person", args=[planned.person.pk])
    return PlannedRow(planned.person.titled_name, address, before, MISSING if refused else after, said)


def _told(post: Post, wish: Wish) -> str:
    superior = post.superior.titled_name if post.superior else _("Tanpa atasan")
    if wish.kind == BulkKind.SUPERIOR:
        return superior
    if wish.kind == BulkKind.TRANSFER:
        return f"{post.unit.name} ({superior})" if wish.superior else post.unit.name
    return f"{post.position}, {post.unit.name}"


def facts_of_wish(change: BulkChange, wish: Wish | None) -> list[tuple[Shown, Shown]]:
    if wish is None:
        return []
    facts: list[tuple[Shown, Shown]] = [(_("Perubahan"), change.get_kind_display()), (_("Tanggal"), day(wish.day))]
    if wish.superior is not None:
        facts.append((_("Atasan baru"), wish.superior.titled_name))
    if wish.unit is not None:
        facts.append((_("Unit baru"), wish.unit.name))
    return [*facts, (_("Dasar perubahan"), wish.reason or MISSING)]


def change_rows(changes: Iterable[BulkChange]) -> list[ChangeRow]:
    return [
        ChangeRow(
            address=reverse("staffing:bulk_preview" if change.kind else "staffing:bulk", args=[change.pk]),
            title=change.get_kind_display() or _("Belum ditentukan"),
            people=number(len(change.steps) if change.done_at else len(change.chosen)),
            when=day(timezone.localtime(change.created_at).date()),
            state=change.get_state_display(),
            tone=TONES.get(BulkState(change.state), ""),
        )
        for change in changes
    ]
