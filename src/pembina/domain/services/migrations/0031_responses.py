import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0030_surveys"),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveyImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=255, verbose_name="Berkas")),
                ("file_sha256", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField(verbose_name="Jawaban")),
                ("applied_at", models.DateTimeField(verbose_name="Diterapkan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
                (
                    "by",
                    models.ForeignKey(
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
                        related_name="imports",
                        to="services.surveyperiod",
                        verbose_name="Periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "Impor SKM",
                "verbose_name_plural": "Impor SKM",
                "indexes": [models.Index(fields=["period", "-applied_at"], name="survey_import_latest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("period", "file_sha256"),
                        name="survey_file_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SurveyResponse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("client_key", models.UUIDField(unique=True)),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("qr", "Kode QR"),
                            ("paper", "Formulir kertas, diketik"),
                            ("import", "Formulir kertas, dari berkas"),
                        ],
                        max_length=6,
                        verbose_name="Cara",
                    ),
                ),
                ("persyaratan", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Persyaratan")),
                (
                    "prosedur",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Sistem, mekanisme, dan prosedur"
                    ),
                ),
                ("waktu", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Waktu penyelesaian")),
                ("biaya", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Biaya/tarif")),
                (
                    "produk",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Produk spesifikasi jenis pelayanan"
                    ),
                ),
                (
                    "kompetensi",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Kompetensi pelaksana"),
                ),
                (
                    "perilaku",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Perilaku pelaksana"),
                ),
                (
                    "pengaduan",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Penanganan pengaduan, saran, dan masukan"
                    ),
                ),
                (
                    "sarana",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Sarana dan prasarana"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("male", "Laki-laki"), ("female", "Perempuan")],
                        max_length=6,
                        verbose_name="Jenis kelamin",
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_20", "Di bawah 20 tahun"),
                            ("20_29", "20–29 tahun"),
                            ("30_39", "30–39 tahun"),
                            ("40_49", "40–49 tahun"),
                            ("50_59", "50–59 tahun"),
                            ("over_59", "60 tahun ke atas"),
                        ],
                        max_length=8,
                        verbose_name="Umur",
                    ),
                ),
                (
                    "education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("primary", "SD atau di bawahnya"),
                            ("lower_secondary", "SMP"),
                            ("upper_secondary", "SMA/SMK"),
                            ("diploma", "D1–D3"),
                            ("bachelor", "D4/S1"),
                            ("master", "S2"),
                            ("doctorate", "S3"),
                        ],
                        max_length=15,
                        verbose_name="Pendidikan",
                    ),
                ),
                (
                    "occupation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("civil_servant", "PNS/ASN"),
                            ("military", "TNI"),
                            ("police", "Polri"),
                            ("private", "Pegawai swasta"),
                            ("entrepreneur", "Wirausaha"),
                            ("other", "Lainnya"),
                        ],
                        max_length=13,
                        verbose_name="Pekerjaan",
                    ),
                ),
                ("suggestion", models.TextField(blank=True, max_length=1000, verbose_name="Saran")),
                ("answered_on", models.DateField(verbose_name="Dijawab")),
                ("device_at", models.DateTimeField(blank=True, null=True, verbose_name="Waktu perangkat")),
                ("received_at", models.DateTimeField(verbose_name="Diterima")),
                ("device", models.CharField(blank=True, max_length=64)),
                ("network", models.CharField(blank=True, max_length=64)),
                (
                    "suspicion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same_device", "Banyak jawaban dari satu perangkat"),
                            ("same_address", "Banyak jawaban dari satu jaringan"),
                            ("same_answers", "Banyak jawaban serupa dalam beberapa menit"),
                        ],
                        max_length=12,
                        verbose_name="Tanda",
                    ),
                ),
                ("is_excluded", models.BooleanField(default=False, verbose_name="Dikeluarkan")),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="services.surveyimport",
                        verbose_name="Impor",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="services.surveyperiod",
                        verbose_name="Periode",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="services.surveyplace",
                        verbose_name="Loket",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
                (
                    "typed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diketik oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jawaban SKM",
                "verbose_name_plural": "Jawaban SKM",
                "indexes": [
                    models.Index(fields=["period", "-received_at", "-id"], name="response_latest"),
                    models.Index(
                        condition=models.Q(("network", ""), _negated=True),
                        fields=["network", "received_at"],
                        name="response_of_network",
                    ),
                    models.Index(fields=["place", "received_at"], name="response_of_place"),
                    models.Index(
                        condition=models.Q(("suspicion", ""), _negated=True),
                        fields=["period", "id"],
                        name="response_suspicious",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("persyaratan__isnull", True),
                                models.Q(("persyaratan__gte", 1), ("persyaratan__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("prosedur__isnull", True),
                                models.Q(("prosedur__gte", 1), ("prosedur__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("waktu__isnull", True), models.Q(("waktu__gte", 1), ("waktu__lte", 4)), _connector="OR"
                            ),
                            models.Q(
                                ("biaya__isnull", True), models.Q(("biaya__gte", 1), ("biaya__lte", 4)), _connector="OR"
                            ),
                            models.Q(
                                ("produk__isnull", True),
                                models.Q(("produk__gte", 1), ("produk__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("kompetensi__isnull", True),
                                models.Q(("kompetensi__gte", 1), ("kompetensi__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("perilaku__isnull", True),
                                models.Q(("perilaku__gte", 1), ("perilaku__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("pengaduan__isnull", True),
                                models.Q(("pengaduan__gte", 1), ("pengaduan__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("sarana__isnull", True),
                                models.Q(("sarana__gte", 1), ("sarana__lte", 4)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("persyaratan__isnull", False),
                                ("prosedur__isnull", False),
                                ("waktu__isnull", False),
                                ("biaya__isnull", False),
                                ("produk__isnull", False),
                                ("kompetensi__isnull", False),
                                ("perilaku__isnull", False),
                                ("pengaduan__isnull", False),
                                ("sarana__isnull", False),
                                _connector="OR",
                            ),
                        ),
                        name="response_answers_are_scores",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("means__in", ["qr", "paper", "import"])), name="response_means_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sex__in", ["", "male", "female"])), name="response_sex_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("age_band__in", ["", "under_20", "20_29", "30_39", "40_49", "50_59", "over_59"])
                        ),
                        name="response_age_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "education__in",
                                [
                                    "",
                                    "primary",
                                    "lower_secondary",
                                    "upper_secondary",
                                    "diploma",
                                    "bachelor",
                                    "master",
                                    "doctorate",
                                ],
                            )
                        ),
                        name="response_education_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "occupation__in",
                                ["", "civil_servant", "military", "police", "private", "entrepreneur", "other"],
                            )
                        ),
                        name="response_occupation_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("suspicion__in", ["", "same_device", "same_address", "same_answers"])),
                        name="response_suspicion_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", "qr"), _negated=True), ("place__isnull", False), _connector="OR"
                        ),
                        name="response_by_qr_has_its_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", False), ("means", "import")),
                            models.Q(models.Q(("means", "import"), _negated=True), ("batch__isnull", True)),
                            _connector="OR",
                        ),
                        name="response_imported_has_its_file",
                    ),
                ],
            },
        ),
    ]
