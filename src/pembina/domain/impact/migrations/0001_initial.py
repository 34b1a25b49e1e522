from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("development", "0001_initial"),
        ("people", "0012_imports_number_in_a_row"),
        ("services", "0066_answers_of_counters"),
    ]

    operations = [
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("designed", "Dirancang"),
                            ("locked", "Rancangan terkunci"),
                            ("decided", "Diputuskan"),
                            ("dropped", "Dihentikan"),
                        ],
                        default="designed",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dibuka")),
                ("drop_reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan dihentikan")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dirancang oleh",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="development.programme",
                        verbose_name="Program pembinaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Evaluasi dampak",
                "verbose_name_plural": "Evaluasi dampak",
                "indexes": [models.Index(fields=["state", "-made_at", "-id"], name="evaluation_by_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("designed", "locked"))),
                        fields=("programme",),
                        name="evaluation_one_open_a_programme",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["designed", "locked", "decided", "dropped"])),
                        name="evaluation_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="evaluation_is_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dropped"), models.Q(("drop_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "dropped"), _negated=True), ("drop_reason", "")),
                            _connector="OR",
                        ),
                        name="evaluation_dropped_with_a_word",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationDesign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="Versi")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Rancangan"), ("locked", "Terkunci")],
                        default="draft",
                        max_length=6,
                        verbose_name="Keadaan",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("alone", "Layanan unit itu saja"),
                            ("and_below", "Layanan unit itu beserta unit di bawahnya"),
                        ],
                        default="alone",
                        max_length=9,
                        verbose_name="Satuan analisis",
                    ),
                ),
                (
                    "comparison",
                    models.CharField(
                        choices=[
                            ("not-yet", "Unit yang belum mulai, dan yang tidak ikut"),
                            ("never", "Hanya unit yang tidak ikut"),
                        ],
                        default="not-yet",
                        max_length=7,
                        verbose_name="Pembanding",
                    ),
                ),
                ("first_month", models.DateField(verbose_name="Bulan pertama")),
                ("last_month", models.DateField(verbose_name="Bulan terakhir")),
                ("draws", models.PositiveSmallIntegerField(default=999, verbose_name="Banyak pengacakan")),
                ("seed", models.PositiveBigIntegerField(verbose_name="Benih perhitungan")),
                (
                    "correction",
                    models.CharField(
                        choices=[("holm", "Holm"), ("none", "Tanpa koreksi; hanya ukuran utama yang menentukan")],
                        default="holm",
                        max_length=4,
                        verbose_name="Koreksi banyak ukuran",
                    ),
                ),
                ("decision_rule", models.JSONField(default=list, verbose_name="Aturan keputusan")),
                ("rule_source", models.CharField(blank=True, max_length=300, verbose_name="Dasar aturan keputusan")),
                ("decides_on", models.DateField(verbose_name="Hari keputusan")),
                ("why_changed", models.TextField(blank=True, max_length=4000, verbose_name="Alasan perubahan")),
                (
                    "known_then",
                    models.JSONField(blank=True, default=dict, verbose_name="Yang sudah diketahui waktu itu"),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dirancang")),
                ("locked_at", models.DateTimeField(blank=True, null=True, verbose_name="Dikunci")),
                ("content", models.TextField(blank=True, verbose_name="Isi yang dikunci")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="Hash")),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="designs",
                        to="impact.evaluation",
                        verbose_name="Evaluasi dampak",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dikunci oleh",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dirancang oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Rancangan evaluasi",
                "verbose_name_plural": "Rancangan evaluasi",
                "ordering": ("-version",),
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "version"), name="design_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")), fields=("evaluation",), name="design_one_draft"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_month__gt", models.F("first_month"))),
                        name="design_window_goes_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_month__day", 1), ("last_month__day", 1)),
                        name="design_window_is_of_whole_months",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("draws__gte", 99), ("draws__lte", 9999)), name="design_draws_within_bounds"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("content", ""),
                                ("digest", ""),
                                ("locked_at__isnull", True),
                                ("locked_by__isnull", True),
                                ("state", "draft"),
                            ),
                            models.Q(
                                ("locked_at__isnull", False),
                                ("locked_by__isnull", False),
                                ("state", "locked"),
                                models.Q(("digest", ""), _negated=True),
                                models.Q(("content", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="design_locked_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("version", 1), ("why_changed", "")),
                            models.Q(("version__gt", 1), models.Q(("why_changed", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="design_changed_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DesignUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wave", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Gelombang")),
                ("planned_month", models.DateField(blank=True, null=True, verbose_name="Bulan mulai menurut rencana")),
                ("stratum", models.CharField(blank=True, max_length=120, verbose_name="Kelompok undian")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
                (
                    "design",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="units",
                        to="impact.evaluationdesign",
                        verbose_name="Rancangan evaluasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Unit dalam rancangan",
                "verbose_name_plural": "Unit dalam rancangan",
                "constraints": [
                    models.UniqueConstraint(fields=("design", "unit"), name="design_unit_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("planned_month__isnull", True), ("wave__isnull", True)),
                            models.Q(("planned_month__day", 1), ("planned_month__isnull", False), ("wave__gte", 1)),
                            _connector="OR",
                        ),
                        name="design_unit_starts_in_its_wave",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DesignSigner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("evaluator", "Evaluator"),
                            ("owner", "Penanggung jawab program"),
                            ("human_resources", "Pengelola kepegawaian"),
                            ("head_of_region", "Kepala daerah"),
                            ("other", "Lainnya"),
                        ],
                        max_length=15,
                        verbose_name="Sebagai",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Akun",
                    ),
                ),
                (
                    "design",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signers",
                        to="impact.evaluationdesign",
                        verbose_name="Rancangan evaluasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Penanda tangan keputusan",
                "verbose_name_plural": "Penanda tangan keputusan",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("design", "user"), name="signer_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("capacity__in", ["evaluator", "owner", "human_resources", "head_of_region", "other"])
                        ),
                        name="signer_capacity_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DesignOutcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                (
                    "role",
                    models.CharField(
                        choices=[("primary", "Utama"), ("secondary", "Pendamping"), ("guard", "Dijaga")],
                        max_length=9,
                        verbose_name="Peran",
                    ),
                ),
                (
                    "figure",
                    models.CharField(
                        choices=[
                            ("median_time", "Waktu layanan (median)"),
                            ("p90_time", "Waktu layanan (persentil 90)"),
                            ("share_on_time", "Bagian tepat waktu"),
                            ("satisfaction", "Indeks kepuasan masyarakat (SKM)"),
                            ("satisfaction_element", "Satu unsur SKM"),
                        ],
                        max_length=20,
                        verbose_name="Angka",
                    ),
                ),
                ("element", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Unsur SKM")),
                (
                    "direction",
                    models.CharField(
                        choices=[("down", "Turun"), ("up", "Naik")], max_length=4, verbose_name="Arah yang baik"
                    ),
                ),
                (
                    "smallest_effect",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=12,
                        null=True,
                        verbose_name="Dampak terkecil yang berarti",
                    ),
                ),
                (
                    "tolerated",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=12, null=True, verbose_name="Boleh memburuk sampai"
                    ),
                ),
                (
                    "services",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="services.publicservice", verbose_name="Layanan yang dihitung"
                    ),
                ),
                (
                    "design",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="impact.evaluationdesign",
                        verbose_name="Rancangan evaluasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Ukuran hasil",
                "verbose_name_plural": "Ukuran hasil",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("design", "position"), name="outcome_position_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "primary")), fields=("design",), name="outcome_one_primary"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "figure__in",
                                ["median_time", "p90_time", "share_on_time", "satisfaction", "satisfaction_element"],
                            ),
                            ("role__in", ["primary", "secondary", "guard"]),
                            ("direction__in", ["down", "up"]),
                        ),
                        name="outcome_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("element__gte", 1), ("element__lte", 9), ("figure", "satisfaction_element")),
                            models.Q(
                                models.Q(("figure", "satisfaction_element"), _negated=True), ("element__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="outcome_element_where_it_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("role", "guard"), ("smallest_effect__isnull", True), ("tolerated__gte", Decimal("0"))
                            ),
                            models.Q(
                                ("role", "primary"), ("smallest_effect__gt", Decimal("0")), ("tolerated__isnull", True)
                            ),
                            models.Q(
                                ("role", "secondary"),
                                ("tolerated__isnull", True),
                                models.Q(
                                    ("smallest_effect__isnull", True),
                                    ("smallest_effect__gt", Decimal("0")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="outcome_bound_for_its_role",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="Nomor")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu giliran"),
                            ("running", "Sedang dihitung"),
                            ("done", "Selesai"),
                            ("failed", "Gagal"),
                        ],
                        default="waiting",
                        max_length=7,
                        verbose_name="Keadaan",
                    ),
                ),
                ("data_until", models.DateField(verbose_name="Data sampai bulan")),
                ("asked_at", models.DateTimeField(verbose_name="Diminta")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="Selesai")),
                ("progress_done", models.PositiveSmallIntegerField(default=0)),
                ("progress_total", models.PositiveSmallIntegerField(default=0)),
                ("code_version", models.CharField(blank=True, max_length=60, verbose_name="Versi program")),
                ("data_hash", models.CharField(blank=True, max_length=64, verbose_name="Hash data")),
                ("result", models.JSONField(blank=True, default=dict, verbose_name="Hasil")),
                ("result_hash", models.CharField(blank=True, max_length=64, verbose_name="Hash hasil")),
                ("levels", models.JSONField(blank=True, default=dict, verbose_name="Jenjang 1 sampai 3")),
                ("failure", models.JSONField(blank=True, default=dict, verbose_name="Sebab gagal")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diminta oleh",
                    ),
                ),
                (
                    "design",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="impact.evaluationdesign",
                        verbose_name="Rancangan evaluasi",
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="impact.evaluation",
                        verbose_name="Evaluasi dampak",
                    ),
                ),
            ],
            options={
                "verbose_name": "Perhitungan dampak",
                "verbose_name_plural": "Perhitungan dampak",
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "number"), name="run_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=("evaluation",),
                        name="run_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="run_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at__isnull", False),
                                ("state", "done"),
                                models.Q(("result_hash", ""), _negated=True),
                                models.Q(("data_hash", ""), _negated=True),
                                models.Q(("code_version", ""), _negated=True),
                            ),
                            models.Q(("finished_at__isnull", False), ("result_hash", ""), ("state", "failed")),
                            models.Q(
                                ("finished_at__isnull", True),
                                ("result_hash", ""),
                                ("state__in", ("waiting", "running")),
                            ),
                            _connector="OR",
                        ),
                        name="run_done_with_a_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rule_action",
                    models.CharField(
                        choices=[
                            ("continue", "Dilanjutkan"),
                            ("expand", "Dikembangkan"),
                            ("fix", "Diperbaiki"),
                            ("stop", "Dihentikan"),
                        ],
                        max_length=8,
                        verbose_name="Menurut aturan",
                    ),
                ),
                ("rule_line", models.CharField(max_length=60, verbose_name="Baris aturan")),
                ("rule_because", models.JSONField(default=list, verbose_name="Sebab menurut aturan")),
                ("serious_harm", models.BooleanField(default=False, verbose_name="Ada kerugian berat")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("continue", "Dilanjutkan"),
                            ("expand", "Dikembangkan"),
                            ("fix", "Diperbaiki"),
                            ("stop", "Dihentikan"),
                        ],
                        max_length=8,
                        verbose_name="Keputusan",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan")),
                (
                    "spent",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="Biaya terpakai (Rp)"
                    ),
                ),
                ("review_on", models.DateField(verbose_name="Ditinjau kembali pada")),
                ("decided_at", models.DateTimeField(verbose_name="Diputus")),
                ("content", models.JSONField(default=dict, verbose_name="Isi yang dibekukan")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diputus oleh",
                    ),
                ),
                (
                    "evaluation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision",
                        to="impact.evaluation",
                        verbose_name="Evaluasi dampak",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="impact.evaluationrun",
                        verbose_name="Perhitungan dampak",
                    ),
                ),
            ],
            options={
                "verbose_name": "Keputusan program",
                "verbose_name_plural": "Keputusan program",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("action__in", ("continue", "expand", "fix", "stop")),
                            ("rule_action__in", ("continue", "expand", "fix", "stop")),
                        ),
                        name="decision_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("action", models.F("rule_action")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="decision_departs_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("spent__isnull", True), ("spent__gte", Decimal("0")), _connector="OR"),
                        name="decision_cost_is_money",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("next_wave", "Gelombang berikutnya"),
                            ("curriculum", "Perbaikan kurikulum"),
                            ("career_credit", "Pengakuan dalam karier"),
                            ("public_note", "Kabar kepada warga"),
                            ("other", "Lainnya"),
                        ],
                        max_length=13,
                        verbose_name="Jenis",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="Yang dikerjakan")),
                ("due_on", models.DateField(verbose_name="Paling lambat")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Belum selesai"), ("done", "Selesai"), ("dropped", "Tidak dikerjakan")],
                        default="open",
                        max_length=7,
                        verbose_name="Keadaan",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="Selesai pada")),
                ("note", models.TextField(blank=True, max_length=4000, verbose_name="Catatan")),
                ("made_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="impact.decision",
                        verbose_name="Keputusan program",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_up_tasks",
                        to="people.person",
                        verbose_name="Pelaksana",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="development.partner",
                        verbose_name="Mitra",
                    ),
                ),
            ],
            options={
                "verbose_name": "Tindak lanjut keputusan",
                "verbose_name_plural": "Tindak lanjut keputusan",
                "ordering": ("due_on", "pk"),
                "indexes": [models.Index(fields=["state", "due_on", "id"], name="follow_up_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["next_wave", "curriculum", "career_credit", "public_note", "other"]),
                            ("state__in", ["open", "done", "dropped"]),
                        ),
                        name="follow_up_words_are_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="follow_up_is_named"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("state", "open")),
                            models.Q(
                                ("ended_on__isnull", False),
                                ("state__in", ("done", "dropped")),
                                models.Q(("note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="follow_up_ends_with_a_word",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FrozenPanel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64, verbose_name="Hash")),
                ("rows", models.PositiveIntegerField(verbose_name="Baris")),
                ("units", models.PositiveIntegerField(verbose_name="Unit")),
                ("months", models.PositiveSmallIntegerField(verbose_name="Bulan")),
                ("exclusions", models.JSONField(blank=True, default=list, verbose_name="Yang tidak dipakai")),
                ("frozen_at", models.DateTimeField(verbose_name="Dibekukan")),
                (
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panels",
                        to="impact.designoutcome",
                        verbose_name="Ukuran hasil",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panels",
                        to="impact.evaluationrun",
                        verbose_name="Perhitungan dampak",
                    ),
                ),
            ],
            options={
                "verbose_name": "Data beku",
                "verbose_name_plural": "Data beku",
                "constraints": [
                    models.UniqueConstraint(fields=("run", "outcome"), name="panel_once_a_run_and_outcome")
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionPublication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.JSONField(default=dict, verbose_name="Isi")),
                ("published_at", models.DateTimeField(verbose_name="Diterbitkan")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditarik")),
                ("withdraw_reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan ditarik")),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="impact.decision",
                        verbose_name="Keputusan program",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diterbitkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kabar keputusan",
                "verbose_name_plural": "Kabar keputusan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdraw_reason", ""), ("withdrawn_at__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), models.Q(("withdraw_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="publication_withdrawn_with_a_word",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("evaluator", "Evaluator"),
                            ("owner", "Penanggung jawab program"),
                            ("human_resources", "Pengelola kepegawaian"),
                            ("head_of_region", "Kepala daerah"),
                            ("other", "Lainnya"),
                        ],
                        max_length=15,
                        verbose_name="Sebagai",
                    ),
                ),
                ("agrees", models.BooleanField(verbose_name="Setuju")),
                ("dissent", models.TextField(blank=True, max_length=4000, verbose_name="Pendapat berbeda")),
                ("signed_at", models.DateTimeField(verbose_name="Ditandatangani")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="impact.decision",
                        verbose_name="Keputusan program",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Akun",
                    ),
                ),
            ],
            options={
                "verbose_name": "Tanda tangan keputusan",
                "verbose_name_plural": "Tanda tangan keputusan",
                "ordering": ("signed_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "user"), name="signature_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agrees", True), ("dissent", "")),
                            models.Q(("agrees", False), models.Q(("dissent", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="signature_dissents_in_words",
                    ),
                ],
            },
        ),
    ]
