import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("people", "0012_imports_number_in_a_row"),
        ("services", "0066_answers_of_counters"),
    ]

    operations = [
        migrations.CreateModel(
            name="CounsellingReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("problem", models.TextField(max_length=2000, verbose_name="Masalah kinerja yang terlihat")),
                ("tried", models.TextField(max_length=2000, verbose_name="Yang sudah diupayakan")),
                ("reported_at", models.DateTimeField(verbose_name="Dilaporkan")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterima konselor")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="Selesai")),
                (
                    "counsellor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counselling_taken",
                        to="people.person",
                        verbose_name="Konselor",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counselling",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counselling_reported",
                        to="people.person",
                        verbose_name="Pelapor",
                    ),
                ),
            ],
            options={
                "verbose_name": "Laporan konseling kinerja (B.1.10)",
                "verbose_name_plural": "Laporan konseling kinerja (B.1.10)",
                "ordering": ("-reported_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("problem", ""), _negated=True), models.Q(("tried", ""), _negated=True)
                        ),
                        name="counselling_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("reporter")), _negated=True),
                        name="counselling_not_of_oneself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True), ("counsellor__isnull", True), ("taken_at__isnull", True)
                            ),
                            models.Q(
                                ("counsellor__isnull", False),
                                ("taken_at__isnull", False),
                                models.Q(("counsellor", models.F("person")), _negated=True),
                                models.Q(("counsellor", models.F("reporter")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="counselling_taken_by_a_third",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("person",),
                        name="counselling_open_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CounsellingNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(max_length=2000, verbose_name="Catatan konselor")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="performance.counsellingreport",
                        verbose_name="Laporan konseling",
                    ),
                ),
            ],
            options={
                "verbose_name": "Catatan konselor",
                "verbose_name_plural": "Catatan konselor",
                "ordering": ("noted_at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="counselling_note_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "cycle",
                    models.CharField(
                        choices=[("monthly", "Bulanan"), ("quarterly", "Triwulanan"), ("annual", "Tahunan")],
                        max_length=9,
                        verbose_name="Siklus",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="Tahun")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="Bulan atau triwulan ke")),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("ends_on", models.DateField(verbose_name="Hari terakhir")),
                ("window_opens", models.DateField(verbose_name="Evaluasi dibuka")),
                ("window_ends", models.DateField(verbose_name="Evaluasi paling lambat")),
                ("opened_at", models.DateTimeField(verbose_name="Dibuka")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditutup")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditutup oleh",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuka oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Periode evaluasi kinerja",
                "verbose_name_plural": "Periode evaluasi kinerja",
                "ordering": ("-ends_on", "-starts_on"),
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "year", "number"), name="period_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cycle", "monthly"), ("number__gte", 1), ("number__lte", 12)),
                            models.Q(("cycle", "quarterly"), ("number__gte", 1), ("number__lte", 4)),
                            models.Q(("cycle", "annual"), ("number", 1)),
                            _connector="OR",
                        ),
                        name="period_number_fits_its_cycle",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="period_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("window_ends__gte", models.F("window_opens")), ("window_ends__gte", models.F("ends_on"))
                        ),
                        name="period_evaluated_after_its_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="period_closed_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AppraisalRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("make", "Buat evaluasi"), ("close", "Tutup periode")],
                        max_length=5,
                        verbose_name="Pekerjaan",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu"),
                            ("running", "Berjalan"),
                            ("done", "Selesai"),
                            ("failed", "Gagal"),
                        ],
                        default="waiting",
                        max_length=7,
                        verbose_name="Keadaan",
                    ),
                ),
                ("progress_done", models.PositiveIntegerField(default=0, verbose_name="Sudah")),
                ("progress_total", models.PositiveIntegerField(default=0, verbose_name="Dari")),
                ("counts", models.JSONField(default=dict, verbose_name="Hasil")),
                ("failure", models.JSONField(default=dict, verbose_name="Sebab gagal")),
                ("asked_at", models.DateTimeField(verbose_name="Diminta")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="Selesai")),
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
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="performance.evaluationperiod",
                        verbose_name="Periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pekerjaan evaluasi kinerja",
                "verbose_name_plural": "Pekerjaan evaluasi kinerja",
                "ordering": ("-asked_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["make", "close"]), ("state__in", ["waiting", "running", "done", "failed"])
                        ),
                        name="appraisal_run_words_are_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appraisal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_head_of_region", models.BooleanField(default=False, verbose_name="Dinilai kepala daerah")),
                ("snapshot", models.JSONField(default=dict, verbose_name="Keadaan yang dibekukan")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("exempt", "Dikecualikan"),
                            ("new", "Belum dinilai"),
                            ("draft", "Konsep"),
                            ("signed", "Ditandatangani"),
                            ("delivered", "Disampaikan"),
                            ("received", "Diterima pegawai"),
                            ("returned", "Dikembalikan"),
                        ],
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="Versi")),
                (
                    "results",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("above", "Diatas ekspektasi"),
                            ("as_expected", "Sesuai ekspektasi"),
                            ("below", "Dibawah ekspektasi"),
                        ],
                        max_length=11,
                        verbose_name="Rating hasil kerja",
                    ),
                ),
                (
                    "results_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="Alasan rating hasil kerja"),
                ),
                (
                    "behaviour",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("above", "Diatas ekspektasi"),
                            ("as_expected", "Sesuai ekspektasi"),
                            ("below", "Dibawah ekspektasi"),
                        ],
                        max_length=11,
                        verbose_name="Rating perilaku kerja",
                    ),
                ),
                (
                    "behaviour_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="Alasan rating perilaku kerja"),
                ),
                ("value_notes", models.JSONField(default=dict, verbose_name="Catatan per nilai BerAKHLAK")),
                ("advice", models.TextField(blank=True, max_length=2000, verbose_name="Catatan dan rekomendasi")),
                (
                    "predicate",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("very_good", "Sangat Baik"),
                            ("good", "Baik"),
                            ("needs_improvement", "Butuh Perbaikan"),
                            ("poor", "Kurang/Misconduct"),
                            ("very_poor", "Sangat Kurang"),
                        ],
                        max_length=17,
                        verbose_name="Predikat kinerja",
                    ),
                ),
                ("predicate_article", models.CharField(blank=True, max_length=300, verbose_name="Dasar predikat")),
                ("rule_since", models.DateField(blank=True, null=True, verbose_name="Versi aturan sejak")),
                (
                    "organisation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outstanding", "Istimewa"),
                            ("good", "Baik"),
                            ("needs_improvement", "Butuh Perbaikan"),
                            ("poor", "Kurang"),
                            ("very_poor", "Sangat Kurang"),
                        ],
                        max_length=17,
                        verbose_name="Capaian kinerja organisasi",
                    ),
                ),
                ("rated_at", models.DateTimeField(blank=True, null=True, verbose_name="Dinilai")),
                (
                    "escalated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="Diteruskan kepada atasan penilai"),
                ),
                ("rater_was_silent", models.BooleanField(default=False, verbose_name="Ditandatangani atasan penilai")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditandatangani")),
                ("delivered_at", models.DateTimeField(blank=True, null=True, verbose_name="Disampaikan")),
                ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterima")),
                ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="Dikembalikan")),
                (
                    "refused_note",
                    models.TextField(blank=True, max_length=2000, verbose_name="Tidak menandatangani, catatan"),
                ),
                ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="Dilaporkan kepada PyB")),
                (
                    "led_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Unit yang dipimpin penilai",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "rated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dinilai oleh",
                    ),
                ),
                (
                    "rater",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals_given",
                        to="people.person",
                        verbose_name="Penilai",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditandatangani oleh",
                    ),
                ),
                (
                    "superior",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals_overseen",
                        to="people.person",
                        verbose_name="Atasan penilai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="performance.evaluationperiod",
                        verbose_name="Periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "Evaluasi kinerja",
                "verbose_name_plural": "Evaluasi kinerja",
                "indexes": [
                    models.Index(fields=["period", "state", "unit"], name="appraisal_of_period"),
                    models.Index(fields=["period", "rater"], name="appraisal_of_rater"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("period", "person"), name="appraised_once_a_period"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["exempt", "new", "draft", "signed", "delivered", "received", "returned"])
                        ),
                        name="appraisal_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("behaviour__in", ["", "above", "as_expected", "below"]),
                            ("results__in", ["", "above", "as_expected", "below"]),
                        ),
                        name="appraisal_rating_on_the_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("behaviour", ""), ("predicate", ""), ("results", ""), ("state__in", ("exempt", "new"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("exempt", "new")), _negated=True),
                                models.Q(("results", ""), _negated=True),
                                models.Q(("behaviour", ""), _negated=True),
                                ("predicate__in", ["very_good", "good", "needs_improvement", "poor", "very_poor"]),
                            ),
                            _connector="OR",
                        ),
                        name="appraisal_predicate_follows_ratings",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("state__in", ("signed", "delivered", "received", "returned")), _negated=True),
                                ("signed_at__isnull", True),
                                ("signed_by__isnull", True),
                            ),
                            models.Q(
                                ("signed_at__isnull", False),
                                ("signed_by__isnull", False),
                                ("state__in", ("signed", "delivered", "received", "returned")),
                                models.Q(("organisation", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="appraisal_signed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("delivered", "received", "returned")), _negated=True),
                            ("delivered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="appraisal_delivered_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("leader", "Pimpinan"),
                            ("peer", "Rekan setingkat"),
                            ("subordinate", "Bawahan"),
                            ("other", "Pihak lain"),
                        ],
                        max_length=11,
                        verbose_name="Sebagai",
                    ),
                ),
                (
                    "tone",
                    models.CharField(
                        choices=[
                            ("appreciation", "Apresiasi"),
                            ("to_improve", "Perlu diperbaiki"),
                            ("neutral", "Netral"),
                        ],
                        max_length=12,
                        verbose_name="Nada",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("incidental", "Insidentil"), ("periodic", "Berkala")],
                        default="incidental",
                        max_length=10,
                        verbose_name="Waktu",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="Tanggal kejadian")),
                ("situation", models.TextField(max_length=1000, verbose_name="Situasi")),
                ("behaviour", models.TextField(max_length=1000, verbose_name="Perilaku")),
                ("impact", models.TextField(blank=True, max_length=1000, verbose_name="Dampak")),
                ("next_step", models.TextField(blank=True, max_length=1000, verbose_name="Langkah berikutnya")),
                (
                    "value",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("service", "Berorientasi Pelayanan"),
                            ("accountable", "Akuntabel"),
                            ("competent", "Kompeten"),
                            ("harmonious", "Harmonis"),
                            ("loyal", "Loyal"),
                            ("adaptive", "Adaptif"),
                            ("collaborative", "Kolaboratif"),
                        ],
                        max_length=13,
                        verbose_name="Nilai BerAKHLAK",
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="Diberikan")),
                ("corrected_at", models.DateTimeField(blank=True, null=True, verbose_name="Diperbaiki")),
                ("answer", models.TextField(blank=True, max_length=1000, verbose_name="Tanggapan")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditanggapi")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback_given",
                        to="people.person",
                        verbose_name="Penulis",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="performance.feedback",
                        verbose_name="Lanjutan dari",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Umpan balik berkelanjutan",
                "verbose_name_plural": "Umpan balik berkelanjutan",
                "ordering": ("-given_at", "-pk"),
                "indexes": [
                    models.Index(fields=["person", "capacity", "given_at"], name="feedback_about_person"),
                    models.Index(fields=["author", "given_at"], name="feedback_by_author"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("situation", ""), _negated=True), models.Q(("behaviour", ""), _negated=True)
                        ),
                        name="feedback_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("author")), _negated=True),
                        name="feedback_not_about_oneself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("capacity__in", ["leader", "peer", "subordinate", "other"])),
                        name="feedback_capacity_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tone__in", ["appreciation", "to_improve", "neutral"])),
                        name="feedback_tone_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rhythm__in", ["incidental", "periodic"])), name="feedback_rhythm_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "value__in",
                                [
                                    "",
                                    "service",
                                    "accountable",
                                    "competent",
                                    "harmonious",
                                    "loyal",
                                    "adaptive",
                                    "collaborative",
                                ],
                            )
                        ),
                        name="feedback_value_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="feedback_answered_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrected_at__isnull", True), ("corrected_at__gte", models.F("given_at")), _connector="OR"
                        ),
                        name="feedback_corrected_afterwards",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("follows__isnull", True),
                            models.Q(("follows", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="feedback_does_not_follow_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackEarlier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "tone",
                    models.CharField(
                        choices=[
                            ("appreciation", "Apresiasi"),
                            ("to_improve", "Perlu diperbaiki"),
                            ("neutral", "Netral"),
                        ],
                        max_length=12,
                        verbose_name="Nada",
                    ),
                ),
                ("situation", models.TextField(max_length=1000, verbose_name="Situasi")),
                ("behaviour", models.TextField(max_length=1000, verbose_name="Perilaku")),
                ("impact", models.TextField(blank=True, max_length=1000, verbose_name="Dampak")),
                ("next_step", models.TextField(blank=True, max_length=1000, verbose_name="Langkah berikutnya")),
                ("until", models.DateTimeField(verbose_name="Berlaku sampai")),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier",
                        to="performance.feedback",
                        verbose_name="Umpan balik",
                    ),
                ),
            ],
            options={
                "verbose_name": "Umpan balik sebelum diperbaiki",
                "verbose_name_plural": "Umpan balik sebelum diperbaiki",
                "ordering": ("until", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tone__in", ["appreciation", "to_improve", "neutral"])),
                        name="feedback_earlier_tone_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("matter", models.CharField(max_length=500, verbose_name="Tentang apa")),
                ("asked_at", models.DateTimeField(verbose_name="Diminta")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Menunggu"), ("answered", "Dijawab"), ("declined", "Ditolak")],
                        default="open",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Selesai")),
                ("word", models.CharField(blank=True, max_length=500, verbose_name="Alasan tidak menjawab")),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback_asked_of",
                        to="people.person",
                        verbose_name="Yang diminta pendapatnya",
                    ),
                ),
                (
                    "asker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback_asked_for",
                        to="people.person",
                        verbose_name="Pegawai yang meminta",
                    ),
                ),
            ],
            options={
                "verbose_name": "Permintaan umpan balik",
                "verbose_name_plural": "Permintaan umpan balik",
                "ordering": ("-asked_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("matter", ""), _negated=True), name="feedback_asked_about_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asker", models.F("asked")), _negated=True),
                        name="feedback_not_asked_of_oneself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state", "open"), ("word", "")),
                            models.Q(("ended_at__isnull", False), ("state", "answered"), ("word", "")),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("state", "declined"),
                                models.Q(("word", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="feedback_request_ends_with_its_word",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("asker", "asked"),
                        name="feedback_request_open_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="feedback",
            name="request",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="note",
                to="performance.feedbackrequest",
                verbose_name="Atas permintaan",
            ),
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                (
                    "kind",
                    models.CharField(
                        choices=[("main", "Utama"), ("additional", "Tambahan")],
                        default="main",
                        max_length=10,
                        verbose_name="Jenis",
                    ),
                ),
                ("words", models.CharField(max_length=500, verbose_name="Rencana hasil kerja")),
                (
                    "supports_words",
                    models.CharField(blank=True, max_length=500, verbose_name="RHK pimpinan, dalam kata-kata"),
                ),
                (
                    "perspective",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("recipients", "Penerima layanan"),
                            ("processes", "Proses bisnis"),
                            ("strengthening", "Penguatan internal"),
                            ("budget", "Anggaran"),
                        ],
                        max_length=13,
                        verbose_name="Perspektif",
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("life", "Nyawa"),
                            ("injury", "Cedera"),
                            ("national_security", "Keamanan nasional"),
                            ("large_loss", "Kerugian besar"),
                        ],
                        max_length=17,
                        verbose_name="Menyangkut",
                    ),
                ),
                (
                    "difficulty",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Rutin"), (2, "Menantang"), (3, "Luar biasa sulit")],
                        null=True,
                        verbose_name="Tingkat kesulitan",
                    ),
                ),
                (
                    "supports",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supported_by",
                        to="performance.goal",
                        verbose_name="RHK pimpinan yang diintervensi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Rencana hasil kerja (RHK)",
                "verbose_name_plural": "Rencana hasil kerja (RHK)",
                "ordering": ("position",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="goal_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["main", "additional"])), name="goal_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("perspective__in", ["", "recipients", "processes", "strengthening", "budget"])
                        ),
                        name="goal_perspective_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("risk__in", ["", "life", "injury", "national_security", "large_loss"])),
                        name="goal_risk_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("difficulty__isnull", True), ("difficulty__in", [1, 2, 3]), _connector="OR"
                        ),
                        name="goal_difficulty_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supports__isnull", True),
                            models.Q(("supports", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="goal_does_not_support_itself",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="feedback",
            name="goal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="feedback",
                to="performance.goal",
                verbose_name="RHK",
            ),
        ),
        migrations.CreateModel(
            name="GoalTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Judul templat")),
                ("position", models.CharField(blank=True, max_length=200, verbose_name="Kata dalam jabatan")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("a11", "Kualitatif, JPT dan pimpinan unit kerja mandiri (A.1.1)"),
                            ("a12", "Kuantitatif, JPT dan pimpinan unit kerja mandiri (A.1.2)"),
                            ("a16", "Kualitatif, JA dan JF (A.1.6)"),
                            ("a17", "Kuantitatif, JA dan JF (A.1.7)"),
                        ],
                        max_length=3,
                        verbose_name="Bentuk",
                    ),
                ),
                ("content", models.JSONField(default=list, verbose_name="Isi")),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="Tidak dipakai lagi sejak")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuat oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Templat SKP",
                "verbose_name_plural": "Templat SKP",
                "ordering": ("title", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="goal_template_is_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["a11", "a12", "a16", "a17"])),
                        name="goal_template_form_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidanceRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("coaching", "Coaching (B.1.6)"), ("mentoring", "Mentoring (B.1.7)")],
                        max_length=9,
                        verbose_name="Jenis",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="Tanggal")),
                ("parts", models.JSONField(default=dict, verbose_name="Isi")),
                ("written_at", models.DateTimeField(verbose_name="Ditulis")),
                ("person_confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="Disetujui pegawai")),
                (
                    "guide_confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="Disetujui pembimbing"),
                ),
                (
                    "guide",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guidance_given",
                        to="people.person",
                        verbose_name="Pembimbing",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guidance",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Catatan bimbingan kinerja",
                "verbose_name_plural": "Catatan bimbingan kinerja",
                "ordering": ("-held_on", "-pk"),
                "indexes": [models.Index(fields=["guide", "held_on"], name="guidance_by_guide")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["coaching", "mentoring"])), name="guidance_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("guide")), _negated=True), name="guidance_not_of_oneself"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidanceOpinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answers", models.JSONField(default=dict, verbose_name="Jawaban")),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="Catatan")),
                ("given_at", models.DateTimeField(verbose_name="Diberikan")),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinion",
                        to="performance.guidancerecord",
                        verbose_name="Catatan bimbingan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Umpan balik atas bimbingan (B.1.8)",
                "verbose_name_plural": "Umpan balik atas bimbingan (B.1.8)",
                "ordering": ("-given_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="GuidanceMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="Tanggal")),
                ("place", models.CharField(max_length=200, verbose_name="Tempat")),
                ("material", models.CharField(max_length=500, verbose_name="Materi")),
                ("action", models.CharField(blank=True, max_length=500, verbose_name="Rencana aksi")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Target waktu")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="performance.guidancerecord",
                        verbose_name="Catatan bimbingan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jurnal mentoring",
                "verbose_name_plural": "Jurnal mentoring",
                "ordering": ("held_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place", ""), _negated=True), models.Q(("material", ""), _negated=True)
                        ),
                        name="guidance_meeting_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__isnull", True),
                            models.Q(("due_on__gte", models.F("held_on")), models.Q(("action", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="guidance_action_is_due_afterwards",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("aspects", models.JSONField(default=list, verbose_name="Aspek")),
                ("words", models.CharField(max_length=500, verbose_name="Indikator kinerja individu")),
                (
                    "baseline",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="Angka awal"
                    ),
                ),
                (
                    "target",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="Target"),
                ),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="Satuan")),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[("higher", "Makin tinggi makin baik"), ("lower", "Makin rendah makin baik")],
                        max_length=6,
                        verbose_name="Arah",
                    ),
                ),
                ("target_words", models.CharField(blank=True, max_length=500, verbose_name="Target, dalam kata-kata")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("reported", "Dilaporkan pegawai"),
                            ("service", "Dibaca dari catatan waktu layanan"),
                            ("survey", "Dibaca dari survei kepuasan (SKM)"),
                        ],
                        default="reported",
                        max_length=8,
                        verbose_name="Sumber realisasi",
                    ),
                ),
                ("source_words", models.CharField(blank=True, max_length=200, verbose_name="Sumber data")),
                (
                    "figure",
                    models.CharField(
                        blank=True,
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
                    "continues",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="performance.indicator",
                        verbose_name="Melanjutkan",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="performance.goal",
                        verbose_name="RHK",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Indikator kinerja individu (IKI)",
                "verbose_name_plural": "Indikator kinerja individu (IKI)",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("goal", "position"), name="indicator_in_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="indicator_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("baseline__isnull", True), ("direction", ""), ("target__isnull", True), ("unit", "")
                            ),
                            models.Q(
                                ("direction__in", ["higher", "lower"]),
                                ("target__isnull", False),
                                models.Q(("unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_measured_whole_or_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("figure", ""), ("service__isnull", True), ("source", "reported")),
                            models.Q(
                                ("figure__in", ("median_time", "p90_time", "share_on_time")),
                                ("service__isnull", False),
                                ("source", "service"),
                                ("target__isnull", False),
                            ),
                            models.Q(
                                ("figure__in", ("satisfaction", "satisfaction_element")),
                                ("service__isnull", False),
                                ("source", "survey"),
                                ("target__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_reads_one_figure",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("element__gte", 1), ("element__lte", 9), ("figure", "satisfaction_element")),
                            models.Q(
                                models.Q(("figure", "satisfaction_element"), _negated=True), ("element__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="indicator_element_where_it_is_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(max_length=2000, verbose_name="Alasan keberatan")),
                ("evidence", models.TextField(max_length=2000, verbose_name="Bukti")),
                ("filed_at", models.DateTimeField(verbose_name="Diajukan")),
                ("due_on", models.DateField(verbose_name="Batas pengajuan")),
                ("is_late", models.BooleanField(default=False, verbose_name="Terlambat diajukan")),
                ("statement", models.TextField(blank=True, max_length=2000, verbose_name="Penjelasan penilai")),
                ("statement_at", models.DateTimeField(blank=True, null=True, verbose_name="Penilai didengar")),
                ("hearing", models.TextField(blank=True, max_length=2000, verbose_name="Keterangan pegawai")),
                ("hearing_at", models.DateTimeField(blank=True, null=True, verbose_name="Pegawai didengar")),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[("confirmed", "Menguatkan hasil evaluasi"), ("changed", "Mengubah hasil evaluasi")],
                        max_length=9,
                        verbose_name="Keputusan",
                    ),
                ),
                (
                    "ruling_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="Alasan keputusan dan rekomendasi"),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="Diputus")),
                (
                    "appraisal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objection",
                        to="performance.appraisal",
                        verbose_name="Evaluasi kinerja",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diputus oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Keberatan",
                "verbose_name_plural": "Keberatan",
                "indexes": [models.Index(fields=["ruling", "filed_at"], name="objection_by_ruling")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="objection_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("statement", ""), ("statement_at__isnull", True)),
                            models.Q(models.Q(("statement", ""), _negated=True), ("statement_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="objection_statement_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hearing", ""), ("hearing_at__isnull", True)),
                            models.Q(models.Q(("hearing", ""), _negated=True), ("hearing_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="objection_hearing_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decided_by__isnull", True), ("ruling", "")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("ruling__in", ["confirmed", "changed"]),
                                models.Q(("statement", ""), _negated=True),
                                models.Q(("hearing", ""), _negated=True),
                                models.Q(("ruling_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="objection_decided_after_both_sides",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rating",
                    models.CharField(
                        choices=[
                            ("outstanding", "Istimewa"),
                            ("good", "Baik"),
                            ("needs_improvement", "Butuh Perbaikan"),
                            ("poor", "Kurang"),
                            ("very_poor", "Sangat Kurang"),
                        ],
                        max_length=17,
                        verbose_name="Capaian kinerja organisasi",
                    ),
                ),
                ("basis", models.TextField(max_length=1000, verbose_name="Dasar")),
                ("issued_on", models.DateField(verbose_name="Terbit")),
                ("set_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisation_ratings",
                        to="performance.evaluationperiod",
                        verbose_name="Periode",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisation_ratings",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Capaian kinerja organisasi",
                "verbose_name_plural": "Capaian kinerja organisasi",
                "constraints": [
                    models.UniqueConstraint(fields=("period", "unit"), name="organisation_rated_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating__in", ["outstanding", "good", "needs_improvement", "poor", "very_poor"])
                        ),
                        name="organisation_rating_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True), name="organisation_rating_has_a_basis"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PatternReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(max_length=2000, verbose_name="Alasan")),
                ("told_at", models.DateTimeField(verbose_name="Ditulis")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pattern_reasons",
                        to="performance.evaluationperiod",
                        verbose_name="Periode",
                    ),
                ),
                (
                    "rater",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pattern_reasons",
                        to="people.person",
                        verbose_name="Penilai",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditulis oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Alasan berbeda dari pola distribusi",
                "verbose_name_plural": "Alasan berbeda dari pola distribusi",
                "constraints": [
                    models.UniqueConstraint(fields=("period", "rater"), name="pattern_explained_once"),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="pattern_reason_says_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerformancePlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Tahun")),
                ("starts_on", models.DateField(verbose_name="Berlaku sejak")),
                ("ends_on", models.DateField(verbose_name="Sampai dengan")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("a11", "Kualitatif, JPT dan pimpinan unit kerja mandiri (A.1.1)"),
                            ("a12", "Kuantitatif, JPT dan pimpinan unit kerja mandiri (A.1.2)"),
                            ("a16", "Kualitatif, JA dan JF (A.1.6)"),
                            ("a17", "Kuantitatif, JA dan JF (A.1.7)"),
                        ],
                        max_length=3,
                        verbose_name="Bentuk",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="Versi")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Rancangan"),
                            ("proposed", "Diajukan"),
                            ("returned", "Dikembalikan"),
                            ("agreed", "Ditetapkan"),
                            ("replaced", "Digantikan"),
                            ("dropped", "Tidak jadi"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("proposed_at", models.DateTimeField(blank=True, null=True, verbose_name="Diajukan")),
                ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditetapkan")),
                ("comment", models.TextField(blank=True, max_length=2000, verbose_name="Catatan penilai")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditetapkan oleh",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="people.assignment",
                        verbose_name="Jabatan",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuat oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "rater",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans_to_agree",
                        to="people.person",
                        verbose_name="Pejabat penilai",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="performance.performanceplan",
                        verbose_name="Menggantikan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Sasaran kinerja pegawai (SKP)",
                "verbose_name_plural": "Sasaran kinerja pegawai (SKP)",
                "indexes": [models.Index(fields=["year", "state", "person"], name="plan_of_year_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "proposed", "returned", "agreed", "replaced", "dropped"])
                        ),
                        name="plan_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["a11", "a12", "a16", "a17"])), name="plan_form_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="plan_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__year", models.F("year")), ("starts_on__year", models.F("year"))),
                        name="plan_within_its_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("agreed_by__isnull", False),
                                ("state__in", ("agreed", "replaced")),
                            ),
                            models.Q(
                                models.Q(("state__in", ("agreed", "replaced")), _negated=True),
                                ("agreed_at__isnull", True),
                                ("agreed_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="plan_agreed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("draft", "dropped")), ("proposed_at__isnull", False), _connector="OR"
                        ),
                        name="plan_proposed_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replaces__isnull", True), ("version", 1)),
                            models.Q(("replaces__isnull", False), ("version__gt", 1)),
                            _connector="OR",
                        ),
                        name="plan_version_replaces_one",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "agreed")),
                        fields=("assignment", "year"),
                        name="plan_in_force_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("draft", "proposed", "returned"))),
                        fields=("assignment", "year"),
                        name="plan_in_the_making_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="goal",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="goals",
                to="performance.performanceplan",
                verbose_name="SKP",
            ),
        ),
        migrations.CreateModel(
            name="BehaviourExpectation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "value",
                    models.CharField(
                        choices=[
                            ("service", "Berorientasi Pelayanan"),
                            ("accountable", "Akuntabel"),
                            ("competent", "Kompeten"),
                            ("harmonious", "Harmonis"),
                            ("loyal", "Loyal"),
                            ("adaptive", "Adaptif"),
                            ("collaborative", "Kolaboratif"),
                        ],
                        max_length=13,
                        verbose_name="Nilai BerAKHLAK",
                    ),
                ),
                ("words", models.CharField(max_length=500, verbose_name="Ekspektasi khusus pimpinan")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="expectations",
                        to="performance.performanceplan",
                        verbose_name="SKP",
                    ),
                ),
            ],
            options={
                "verbose_name": "Ekspektasi perilaku",
                "verbose_name_plural": "Ekspektasi perilaku",
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "value"), name="behaviour_expected_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "value__in",
                                [
                                    "service",
                                    "accountable",
                                    "competent",
                                    "harmonious",
                                    "loyal",
                                    "adaptive",
                                    "collaborative",
                                ],
                            )
                        ),
                        name="behaviour_value_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="behaviour_expectation_says_something"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="appraisal",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appraisals",
                to="performance.performanceplan",
                verbose_name="SKP",
            ),
        ),
        migrations.CreateModel(
            name="PerformanceResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Tahun")),
                (
                    "cycle",
                    models.CharField(
                        choices=[("monthly", "Bulanan"), ("quarterly", "Triwulanan"), ("annual", "Tahunan")],
                        max_length=9,
                        verbose_name="Siklus",
                    ),
                ),
                ("first_month", models.PositiveSmallIntegerField(verbose_name="Bulan pertama")),
                ("last_month", models.PositiveSmallIntegerField(verbose_name="Bulan terakhir")),
                (
                    "results",
                    models.CharField(
                        choices=[
                            ("above", "Diatas ekspektasi"),
                            ("as_expected", "Sesuai ekspektasi"),
                            ("below", "Dibawah ekspektasi"),
                        ],
                        max_length=11,
                        verbose_name="Hasil kerja",
                    ),
                ),
                (
                    "behaviour",
                    models.CharField(
                        choices=[
                            ("above", "Diatas ekspektasi"),
                            ("as_expected", "Sesuai ekspektasi"),
                            ("below", "Dibawah ekspektasi"),
                        ],
                        max_length=11,
                        verbose_name="Perilaku kerja",
                    ),
                ),
                (
                    "predicate",
                    models.CharField(
                        choices=[
                            ("very_good", "Sangat Baik"),
                            ("good", "Baik"),
                            ("needs_improvement", "Butuh Perbaikan"),
                            ("poor", "Kurang/Misconduct"),
                            ("very_poor", "Sangat Kurang"),
                        ],
                        max_length=17,
                        verbose_name="Predikat kinerja",
                    ),
                ),
                ("rater_nip", models.CharField(blank=True, max_length=40, verbose_name="NIP/NRP penilai")),
                ("rater_name", models.CharField(blank=True, max_length=200, verbose_name="Nama penilai")),
                ("rater_position", models.CharField(blank=True, max_length=255, verbose_name="Jabatan penilai")),
                ("rater_unit", models.CharField(blank=True, max_length=255, verbose_name="Unit penilai")),
                ("rater_rank", models.CharField(blank=True, max_length=20, verbose_name="Golongan penilai")),
                ("rater_status", models.CharField(blank=True, max_length=20, verbose_name="Status penilai")),
                ("external_id", models.CharField(blank=True, max_length=64, verbose_name="ID di SIASN")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "rater",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results_rated",
                        to="people.person",
                        verbose_name="Pejabat penilai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Hasil kinerja",
                "verbose_name_plural": "Hasil kinerja",
                "indexes": [models.Index(fields=["year", "cycle", "predicate", "person"], name="result_of_year")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "year", "cycle", "first_month", "last_month"), name="result_of_period_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cycle__in", ["monthly", "quarterly", "annual"])),
                        name="result_cycle_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2022)), name="result_of_years_with_ratings"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_month__gte", 1),
                            ("last_month__gte", models.F("first_month")),
                            ("last_month__lte", 12),
                        ),
                        name="result_months_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("behaviour__in", ["above", "as_expected", "below"]),
                            ("results__in", ["above", "as_expected", "below"]),
                        ),
                        name="result_ratings_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("predicate__in", ["very_good", "good", "needs_improvement", "poor", "very_poor"])
                        ),
                        name="result_predicate_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rater__isnull", True),
                            models.Q(("rater", models.F("person")), _negated=True),
                            _connector="OR",
                        ),
                        name="result_not_rated_by_oneself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("resource", "Dukungan sumber daya"),
                            ("accountability", "Skema pertanggungjawaban"),
                            ("consequence", "Konsekuensi"),
                        ],
                        max_length=14,
                        verbose_name="Bagian",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("words", models.CharField(max_length=500, verbose_name="Isi")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="performance.performanceplan",
                        verbose_name="SKP",
                    ),
                ),
            ],
            options={
                "verbose_name": "Lampiran SKP",
                "verbose_name_plural": "Lampiran SKP",
                "ordering": ("kind", "position"),
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "kind", "position"), name="plan_note_in_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["resource", "accountability", "consequence"])),
                        name="plan_note_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="plan_note_says_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PulseRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                ("statements", models.JSONField(default=list, verbose_name="Pernyataan")),
                ("opens_on", models.DateField(verbose_name="Dibuka")),
                ("closes_on", models.DateField(verbose_name="Hari terakhir")),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterbitkan")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuka oleh",
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diterbitkan oleh",
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(related_name="pulse_rounds", to="people.unit", verbose_name="Unit kerja"),
                ),
            ],
            options={
                "verbose_name": "Putaran denyut pimpinan",
                "verbose_name_plural": "Putaran denyut pimpinan",
                "ordering": ("-opens_on", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="pulse_round_is_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="pulse_round_closes_after_opening",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at__isnull", True), ("released_by__isnull", True)),
                            models.Q(("released_at__isnull", False), ("released_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="pulse_round_released_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PulseInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.CharField(
                        choices=[("subordinate", "Bawahan"), ("peer", "Rekan setingkat")],
                        max_length=11,
                        verbose_name="Sebagai",
                    ),
                ),
                ("is_answered", models.BooleanField(default=False, verbose_name="Sudah menjawab")),
                (
                    "leader",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulses_about",
                        to="people.person",
                        verbose_name="Pimpinan",
                    ),
                ),
                (
                    "rater",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulse_invitations",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="performance.pulseround",
                        verbose_name="Putaran",
                    ),
                ),
            ],
            options={
                "verbose_name": "Undangan denyut pimpinan",
                "verbose_name_plural": "Undangan denyut pimpinan",
                "constraints": [
                    models.UniqueConstraint(fields=("round", "leader", "rater"), name="pulse_invited_once"),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["subordinate", "peer"])), name="pulse_part_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rater", models.F("leader")), _negated=True), name="pulse_not_about_oneself"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PulseFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.CharField(
                        blank=True,
                        choices=[("subordinate", "Bawahan"), ("peer", "Rekan setingkat")],
                        max_length=11,
                        verbose_name="Bagian",
                    ),
                ),
                ("statement", models.PositiveSmallIntegerField(verbose_name="Pernyataan")),
                ("answers", models.PositiveIntegerField(verbose_name="Jumlah jawaban")),
                ("mean", models.DecimalField(decimal_places=1, max_digits=2, verbose_name="Rata-rata")),
                (
                    "leader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulse_figures",
                        to="people.person",
                        verbose_name="Pimpinan",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulse_figures",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="performance.pulseround",
                        verbose_name="Putaran",
                    ),
                ),
            ],
            options={
                "verbose_name": "Angka denyut yang terbit",
                "verbose_name_plural": "Angka denyut yang terbit",
                "ordering": ("statement", "part", "pk"),
                "indexes": [models.Index(fields=["round", "leader"], name="pulse_figure_of_leader")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("answers__gte", 4)), name="pulse_figure_of_enough"),
                    models.CheckConstraint(
                        condition=models.Q(("mean__gte", 1), ("mean__lte", 4)), name="pulse_mean_on_the_scale"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("leader__isnull", True), ("office__isnull", True), _connector="OR"),
                        name="pulse_figure_about_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part", ""), ("leader__isnull", False), _connector="OR"),
                        name="pulse_part_of_a_leader",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PulseTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.CharField(
                        choices=[("subordinate", "Bawahan"), ("peer", "Rekan setingkat")],
                        max_length=11,
                        verbose_name="Bagian",
                    ),
                ),
                ("counts", models.JSONField(default=list, verbose_name="Jumlah jawaban")),
                (
                    "leader",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pulse_tallies",
                        to="people.person",
                        verbose_name="Pimpinan",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tallies",
                        to="performance.pulseround",
                        verbose_name="Putaran",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jumlah jawaban denyut",
                "verbose_name_plural": "Jumlah jawaban denyut",
                "constraints": [
                    models.UniqueConstraint(fields=("round", "leader", "part"), name="pulse_counted_once"),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["subordinate", "peer"])), name="pulse_tally_part_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Realisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(verbose_name="Sampai dengan")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="Realisasi"
                    ),
                ),
                ("words", models.TextField(max_length=2000, verbose_name="Bukti dukung")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="realisations",
                        to="performance.indicator",
                        verbose_name="Indikator kinerja individu (IKI)",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Realisasi",
                "verbose_name_plural": "Realisasi",
                "ordering": ("-until", "-id"),
                "indexes": [models.Index(fields=["indicator", "until"], name="realisation_of_indicator")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="realisation_has_evidence"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="Nama berkas")),
                ("sha256", models.CharField(max_length=64, verbose_name="Sidik berkas")),
                ("at", models.DateTimeField(verbose_name="Diterapkan")),
                ("added", models.PositiveIntegerField(verbose_name="Baru")),
                ("changed", models.PositiveIntegerField(verbose_name="Berubah")),
                ("same", models.PositiveIntegerField(verbose_name="Sama")),
                ("refused", models.PositiveIntegerField(verbose_name="Ditolak")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
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
                        verbose_name="Diurungkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Impor hasil kinerja",
                "verbose_name_plural": "Impor hasil kinerja",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="result_import_undone_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.JSONField(null=True, verbose_name="Sebelumnya")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="performance.resultimport",
                        verbose_name="Impor",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_rows",
                        to="performance.performanceresult",
                        verbose_name="Hasil kinerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Baris impor hasil kinerja",
                "verbose_name_plural": "Baris impor hasil kinerja",
            },
        ),
        migrations.CreateModel(
            name="TemplateUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Tahun")),
                ("waiting", models.JSONField(default=list, verbose_name="Masih menunggu")),
                ("made", models.PositiveIntegerField(default=0, verbose_name="Rancangan dibuat")),
                ("skipped", models.PositiveIntegerField(default=0, verbose_name="Dilewati")),
                ("made_at", models.DateTimeField(verbose_name="Dibagikan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibagikan oleh",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="performance.goaltemplate",
                        verbose_name="Templat SKP",
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
                        verbose_name="Diurungkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pembagian templat SKP",
                "verbose_name_plural": "Pembagian templat SKP",
                "ordering": ("-made_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="template_use_undone_by_somebody",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="performanceplan",
            name="given",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plans",
                to="performance.templateuse",
                verbose_name="Dari templat",
            ),
        ),
        migrations.CreateModel(
            name="AppraisalPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="Versi")),
                (
                    "form",
                    models.CharField(
                        choices=[("d11", "D.1.1"), ("d12", "D.1.2"), ("d13", "D.1.3")],
                        max_length=3,
                        verbose_name="Format",
                    ),
                ),
                ("content", models.JSONField(default=dict, verbose_name="Isi yang dibekukan")),
                ("digest", models.CharField(max_length=64, verbose_name="Sidik isi")),
                ("sealed_at", models.DateTimeField(verbose_name="Disegel")),
                (
                    "appraisal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="performance.appraisal",
                        verbose_name="Evaluasi kinerja",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Disegel oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Dokumen evaluasi kinerja",
                "verbose_name_plural": "Dokumen evaluasi kinerja",
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(fields=("appraisal", "number"), name="appraisal_paper_numbered_once"),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["d11", "d12", "d13"])), name="appraisal_paper_form_is_known"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "position"), name="goal_in_one_place"),
        ),
    ]
