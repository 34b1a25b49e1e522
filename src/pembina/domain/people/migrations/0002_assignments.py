import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("acting", "Pelaksana tugas (Plt)"),
                            ("daily", "Pelaksana harian (Plh)"),
                            ("task", "Penugasan"),
                        ],
                        max_length=6,
                        verbose_name="Jenis",
                    ),
                ),
                ("letter", models.CharField(max_length=100, verbose_name="Nomor surat")),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("ends_on", models.DateField(verbose_name="Hari terakhir")),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegated",
                        to="people.person",
                        verbose_name="Menggantikan",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="people.person",
                        verbose_name="Penerima",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Plt/Plh",
                "verbose_name_plural": "Plt/Plh",
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("main", "Jabatan utama"), ("additional", "Tugas tambahan")],
                        default="main",
                        max_length=10,
                        verbose_name="Jenis",
                    ),
                ),
                ("position", models.CharField(max_length=200, verbose_name="Jabatan")),
                ("position_code", models.CharField(blank=True, max_length=40, verbose_name="Kode jabatan")),
                (
                    "position_kind",
                    models.CharField(
                        choices=[
                            ("structural", "Struktural"),
                            ("functional", "Fungsional"),
                            ("executive", "Pelaksana"),
                        ],
                        max_length=10,
                        verbose_name="Jenis jabatan",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="Hari terakhir")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "superior",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_assignments",
                        to="people.person",
                        verbose_name="Atasan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Riwayat jabatan",
                "verbose_name_plural": "Riwayat jabatan",
            },
        ),
    ]
