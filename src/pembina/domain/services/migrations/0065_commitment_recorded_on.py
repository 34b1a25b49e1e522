from typing import Any

from django.db import migrations, models
from django.utils import timezone


def fill_in(apps: Any, schema_editor: Any) -> None:
    """Take the day of the recording from the audit trail; where nothing stands there, the day that was named."""
    closed = apps.get_model("services", "Commitment").objects.filter(closed_on__isnull=False)
    events = apps.get_model("access", "AuditEvent").objects.filter(operation__in=["keep_commitment", "drop_commitment"])
    recorded = dict(events.values_list("object_id", "timestamp"))
    for commitment in closed.iterator():
        at = recorded.get(commitment.pk)
        day = timezone.localtime(at).date() if at else commitment.closed_on
        commitment.recorded_on = max(day, commitment.closed_on)
        commitment.save(update_fields=["recorded_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0009_fewer_indexes"),
        ("services", "0064_complaint_publications"),
    ]

    operations = [
        migrations.AddField(
            model_name="commitment",
            name="recorded_on",
            field=models.DateField(blank=True, null=True, verbose_name="Dicatat pada"),
        ),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", True), ("recorded_on__isnull", True)),
                    models.Q(
                        ("closed_on__isnull", False),
                        ("recorded_on__gte", models.F("closed_on")),
                        ("recorded_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="commitment_recorded_once_closed",
            ),
        ),
    ]
