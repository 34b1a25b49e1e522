import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0040_survey_results"),
    ]

    operations = [
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=16, unique=True, verbose_name="Nomor")),
                ("code_hash", models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("complaint", "Pengaduan"), ("suggestion", "Saran"), ("praise", "Pujian")],
                        max_length=10,
                        verbose_name="Jenis",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[("online", "Halaman ini"), ("lapor", "SP4N-LAPOR!")],
                        max_length=6,
                        verbose_name="Kanal",
                    ),
                ),
                (
                    "element",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("persyaratan", "Persyaratan"),
                            ("prosedur", "Sistem, mekanisme, dan prosedur"),
                            ("waktu", "Waktu penyelesaian"),
                            ("biaya", "Biaya atau tarif"),
                            ("produk", "Produk layanan"),
                            ("kompetensi", "Kompetensi pelaksana"),
                            ("perilaku", "Perilaku pelaksana"),
                            ("pengaduan", "Penanganan pengaduan"),
                            ("sarana", "Sarana dan prasarana"),
                        ],
                        max_length=12,
                        verbose_name="Unsur",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="Judul")),
                ("text", models.TextField(max_length=5000, verbose_name="Isi")),
                ("category", models.CharField(blank=True, max_length=200, verbose_name="Kategori")),
                ("tracking_id", models.CharField(blank=True, max_length=64, verbose_name="ID pelacakan")),
                ("received_at", models.DateTimeField(verbose_name="Diterima")),
                (
                    "severity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("minor", "Ringan"),
                            ("normative", "Normatif"),
                            ("service", "Tidak berkadar pengawasan"),
                            ("oversight", "Berkadar pengawasan"),
                        ],
                        max_length=10,
                        verbose_name="Golongan",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Dijawab paling lambat")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Diterima"),
                            ("triaged", "Dipilah"),
                            ("in_progress", "Diproses"),
                            ("answered", "Dijawab"),
                            ("closed", "Selesai"),
                            ("declined", "Tidak dapat ditangani"),
                        ],
                        default="received",
                        max_length=11,
                        verbose_name="Keadaan",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="Dijawab")),
                ("answer_days", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Lama jawaban")),
                ("in_time", models.BooleanField(blank=True, null=True, verbose_name="Tepat waktu")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Berakhir")),
                ("reopened_at", models.DateTimeField(blank=True, null=True, verbose_name="Dibuka kembali")),
                ("satisfied", models.BooleanField(blank=True, null=True, verbose_name="Puas dengan jawabannya")),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaints",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Petugas",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaints",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaints",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pengaduan, saran, dan pujian",
                "verbose_name_plural": "Pengaduan, saran, dan pujian",
                "indexes": [
                    models.Index(fields=["unit", "state", "due_on", "id"], name="complaint_queue"),
                    models.Index(fields=["unit", "received_at"], name="complaint_by_unit"),
                    models.Index(fields=["service", "received_at"], name="complaint_by_service"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplaintContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="Nama")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="Telepon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="Surel")),
                (
                    "complaint",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact",
                        to="services.complaint",
                        verbose_name="Pengaduan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kontak pelapor",
                "verbose_name_plural": "Kontak pelapor",
            },
        ),
        migrations.CreateModel(
            name="ComplaintMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("reply", "Jawaban"), ("citizen", "Tulisan pelapor"), ("note", "Catatan internal")],
                        max_length=7,
                        verbose_name="Jenis",
                    ),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="Isi")),
                ("at", models.DateTimeField(verbose_name="Waktu")),
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
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="services.complaint",
                        verbose_name="Pengaduan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Percakapan pengaduan",
                "verbose_name_plural": "Percakapan pengaduan",
                "indexes": [models.Index(fields=["complaint", "at", "id"], name="complaint_messages")],
            },
        ),
        migrations.CreateModel(
            name="ComplaintStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Diterima"),
                            ("triaged", "Dipilah"),
                            ("in_progress", "Diproses"),
                            ("answered", "Dijawab"),
                            ("closed", "Selesai"),
                            ("declined", "Tidak dapat ditangani"),
                        ],
                        max_length=11,
                        verbose_name="Keadaan",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=5000, verbose_name="Alasan")),
                ("at", models.DateTimeField(verbose_name="Waktu")),
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
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="services.complaint",
                        verbose_name="Pengaduan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Langkah pengaduan",
                "verbose_name_plural": "Langkah pengaduan",
                "indexes": [models.Index(fields=["complaint", "at", "id"], name="complaint_steps")],
            },
        ),
    ]
