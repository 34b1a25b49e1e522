from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def name_the_locked(apps: Any, schema_editor: Any) -> None:
    """Designs locked before codes were kept name their units as these are called now."""
    unit = apps.get_model("people", "Unit").objects.filter(pk=OuterRef("unit"))
    members = apps.get_model("impact", "DesignUnit").objects.filter(design__state="locked", code="")
    members.update(code=Subquery(unit.values("code")), name=Subquery(unit.values("name")))


class Migration(migrations.Migration):
    dependencies = [
        ("impact", "0001_initial"),
        ("people", "0012_imports_number_in_a_row"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="designunit",
            name="code",
            field=models.CharField(blank=True, max_length=64, verbose_name="Kode waktu dikunci"),
        ),
        migrations.AddField(
            model_name="designunit",
            name="name",
            field=models.CharField(blank=True, max_length=200, verbose_name="Nama waktu dikunci"),
        ),
        migrations.AddField(
            model_name="evaluationrun",
            name="cautions",
            field=models.JSONField(blank=True, default=list, verbose_name="Yang berubah selama pengamatan"),
        ),
        migrations.AlterField(
            model_name="decisionpublication",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="impact.decision",
                verbose_name="Keputusan program",
            ),
        ),
        migrations.AlterField(
            model_name="evaluationrun",
            name="code_version",
            field=models.CharField(blank=True, max_length=120, verbose_name="Versi program"),
        ),
        migrations.AddConstraint(
            model_name="decisionpublication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("decision",),
                name="publication_one_at_a_time",
            ),
        ),
        migrations.RunPython(name_the_locked, migrations.RunPython.noop),
    ]
