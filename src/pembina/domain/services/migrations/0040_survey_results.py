import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("services", "0032_response_decisions"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("element", models.CharField(max_length=12, verbose_name="Unsur")),
                ("activity", models.CharField(max_length=500, verbose_name="Kegiatan")),
                ("due_on", models.DateField(verbose_name="Tenggat")),
                ("responsible", models.CharField(max_length=200, verbose_name="Penanggung jawab")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Direncanakan"),
                            ("underway", "Berjalan"),
                            ("done", "Selesai"),
                            ("dropped", "Dibatalkan"),
                        ],
                        default="planned",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="services.surveyperiod",
                        verbose_name="Periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "Rencana tindak lanjut SKM",
                "verbose_name_plural": "Rencana tindak lanjut SKM",
                "indexes": [models.Index(fields=["period", "due_on"], name="follow_up_of_period")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "element__in",
                                (
                                    "persyaratan",
                                    "prosedur",
                                    "waktu",
                                    "biaya",
                                    "produk",
                                    "kompetensi",
                                    "perilaku",
                                    "pengaduan",
                                    "sarana",
                                ),
                            )
                        ),
                        name="follow_up_element_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("activity", ""), _negated=True), models.Q(("responsible", ""), _negated=True)
                        ),
                        name="follow_up_says_who_and_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["planned", "underway", "done", "dropped"])),
                        name="follow_up_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Direncanakan"),
                            ("underway", "Berjalan"),
                            ("done", "Selesai"),
                            ("dropped", "Dibatalkan"),
                        ],
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="Catatan")),
                ("at", models.DateTimeField(verbose_name="Pada")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="services.followup",
                        verbose_name="Tindak lanjut",
                    ),
                ),
            ],
            options={
                "verbose_name": "Langkah tindak lanjut SKM",
                "verbose_name_plural": "Langkah tindak lanjut SKM",
                "indexes": [models.Index(fields=["follow_up", "-at", "-id"], name="follow_up_step_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["planned", "underway", "done", "dropped"])),
                        name="follow_up_step_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyPublication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="Versi")),
                ("content", models.JSONField(verbose_name="Isi")),
                ("content_hash", models.CharField(max_length=64, verbose_name="Hash")),
                ("rule", models.CharField(max_length=200, verbose_name="Aturan")),
                ("correction", models.CharField(blank=True, max_length=500, verbose_name="Alasan perbaikan")),
                ("at", models.DateTimeField(verbose_name="Diterbitkan")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="services.surveyperiod",
                        verbose_name="Periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "Hasil SKM terbit",
                "verbose_name_plural": "Hasil SKM terbit",
                "indexes": [models.Index(fields=["-at", "-id"], name="publication_latest")],
                "constraints": [
                    models.UniqueConstraint(fields=("period", "version"), name="publication_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("version", 1)),
                            models.Q(("version__gt", 1), models.Q(("correction", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="publication_correction_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="Nomor laporan")),
                ("background", models.TextField(blank=True, max_length=4000, verbose_name="Latar belakang")),
                ("purpose", models.TextField(blank=True, max_length=4000, verbose_name="Maksud dan tujuan")),
                ("method", models.TextField(blank=True, max_length=4000, verbose_name="Cara pengumpulan data")),
                ("analysis", models.TextField(blank=True, max_length=4000, verbose_name="Analisis masalah")),
                ("conclusion", models.TextField(blank=True, max_length=4000, verbose_name="Kesimpulan dan saran")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="Tempat penandatanganan")),
                ("signatory", models.CharField(blank=True, max_length=200, verbose_name="Nama penanda tangan")),
                (
                    "signatory_position",
                    models.CharField(blank=True, max_length=200, verbose_name="Jabatan penanda tangan"),
                ),
                (
                    "period",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report",
                        to="services.surveyperiod",
                        verbose_name="Periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "Naskah laporan SKM",
                "verbose_name_plural": "Naskah laporan SKM",
            },
        ),
    ]
