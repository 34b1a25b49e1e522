"""Reminders of sessions become notices like all others; nobody is reminded twice for it."""

from datetime import UTC

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GONE = "SessionReminder"


def take_over_reminders(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Name each reminder as `queries.notices.named` does: by the session and the moment at which it begins."""
    reminders = apps.get_model("development", GONE).objects.select_related("session")
    notices = apps.get_model("development", "Notice")
    notices.objects.bulk_create(
        (
            notices(
                kind="reminder", person_id=one.person_id, sent_at=one.sent_at,
                about=f"{one.session_id}@{one.session.starts_at.astimezone(UTC):%Y%m%dT%H%M%S.%f}",
            )
            for one in reminders
        ),
        batch_size=1_000,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("development", "0002_notices_and_ends_of_offers")]

    operations = [
        migrations.RunPython(take_over_reminders, migrations.RunPython.noop),
        migrations.DeleteModel(name=GONE),
    ]
