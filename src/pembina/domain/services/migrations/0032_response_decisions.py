import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0031_responses"),
    ]

    operations = [
        migrations.CreateModel(
            name="ResponseDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("keep", "Tetap dihitung"), ("exclude", "Dikeluarkan")],
                        max_length=7,
                        verbose_name="Keputusan",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="Alasan")),
                ("at", models.DateTimeField(verbose_name="Pada")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Dibatalkan")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibatalkan oleh",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="services.surveyresponse",
                        verbose_name="Jawaban",
                    ),
                ),
            ],
            options={
                "verbose_name": "Keputusan jawaban SKM",
                "verbose_name_plural": "Keputusan jawaban SKM",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("response",),
                        name="response_decided_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["keep", "exclude"])), name="verdict_is_known"
                    ),
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="decision_says_why"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="decision_undone_by_somebody",
                    ),
                ],
            },
        ),
    ]
