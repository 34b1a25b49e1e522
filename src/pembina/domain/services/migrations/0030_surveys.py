import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0021_api_tokens"),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveyPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                ("opens_on", models.DateField(verbose_name="Dibuka")),
                ("closes_on", models.DateField(verbose_name="Hari terakhir")),
                (
                    "population",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Pengguna layanan setahun"),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            ("exact", "1/9, tepat"),
                            ("0.111", "0,111, seperti laporan lama"),
                            ("0.11", "0,11, seperti laporan lama"),
                        ],
                        default="exact",
                        max_length=5,
                        verbose_name="Bobot",
                    ),
                ),
                (
                    "order",
                    models.CharField(
                        choices=[
                            ("regulation", "U8 pengaduan, U9 sarana (peraturan)"),
                            ("questionnaire", "U8 sarana, U9 pengaduan (banyak kuesioner)"),
                        ],
                        default="regulation",
                        max_length=13,
                        verbose_name="Urutan U8 dan U9",
                    ),
                ),
                (
                    "services",
                    models.ManyToManyField(
                        blank=True, related_name="survey_periods", to="services.publicservice", verbose_name="Layanan"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_periods",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Periode SKM",
                "verbose_name_plural": "Periode SKM",
                "indexes": [models.Index(fields=["unit", "-opens_on"], name="survey_period_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="survey_period_is_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="survey_period_closes_after_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("population__isnull", True), ("population__gte", 1), _connector="OR"),
                        name="survey_period_has_users",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__in", ["exact", "0.111", "0.11"])), name="survey_weight_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("order__in", ["regulation", "questionnaire"])), name="survey_order_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="Nama loket")),
                ("token", models.CharField(max_length=16, unique=True)),
                ("needs_code", models.BooleanField(default=False, verbose_name="Wajib kode sekali pakai")),
                ("is_active", models.BooleanField(default=True, verbose_name="Dipakai")),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        help_text="Kosongkan bila warga memilih sendiri layanannya.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_places",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_places",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Loket SKM",
                "verbose_name_plural": "Loket SKM",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("token", ""), _negated=True)
                        ),
                        name="survey_place_is_named",
                    ),
                    models.UniqueConstraint(fields=("unit", "name"), name="survey_place_once_a_unit"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CounterCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("expires_on", models.DateField(verbose_name="Berlaku sampai")),
                ("used_on", models.DateField(blank=True, null=True, verbose_name="Dipakai")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuat oleh",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="services.surveyplace",
                        verbose_name="Loket",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kode loket",
                "verbose_name_plural": "Kode loket",
                "indexes": [models.Index(fields=["place", "expires_on"], name="counter_code_of_place")],
            },
        ),
    ]
