import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0009_more_legal_positions"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=64, unique=True, verbose_name="Kode")),
                ("name", models.CharField(max_length=200, verbose_name="Nama layanan")),
                ("opened_on", models.DateField(verbose_name="Dibuka")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="Hari terakhir")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jenis layanan",
                "verbose_name_plural": "Jenis layanan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True), models.Q(("name", ""), _negated=True)
                        ),
                        name="service_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                        ),
                        name="service_closes_after_opening",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceStandard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="Berlaku mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="Berlaku sampai")),
                ("decree", models.CharField(blank=True, max_length=200, verbose_name="Nomor keputusan")),
                ("requirements", models.TextField(blank=True, verbose_name="Persyaratan")),
                ("procedure", models.TextField(blank=True, verbose_name="Sistem, mekanisme, dan prosedur")),
                (
                    "promised_amount",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Jangka waktu penyelesaian"),
                ),
                (
                    "promised_unit",
                    models.CharField(
                        blank=True,
                        choices=[("minutes", "Menit kerja"), ("hours", "Jam kerja"), ("working_days", "Hari kerja")],
                        max_length=12,
                        verbose_name="Satuan",
                    ),
                ),
                ("start_event", models.CharField(blank=True, max_length=200, verbose_name="Dihitung sejak")),
                ("stop_event", models.CharField(blank=True, max_length=200, verbose_name="Sampai")),
                ("fee", models.TextField(blank=True, verbose_name="Biaya atau tarif")),
                ("product", models.TextField(blank=True, verbose_name="Produk pelayanan")),
                (
                    "complaint_handling",
                    models.TextField(blank=True, verbose_name="Penanganan pengaduan, saran, dan masukan"),
                ),
                ("legal_basis", models.TextField(blank=True, verbose_name="Dasar hukum")),
                ("facilities", models.TextField(blank=True, verbose_name="Sarana, prasarana, dan fasilitas")),
                ("competence", models.TextField(blank=True, verbose_name="Kompetensi pelaksana")),
                ("supervision", models.TextField(blank=True, verbose_name="Pengawasan internal")),
                ("number_of_staff", models.TextField(blank=True, verbose_name="Jumlah pelaksana")),
                ("guarantee", models.TextField(blank=True, verbose_name="Jaminan pelayanan")),
                ("safety", models.TextField(blank=True, verbose_name="Jaminan keamanan dan keselamatan")),
                ("evaluation", models.TextField(blank=True, verbose_name="Evaluasi kinerja pelaksana")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Standar pelayanan",
                "verbose_name_plural": "Standar pelayanan",
                "indexes": [models.Index(fields=["service", "starts_on"], name="standard_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="standard_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("promised_amount__isnull", True),
                                ("promised_unit", ""),
                                ("start_event", ""),
                                ("stop_event", ""),
                            ),
                            models.Q(
                                ("promised_amount__gte", 1),
                                ("promised_unit__in", ["minutes", "hours", "working_days"]),
                                models.Q(("start_event", ""), _negated=True),
                                models.Q(("stop_event", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="standard_promise_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpecialWeek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("ends_on", models.DateField(verbose_name="Sampai")),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                ("week", models.JSONField(verbose_name="Jam kerja")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="special_weeks",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jam kerja khusus",
                "verbose_name_plural": "Jam kerja khusus",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="special_week_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="special_week_is_named"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="Tanggal")),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("national", "Hari libur nasional"),
                            ("collective_leave", "Cuti bersama"),
                            ("local", "Libur setempat"),
                        ],
                        max_length=16,
                        verbose_name="Jenis",
                    ),
                ),
                ("worked", models.BooleanField(default=False, verbose_name="Tetap buka")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closed_days",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Hari libur",
                "verbose_name_plural": "Hari libur",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "day"), name="closed_day_once_a_unit"),
                    models.UniqueConstraint(
                        condition=models.Q(("unit__isnull", True)), fields=("day",), name="closed_day_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["national", "collective_leave", "local"])),
                        name="closed_day_kind_is_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="closed_day_is_named"),
                    models.CheckConstraint(
                        condition=models.Q(("worked", False), ("unit__isnull", False), _connector="OR"),
                        name="worked_day_has_its_unit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeWeek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="Berlaku mulai")),
                ("week", models.JSONField(verbose_name="Jam kerja")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="office_weeks",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jam kerja",
                "verbose_name_plural": "Jam kerja",
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "starts_on"), name="office_week_once_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("unit__isnull", True)),
                        fields=("starts_on",),
                        name="general_week_once_a_day",
                    ),
                ],
            },
        ),
    ]
