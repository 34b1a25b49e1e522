"""Sealing a decision: one writer at a time, so that the chain cannot fork."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction

from pembina.domain.access.chain.links import BEFORE_THE_FIRST, Link, canonical
from pembina.domain.access.chain.models import ChainEntry, ChainKind

if TYPE_CHECKING:
    from pembina.domain.access.models import User

# A record, or the name of what it is about, and what must be provable later.
Decision = tuple[models.Model | str, Mapping[str, Any]]


def seal(
    *, kind: ChainKind, subject: models.Model | str, content: Mapping[str, Any], by: "User | None", at: datetime
) -> ChainEntry:
    """Add a decision to the chain. Call it last in the operation: others who seal wait until the transaction ends.

    `content` is all that must be provable later, in values JSON knows: the record itself may go on changing.
    """
    return seal_many(kind=kind, decisions=[(subject, content)], by=by, at=at)[0]


def seal_many(*, kind: ChainKind, decisions: Iterable[Decision], by: "User | None", at: datetime) -> list[ChainEntry]:
    """Add several decisions of one kind to the chain, each its own link, in their order; as `seal` does one."""
    with transaction.atomic():
        wait_for_others()
        last = ChainEntry.objects.order_by("-sequence").first()
        before, previous = (last.sequence, last.hash) if last else (0, BEFORE_THE_FIRST)
        made = []
        for sequence, (subject, content) in enumerate(decisions, start=before + 1):
            link = Link(
                sequence=sequence,
                kind=kind.value,
                subject=subject if isinstance(subject, str) else f"{subject._meta.label_lower}:{subject.pk}",
                content=canonical(content),
                by=by.username if by else "",
                at=at,
                previous_hash=previous,
            )
            sealed = replace(link, hash=link.digest())
            previous = sealed.hash
            made.append(sealed)
        return _written(made)


def wait_for_others() -> None:
    """Lock the chain against other writers, not against readers; SQLite has one writer at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {ChainEntry._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _written(links: Iterable[Link]) -> list[ChainEntry]:
    return ChainEntry.objects.bulk_create(
        ChainEntry(
            sequence=link.sequence,
            kind=link.kind,
            subject=link.subject,
            content=link.content,
            by=link.by,
            at=link.at,
            previous_hash=link.previous_hash,
            hash=link.hash,
        )
        for link in links
    )
