import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0009_more_legal_positions"),
        ("services", "0061_forum_questions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "complaint",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="services.complaint",
                        verbose_name="Pengaduan",
                    ),
                ),
                ("promise", models.CharField(max_length=500, verbose_name="Janji")),
                ("made_on", models.DateField(verbose_name="Dijanjikan pada")),
                ("planned_on", models.DateField(verbose_name="Tenggat semula")),
                ("due_on", models.DateField(verbose_name="Tenggat sekarang")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Berjalan"), ("done", "Selesai"), ("dropped", "Dihentikan")],
                        default="open",
                        max_length=7,
                        verbose_name="Keadaan",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="Selesai pada")),
                ("evidence", models.TextField(blank=True, max_length=2000, verbose_name="Bukti")),
                ("evidence_link", models.URLField(blank=True, verbose_name="Tautan bukti")),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="Alasan dihentikan")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="people.person",
                        verbose_name="Penanggung jawab",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="services.forum",
                        verbose_name="Forum warga",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="services.forumquestion",
                        verbose_name="Pertanyaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Janji tindak lanjut",
                "verbose_name_plural": "Janji tindak lanjut",
                "indexes": [
                    models.Index(fields=["unit", "state", "planned_on"], name="commitment_of_unit"),
                    models.Index(fields=["owner", "state", "due_on"], name="commitment_of_owner"),
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["due_on", "id"], name="commitment_still_open"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("promise", ""), _negated=True), name="commitment_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("planned_on__gte", models.F("made_on"))),
                        name="commitment_due_after_promise",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("planned_on"))), name="commitment_moves_only_later"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", True), ("evidence", ""), ("reason", ""), ("state", "open")),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("reason", ""),
                                ("state", "done"),
                                models.Q(("evidence", ""), _negated=True),
                            ),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("evidence", ""),
                                ("state", "dropped"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="commitment_closed_with_its_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence_link", ""), ("state", "done"), _connector="OR"),
                        name="commitment_link_is_of_evidence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True), ("closed_on__gte", models.F("made_on")), _connector="OR"
                        ),
                        name="commitment_closed_after_promise",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("question__isnull", True), ("forum__isnull", False), _connector="OR"),
                        name="commitment_question_has_forum",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitmentNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("progress", "Perkembangan"), ("postponed", "Tenggat mundur")],
                        max_length=9,
                        verbose_name="Jenis",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="Catatan")),
                ("from_day", models.DateField(blank=True, null=True, verbose_name="Dari tenggat")),
                ("to_day", models.DateField(blank=True, null=True, verbose_name="Ke tenggat")),
                ("written_at", models.DateTimeField(verbose_name="Ditulis")),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="services.commitment",
                        verbose_name="Janji tindak lanjut",
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
                "verbose_name": "Riwayat janji",
                "verbose_name_plural": "Riwayat janji",
                "ordering": ("-written_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="commitment_note_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_day__isnull", True), ("kind", "progress"), ("to_day__isnull", True)),
                            models.Q(("kind", "postponed"), ("to_day__gt", models.F("from_day"))),
                            _connector="OR",
                        ),
                        name="commitment_note_of_its_kind",
                    ),
                ],
            },
        ),
    ]
