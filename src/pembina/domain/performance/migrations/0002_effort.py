import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0012_imports_number_in_a_row"),
        ("performance", "0001_initial"),
        ("services", "0066_answers_of_counters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="goal",
            name="continues",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="continued_by",
                to="performance.goal",
                verbose_name="Melanjutkan",
            ),
        ),
        migrations.AlterField(
            model_name="goal",
            name="difficulty",
            field=models.PositiveSmallIntegerField(
                blank=True,
                choices=[(1, "Biasa"), (2, "Menantang"), (3, "Rintisan")],
                null=True,
                verbose_name="Tingkat kesulitan",
            ),
        ),
        migrations.CreateModel(
            name="DifficultyAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wording", models.CharField(max_length=500, verbose_name="Rumusan RHK saat itu")),
                (
                    "degree",
                    models.CharField(
                        choices=[("usual", "Biasa"), ("demanding", "Menantang"), ("new_ground", "Rintisan")],
                        max_length=10,
                        verbose_name="Tingkat kesulitan",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Menunggu persetujuan"),
                            ("agreed", "Disepakati"),
                            ("countered", "Dijawab dengan tingkat lain"),
                            ("withdrawn", "Ditarik"),
                        ],
                        default="proposed",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("person", "Pegawai"), ("superior", "Atasan")],
                        max_length=8,
                        verbose_name="Diusulkan sebagai",
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="Diusulkan")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Dijawab")),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dijawab oleh",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="difficulty_agreements",
                        to="performance.goal",
                        verbose_name="Rencana hasil kerja (RHK)",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diusulkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kesepakatan tingkat kesulitan",
                "verbose_name_plural": "Kesepakatan tingkat kesulitan",
                "ordering": ("proposed_at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("degree__in", ["usual", "demanding", "new_ground"]),
                            ("state__in", ["proposed", "agreed", "countered", "withdrawn"]),
                        ),
                        name="difficulty_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["person", "superior"])), name="difficulty_side_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_by__isnull", True), ("state", "proposed")),
                            models.Q(
                                models.Q(("state", "proposed"), _negated=True),
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="difficulty_ended_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("agreed", "countered")), _negated=True),
                            models.Q(("ended_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="difficulty_agreed_by_the_other",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")), fields=("goal",), name="difficulty_open_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedGuard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("tolerated", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="Boleh memburuk")),
                ("named_at", models.DateTimeField(verbose_name="Disebut")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditarik")),
                (
                    "beside",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guarding",
                        to="performance.indicator",
                        verbose_name="Indikator penjaga",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guards",
                        to="performance.indicator",
                        verbose_name="Indikator kinerja individu (IKI)",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Disebut oleh",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Penjaga mutu",
                "verbose_name_plural": "Penjaga mutu",
                "ordering": ("named_at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tolerated__gte", 0)), name="guard_tolerates_zero_or_more"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beside__isnull", False), ("figure", ""), ("service__isnull", True)),
                            models.Q(
                                ("beside__isnull", True),
                                ("figure__in", ("satisfaction", "share_on_time")),
                                ("service__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="guard_is_one_figure",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beside__isnull", True),
                            models.Q(("beside", models.F("indicator")), _negated=True),
                            _connector="OR",
                        ),
                        name="guard_is_another_figure",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at__isnull", True), ("withdrawn_at__gte", models.F("named_at")), _connector="OR"
                        ),
                        name="guard_withdrawn_afterwards",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("beside__isnull", False), ("withdrawn_at__isnull", True)),
                        fields=("indicator", "beside"),
                        name="guard_beside_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("service__isnull", False), ("withdrawn_at__isnull", True)),
                        fields=("indicator", "service", "figure"),
                        name="guard_of_service_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StepRemark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=60, verbose_name="Langkah")),
                ("words", models.CharField(max_length=500, verbose_name="Keterangan")),
                ("noted_at", models.DateTimeField(verbose_name="Ditulis")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditulis oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="step_remarks",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Keterangan atas langkah yang terlambat",
                "verbose_name_plural": "Keterangan atas langkah yang terlambat",
                "ordering": ("noted_at", "pk"),
                "indexes": [models.Index(fields=["person", "step"], name="remark_of_step")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True), models.Q(("step", ""), _negated=True)
                        ),
                        name="step_remark_says_something",
                    )
                ],
            },
        ),
    ]
