import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0003_constraints"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("staff", "Pegawai"), ("units", "Unit kerja")], max_length=5, verbose_name="Jenis"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu"),
                            ("checking", "Sedang diperiksa"),
                            ("checked", "Sudah diperiksa"),
                            ("applying", "Sedang diterapkan"),
                            ("applied", "Diterapkan"),
                            ("undoing", "Sedang dibatalkan"),
                            ("undone", "Dibatalkan"),
                            ("failed", "Gagal"),
                            ("discarded", "Dibuang"),
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
                ("layout", models.CharField(blank=True, max_length=60, verbose_name="Bentuk berkas")),
                ("on", models.DateField(verbose_name="Berlaku mulai")),
                ("complete", models.BooleanField(default=False, verbose_name="Memuat seluruh pegawai")),
                ("numbers", models.JSONField(blank=True, default=dict)),
                ("progress_done", models.PositiveIntegerField(default=0)),
                ("progress_total", models.PositiveIntegerField(default=0)),
                ("problem_id", models.TextField(blank=True)),
                ("problem_en", models.TextField(blank=True)),
                ("remedy_id", models.TextField(blank=True)),
                ("remedy_en", models.TextField(blank=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "links_removed",
                    models.JSONField(
                        blank=True, default=list, help_text="Rows of the table of ancestors that an import took away."
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="Diterima")),
                (
                    "touched_at",
                    models.DateTimeField(help_text="When it last moved; what stands still too long was interrupted."),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="Diperiksa")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterapkan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Dibatalkan")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Impor",
                "verbose_name_plural": "Impor",
                "indexes": [
                    models.Index(fields=["-created_at"], name="import_latest"),
                    models.Index(fields=["file_sha256"], name="import_of_file"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["staff", "units"])), name="import_kind_is_known"
                    ),
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
                        name="import_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("file_sha256"), 64),
                            models.Q(("file_name", ""), _negated=True),
                        ),
                        name="import_has_a_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kept_file", ""), ("kept_sha256", "")),
                            models.Q(
                                models.Q(("kept_file", ""), _negated=True), models.Q(("kept_sha256", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="import_kept_file_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "failed"),
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
                        name="import_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ("checked", "applying", "applied", "undoing", "undone")), _negated=True
                            ),
                            models.Q(("checked_at__isnull", False), models.Q(("digest", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="import_checked_has_a_plan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("applied_at__isnull", True),
                            ("state__in", ("applied", "undoing", "undone")),
                            _connector="XOR",
                        ),
                        name="import_applied_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("undone_at__isnull", True), ("state", "undone"), _connector="XOR"),
                        name="import_undone_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveIntegerField(null=True, verbose_name="Baris")),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "Baru"), ("changed", "Berubah"), ("leaving", "Keluar dari daftar")],
                        max_length=7,
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Tetap"),
                            ("begin", "Mulai"),
                            ("succeed", "Berganti"),
                            ("correct", "Diperbaiki"),
                            ("end", "Berakhir"),
                        ],
                        max_length=7,
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                ("before", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("after", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("record", models.BigIntegerField(null=True)),
                ("assignment", models.BigIntegerField(null=True)),
                ("ended", models.BigIntegerField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="people.importbatch"
                    ),
                ),
            ],
            options={
                "verbose_name": "Perubahan impor",
                "verbose_name_plural": "Perubahan impor",
                "indexes": [
                    models.Index(fields=["batch", "kind", "id"], name="change_by_kind"),
                    models.Index(fields=["record", "batch"], name="change_of_record"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "key"), name="change_once_a_record"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["new", "changed", "leaving"])), name="change_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["", "begin", "succeed", "correct", "end"])),
                        name="change_step_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "new"), ("record__isnull", False), _connector="OR"),
                        name="change_of_a_known_record",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportFinding",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="people.importbatch"
                    ),
                ),
            ],
            options={
                "verbose_name": "Catatan baris",
                "verbose_name_plural": "Catatan baris",
                "indexes": [
                    models.Index(fields=["batch", "row", "id"], name="finding_by_row"),
                    models.Index(fields=["batch", "severity", "row"], name="finding_by_severity"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["refused", "warning"])), name="finding_severity_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason_id", ""), _negated=True), models.Q(("remedy_id", ""), _negated=True)
                        ),
                        name="finding_says_why_and_what",
                    ),
                ],
            },
        ),
    ]
