"""Sealing a decision: one writer at a time, so that the chain cannot fork."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction

from pembina.domain.access.chain.links import BEFORE_THE_FIRST, Link, canonical
from pembina.domain.access.chain.models import ChainEntry, ChainKind

if TYPE_CHECKING:
    from pembina.domain.access.models import User


def seal(
    *, kind: ChainKind, subject: models.Model | str, content: Mapping[str, Any], by: "User | None", at: datetime
) -> ChainEntry:
    """Add a decision to the chain. Call it last in the operation: others who seal wait until the transaction ends.

    `content` is all that must be provable later, in values JSON knows: the record itself may go on changing.
    """
    with transaction.atomic():
        wait_for_others()
        last = ChainEntry.objects.order_by("-sequence").first()
        link = Link(
            sequence=last.sequence + 1 if last else 1,
            kind=kind.value,
            subject=subject if isinstance(subject, str) else f"{subject._meta.label_lower}:{subject.pk}",
            content=canonical(content),
            by=by.username if by else "",
            at=at,
            previous_hash=last.hash if last else BEFORE_THE_FIRST,
        )
        return _written(replace(link, hash=link.digest()))


def wait_for_others() -> None:
    """Lock the chain against other writers, not against readers; SQLite has one writer at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {ChainEntry._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _written(link: Link) -> ChainEntry:
    return ChainEntry.objects.create(
        sequence=link.sequence,
        kind=link.kind,
        subject=link.subject,
        content=link.content,
        by=link.by,
        at=link.at,
        previous_hash=link.previous_hash,
        hash=link.hash,
    )
