import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("services", "0010_monthly_tallies"),
    ]

    operations = [
        migrations.CreateModel(
            name="RequestImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu"),
                            ("checking", "Sedang diperiksa"),
                            ("checked", "Siap diterapkan"),
                            ("applying", "Sedang diterapkan"),
                            ("applied", "Diterapkan"),
                            ("undoing", "Sedang diurungkan"),
                            ("undone", "Diurungkan"),
                            ("failed", "Gagal"),
                            ("discarded", "Dibatalkan"),
                        ],
                        default="waiting",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("file_name", models.CharField(max_length=255, verbose_name="Berkas")),
                ("file_sha256", models.CharField(max_length=64)),
                ("kept_file", models.CharField(blank=True, max_length=255)),
                ("kept_sha256", models.CharField(blank=True, max_length=64)),
                ("numbers", models.JSONField(blank=True, default=dict)),
                (
                    "notes",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="What the officer should know of the file, in both languages.",
                    ),
                ),
                ("progress_done", models.PositiveIntegerField(default=0)),
                ("progress_total", models.PositiveIntegerField(default=0)),
                ("problem_id", models.TextField(blank=True)),
                ("problem_en", models.TextField(blank=True)),
                ("remedy_id", models.TextField(blank=True)),
                ("remedy_en", models.TextField(blank=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("created_at", models.DateTimeField(verbose_name="Diterima")),
                (
                    "touched_at",
                    models.DateTimeField(help_text="When it last moved; what stands still too long was interrupted."),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="Diperiksa")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterapkan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
                ("reading", models.JSONField(blank=True, default=dict)),
                ("seen", models.JSONField(blank=True, default=dict)),
                ("figures", models.JSONField(blank=True, default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="request_imports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
                ("services", models.ManyToManyField(blank=True, related_name="+", to="services.publicservice")),
            ],
            options={
                "verbose_name": "Impor permohonan",
                "verbose_name_plural": "Impor permohonan",
                "indexes": [models.Index(fields=["-created_at"], name="request_import_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "waiting",
                                    "checking",
                                    "checked",
                                    "applying",
                                    "applied",
                                    "undoing",
                                    "undone",
                                    "failed",
                                    "discarded",
                                ],
                            )
                        ),
                        name="request_import_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("file_sha256"), 64),
                            models.Q(("file_name", ""), _negated=True),
                        ),
                        name="request_import_has_a_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("problem_id", ""), _negated=True),
                                models.Q(("problem_en", ""), _negated=True),
                                models.Q(("remedy_id", ""), _negated=True),
                                models.Q(("remedy_en", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "failed"), _negated=True),
                                ("problem_en", ""),
                                ("problem_id", ""),
                                ("remedy_en", ""),
                                ("remedy_id", ""),
                            ),
                            _connector="OR",
                        ),
                        name="request_import_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ("checked", "applying", "applied", "undoing", "undone")), _negated=True
                            ),
                            models.Q(("checked_at__isnull", False), models.Q(("digest", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="request_import_checked_has_a_plan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("applied_at__isnull", True),
                            ("state__in", ("applied", "undoing", "undone")),
                            _connector="XOR",
                        ),
                        name="request_import_applied_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("undone_at__isnull", True), ("state", "undone"), _connector="XOR"),
                        name="request_import_undone_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestImportChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveIntegerField(verbose_name="Baris")),
                ("step", models.CharField(choices=[("new", "Baru"), ("changed", "Berubah")], max_length=7)),
                ("request", models.BigIntegerField()),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                ("mark", models.BigIntegerField()),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="services.requestimport",
                    ),
                ),
            ],
            options={
                "verbose_name": "Perubahan impor permohonan",
                "verbose_name_plural": "Perubahan impor permohonan",
                "indexes": [
                    models.Index(fields=["batch", "step", "id"], name="request_change_by_step"),
                    models.Index(fields=["request", "batch"], name="request_change_of_request"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["new", "changed"])), name="request_change_step_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("before__isnull", True), ("step", "new")),
                            models.Q(("before__isnull", False), ("step", "changed")),
                            _connector="OR",
                        ),
                        name="request_change_keeps_what_was",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestImportFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveIntegerField(verbose_name="Baris")),
                ("column", models.CharField(blank=True, max_length=200, verbose_name="Kolom")),
                ("value", models.TextField(blank=True, verbose_name="Isi")),
                ("code", models.CharField(max_length=60)),
                ("severity", models.CharField(choices=[("refused", "refused"), ("warning", "warning")], max_length=7)),
                ("reason_id", models.TextField()),
                ("reason_en", models.TextField()),
                ("remedy_id", models.TextField()),
                ("remedy_en", models.TextField()),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="services.requestimport",
                    ),
                ),
            ],
            options={
                "verbose_name": "Catatan baris permohonan",
                "verbose_name_plural": "Catatan baris permohonan",
                "indexes": [
                    models.Index(fields=["batch", "row", "id"], name="request_finding_by_row"),
                    models.Index(fields=["batch", "severity", "code", "row"], name="request_finding_by_code"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["refused", "warning"])),
                        name="request_finding_severity_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason_id", ""), _negated=True), models.Q(("remedy_id", ""), _negated=True)
                        ),
                        name="request_finding_says_why_and_what",
                    ),
                ],
            },
        ),
    ]
