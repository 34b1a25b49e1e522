import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0060_forums"),
    ]

    operations = [
        migrations.CreateModel(
            name="ForumQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(max_length=1000, verbose_name="Pertanyaan")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("page", "Halaman publik"),
                            ("spoken", "Lisan di tempat"),
                            ("paper", "Kertas atau kotak saran"),
                            ("message", "Telepon atau pesan"),
                        ],
                        max_length=8,
                        verbose_name="Cara masuk",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("before", "Sebelum acara"), ("during", "Saat acara")],
                        max_length=6,
                        verbose_name="Saat",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu diperiksa"),
                            ("shown", "Ditayangkan"),
                            ("refused", "Tidak ditayangkan"),
                        ],
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan tidak ditayangkan")),
                ("position", models.PositiveIntegerField(verbose_name="Urutan")),
                ("asked_at", models.DateTimeField(verbose_name="Ditanyakan")),
                ("origin", models.CharField(blank=True, max_length=64)),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="Jawaban")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="Dijawab")),
                (
                    "answered_by",
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
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="services.forum",
                        verbose_name="Forum warga",
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
                "verbose_name": "Pertanyaan warga",
                "verbose_name_plural": "Pertanyaan warga",
                "ordering": ("position", "pk"),
                "indexes": [models.Index(fields=["origin", "asked_at"], name="question_flood")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="question_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("means__in", ["page", "spoken", "paper", "message"])),
                        name="question_means_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("moment__in", ["before", "during"])), name="question_moment_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "shown", "refused"])),
                        name="question_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), models.Q(("reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "refused"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="question_refused_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True), ("answered_by__isnull", True)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="question_answered_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuestionSupport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("device", models.CharField(max_length=64)),
                ("origin", models.CharField(blank=True, max_length=64)),
                ("at", models.DateTimeField(verbose_name="Waktu")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="services.forumquestion",
                        verbose_name="Pertanyaan warga",
                    ),
                ),
            ],
            options={
                "verbose_name": "Dukungan pertanyaan",
                "verbose_name_plural": "Dukungan pertanyaan",
                "indexes": [models.Index(fields=["origin", "at"], name="support_flood")],
                "constraints": [
                    models.UniqueConstraint(fields=("question", "device"), name="support_once_a_device"),
                    models.CheckConstraint(
                        condition=models.Q(("device", ""), _negated=True), name="support_has_its_device"
                    ),
                ],
            },
        ),
    ]
