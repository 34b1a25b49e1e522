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
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "position"), name="goal_in_one_place"),
        ),
    ]
