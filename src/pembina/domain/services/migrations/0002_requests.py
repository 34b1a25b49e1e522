import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0001_catalogue_and_calendars"),
    ]

    operations = [
        migrations.CreateModel(
            name="ServiceRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=64, verbose_name="Nomor")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("counter", "Loket"),
                            ("online", "Daring"),
                            ("phone", "Telepon atau pesan"),
                            ("outreach", "Layanan keliling"),
                            ("post", "Surat"),
                            ("other", "Lainnya"),
                        ],
                        max_length=8,
                        verbose_name="Kanal",
                    ),
                ),
                ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterima")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Selesai")),
                ("withdrawn", models.BooleanField(default=False, verbose_name="Ditarik")),
                ("dates_only", models.BooleanField(default=False, verbose_name="Hanya tanggal")),
                ("recorded_at", models.DateTimeField(verbose_name="Dicatat")),
                ("promised", models.BigIntegerField(default=0)),
                ("flaw", models.CharField(blank=True, max_length=20, verbose_name="Cacat data")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="services.publicservice",
                        verbose_name="Layanan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Permohonan",
                "verbose_name_plural": "Permohonan",
                "indexes": [
                    models.Index(fields=["service", "-received_at", "-id"], name="request_latest"),
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["service", "id"],
                        name="request_still_open",
                    ),
                    models.Index(
                        condition=models.Q(("flaw", ""), _negated=True),
                        fields=["service", "id"],
                        name="request_impossible",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("service", "number"), name="request_number_once_a_service"),
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="request_is_numbered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["counter", "online", "phone", "outreach", "post", "other"])
                        ),
                        name="request_channel_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("withdrawn", False), ("ended_at__isnull", False), _connector="OR"),
                        name="request_withdrawn_has_its_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_at__isnull", False), models.Q(("flaw", ""), _negated=True), _connector="OR"
                        ),
                        name="request_without_receipt_is_flawed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("promised__gte", 0)), name="request_promise_is_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestPause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("began_at", models.DateTimeField(verbose_name="Mulai")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Berakhir")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("applicant", "Menunggu pemohon"),
                            ("other_office", "Menunggu instansi lain"),
                            ("office", "Ditunda oleh unit"),
                        ],
                        max_length=12,
                        verbose_name="Alasan",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pauses",
                        to="services.servicerequest",
                        verbose_name="Permohonan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jeda",
                "verbose_name_plural": "Jeda",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("request",),
                        name="request_rests_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__in", ["applicant", "other_office", "office"])),
                        name="pause_reason_is_known",
                    ),
                ],
            },
        ),
    ]
