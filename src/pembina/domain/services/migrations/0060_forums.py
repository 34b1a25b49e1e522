import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0052_complaint_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("open_house", "Open house"),
                            ("consultation", "Forum konsultasi publik"),
                            ("deliberation", "Musyawarah"),
                        ],
                        max_length=12,
                        verbose_name="Bentuk",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="Tempat")),
                ("link", models.URLField(blank=True, verbose_name="Tautan daring")),
                ("starts_at", models.DateTimeField(verbose_name="Mulai pukul")),
                ("ends_at", models.DateTimeField(verbose_name="Selesai pukul")),
                ("description", models.TextField(blank=True, max_length=4000, verbose_name="Keterangan")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Rancangan"),
                            ("announced", "Diumumkan"),
                            ("held", "Berlangsung"),
                            ("closed", "Selesai"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("announced_at", models.DateTimeField(blank=True, null=True, verbose_name="Diumumkan pada")),
                ("cancel_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan pembatalan")),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                (
                    "services",
                    models.ManyToManyField(
                        blank=True,
                        related_name="forums",
                        to="services.publicservice",
                        verbose_name="Layanan yang dibahas",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forums",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Forum warga",
                "verbose_name_plural": "Forum warga",
                "indexes": [
                    models.Index(fields=["state", "-starts_at", "-id"], name="forum_by_day"),
                    models.Index(fields=["unit", "-starts_at"], name="forum_of_unit"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="forum_is_named"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["open_house", "consultation", "deliberation"])),
                        name="forum_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "announced", "held", "closed", "cancelled"])),
                        name="forum_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="forum_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("draft", "cancelled")),
                            models.Q(("place", ""), _negated=True),
                            models.Q(("link", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="forum_announced_with_its_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "cancelled"),
                            models.Q(("announced_at__isnull", True), ("state", "draft")),
                            models.Q(models.Q(("state", "draft"), _negated=True), ("announced_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="forum_announced_once_public",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), models.Q(("cancel_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "cancelled"), _negated=True), ("cancel_reason", "")),
                            _connector="OR",
                        ),
                        name="forum_cancelled_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("begins", models.TimeField(blank=True, null=True, verbose_name="Pukul")),
                ("title", models.CharField(max_length=200, verbose_name="Acara")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="services.forum",
                        verbose_name="Forum warga",
                    ),
                ),
            ],
            options={
                "verbose_name": "Susunan acara",
                "verbose_name_plural": "Susunan acara",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "position"), name="agenda_position_once"),
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="agenda_is_named"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ForumMinutes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="Versi")),
                ("text", models.TextField(max_length=30000, verbose_name="Isi notulen")),
                ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="Hadir perempuan")),
                ("men", models.PositiveIntegerField(blank=True, null=True, verbose_name="Hadir laki-laki")),
                ("written_at", models.DateTimeField(verbose_name="Ditulis")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="Terbit")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="services.forum",
                        verbose_name="Forum warga",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditulis oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Notulen",
                "verbose_name_plural": "Notulen",
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "version"), name="minutes_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)), name="minutes_versions_begin_at_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="minutes_say_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("men__isnull", True), ("women__isnull", True)),
                            models.Q(("men__isnull", False), ("women__isnull", False)),
                            _connector="OR",
                        ),
                        name="minutes_attendance_is_whole",
                    ),
                ],
            },
        ),
    ]
