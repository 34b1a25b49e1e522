import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0010_counsellors"),
        ("people", "0012_imports_number_in_a_row"),
        ("services", "0066_answers_of_counters"),
    ]

    operations = [
        migrations.CreateModel(
            name="Award",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Nama penghargaan")),
                ("purpose", models.TextField(max_length=4000, verbose_name="Tujuan")),
                (
                    "kind",
                    models.CharField(
                        choices=[("person", "Perorangan"), ("unit", "Tim atau unit kerja")],
                        max_length=6,
                        verbose_name="Diberikan kepada",
                    ),
                ),
                ("evidence", models.TextField(max_length=4000, verbose_name="Bukti yang diminta")),
                (
                    "guard",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfaction", "Indeks kepuasan (SKM)"),
                            ("share_on_time", "Persentase tepat waktu"),
                        ],
                        max_length=13,
                        verbose_name="Penjaga mutu",
                    ),
                ),
                (
                    "tolerated",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Boleh turun"
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(default=1, verbose_name="Penerima paling banyak")),
                ("fewest_scores", models.PositiveSmallIntegerField(default=3, verbose_name="Penilai paling sedikit")),
                ("opens_on", models.DateField(verbose_name="Nominasi dibuka")),
                ("closes_on", models.DateField(verbose_name="Hari terakhir nominasi")),
                ("decides_on", models.DateField(verbose_name="Hari keputusan")),
                (
                    "national_code",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (304, "Teladan tingkat nasional (304)"),
                            (305, "Teladan tingkat provinsi (305)"),
                            (306, "Teladan tingkat kabupaten/kota (306)"),
                            (307, "PNS luar biasa prestasinya (307)"),
                            (308, "Penemuan bermanfaat bagi negara (308)"),
                            (400, "Penghargaan lainnya (400)"),
                        ],
                        null=True,
                        verbose_name="Jenis menurut SIASN",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Konsep"),
                            ("open", "Kriteria terbit"),
                            ("judging", "Penilaian juri"),
                            ("decided", "Diputus"),
                            ("withdrawn", "Ditarik"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="Kriteria terbit")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="Diputus")),
                (
                    "departure_reason",
                    models.TextField(blank=True, max_length=4000, verbose_name="Alasan berbeda dari urutan juri"),
                ),
                ("outcome_reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan tanpa penerima")),
                ("decree_number", models.CharField(blank=True, max_length=100, verbose_name="Nomor keputusan")),
                ("decree_date", models.DateField(blank=True, null=True, verbose_name="Tanggal keputusan")),
                ("withdrawn_reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan ditarik")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diputus oleh",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_rounds",
                        to="career.award",
                        verbose_name="Babak sebelumnya",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuat oleh",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awards",
                        to="people.unit",
                        verbose_name="Lingkup unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Penghargaan",
                "verbose_name_plural": "Penghargaan",
                "indexes": [models.Index(fields=["state", "-opens_on"], name="award_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("purpose", ""), _negated=True),
                            models.Q(("evidence", ""), _negated=True),
                        ),
                        name="award_is_told",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["person", "unit"])), name="award_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "open", "judging", "decided", "withdrawn"])),
                        name="award_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("guard", ""), ("tolerated__isnull", True)),
                            models.Q(
                                ("guard__in", ["satisfaction", "share_on_time"]),
                                ("tolerated__gte", 0),
                                ("tolerated__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="award_guard_has_a_bound",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fewest_scores__gte", 2), ("places__gte", 1)),
                        name="award_numbers_are_usable",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_on__gte", models.F("opens_on")), ("decides_on__gt", models.F("closes_on"))
                        ),
                        name="award_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", False), ("decided_by__isnull", False), ("state", "decided")
                            ),
                            models.Q(
                                models.Q(("state", "decided"), _negated=True),
                                ("decided_at__isnull", True),
                                ("decided_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="award_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(("withdrawn_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="award_withdrawn_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("open", "judging", "decided")), _negated=True),
                            ("opened_at__isnull", False),
                            _connector="OR",
                        ),
                        name="award_published_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AwardCriterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("name", models.CharField(max_length=200, verbose_name="Kriteria")),
                ("judged_by", models.TextField(max_length=1000, verbose_name="Cara menilai")),
                ("weight", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Bobot")),
                (
                    "award",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criteria",
                        to="career.award",
                        verbose_name="Penghargaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kriteria penghargaan",
                "verbose_name_plural": "Kriteria penghargaan",
                "constraints": [
                    models.UniqueConstraint(fields=("award", "position"), name="criterion_has_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("judged_by", ""), _negated=True)
                        ),
                        name="criterion_is_told",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__isnull", True), ("weight__range", (1, 100)), _connector="OR"),
                        name="criterion_weight_is_usable",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nomination",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "relation",
                    models.CharField(
                        choices=[("self", "Diri sendiri"), ("leader", "Atasan"), ("colleague", "Rekan")],
                        max_length=9,
                        verbose_name="Diusulkan oleh",
                    ),
                ),
                ("evidence", models.TextField(max_length=4000, verbose_name="Bukti")),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="Tautan bukti")),
                (
                    "figure",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("median_time", "Waktu tunggu (median)"),
                            ("share_on_time", "Persentase tepat waktu"),
                            ("satisfaction", "Indeks kepuasan (SKM)"),
                        ],
                        max_length=13,
                        verbose_name="Angka layanan",
                    ),
                ),
                ("before_first", models.DateField(blank=True, null=True, verbose_name="Sebelum: dari bulan")),
                ("before_last", models.DateField(blank=True, null=True, verbose_name="Sebelum: sampai bulan")),
                ("after_first", models.DateField(blank=True, null=True, verbose_name="Sesudah: dari bulan")),
                ("after_last", models.DateField(blank=True, null=True, verbose_name="Sesudah: sampai bulan")),
                (
                    "reading",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="Angka yang dibaca",
                    ),
                ),
                ("read_on", models.DateField(blank=True, null=True, verbose_name="Dibaca pada")),
                (
                    "guard_state",
                    models.CharField(
                        choices=[
                            ("none", "Tidak ada penjaga mutu"),
                            ("held", "Mutu terjaga"),
                            ("unknown", "Mutu tidak diketahui"),
                            ("broken", "Mutu turun"),
                        ],
                        max_length=7,
                        verbose_name="Penjaga mutu",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("standing", "Berjalan"),
                            ("declined", "Ditolak yang dinominasikan"),
                            ("withdrawn", "Ditarik pengusul"),
                        ],
                        default="standing",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Diusulkan")),
                ("corrected_at", models.DateTimeField(blank=True, null=True, verbose_name="Diperbaiki")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Berakhir")),
                ("decline_reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan menolak")),
                (
                    "correction_asked",
                    models.TextField(blank=True, max_length=4000, verbose_name="Perbaikan yang diminta"),
                ),
                (
                    "award",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="career.award",
                        verbose_name="Penghargaan",
                    ),
                ),
                (
                    "nominator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="made_nominations",
                        to="people.person",
                        verbose_name="Pengusul",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="people.person",
                        verbose_name="Pegawai",
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
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Nominasi",
                "verbose_name_plural": "Nominasi",
                "indexes": [models.Index(fields=["award", "state"], name="nomination_of_award")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "standing")),
                        fields=("award", "person"),
                        name="nominated_once_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "standing")), fields=("award", "unit"), name="nominated_once_unit"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", True), ("unit__isnull", False)),
                            models.Q(("person__isnull", False), ("unit__isnull", True)),
                            _connector="OR",
                        ),
                        name="nomination_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence", ""), _negated=True), name="nomination_has_evidence"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("relation__in", ["self", "leader", "colleague"])),
                        name="nomination_relation_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("guard_state__in", ["none", "held", "unknown", "broken"])),
                        name="nomination_guard_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("after_first__isnull", True),
                                ("after_last__isnull", True),
                                ("before_first__isnull", True),
                                ("before_last__isnull", True),
                                ("figure", ""),
                                ("service__isnull", True),
                            ),
                            models.Q(
                                ("after_first__gt", models.F("before_last")),
                                ("after_last__gte", models.F("after_first")),
                                ("before_last__gte", models.F("before_first")),
                                ("figure__in", ["median_time", "share_on_time", "satisfaction"]),
                                ("service__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="nomination_figure_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state", "standing")),
                            models.Q(("ended_at__isnull", False), ("state__in", ("declined", "withdrawn"))),
                            _connector="OR",
                        ),
                        name="nomination_ended_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NominationReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(max_length=4000, verbose_name="Alasan")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="career.awardcriterion",
                        verbose_name="Kriteria",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reasons",
                        to="career.nomination",
                        verbose_name="Nominasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Alasan nominasi",
                "verbose_name_plural": "Alasan nominasi",
                "constraints": [
                    models.UniqueConstraint(fields=("nomination", "criterion"), name="one_reason_a_criterion"),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="nomination_reason_is_told"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JuryMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("named_at", models.DateTimeField(verbose_name="Ditunjuk")),
                (
                    "award",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jury",
                        to="career.award",
                        verbose_name="Penghargaan",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="juries",
                        to="people.person",
                        verbose_name="Juri",
                    ),
                ),
            ],
            options={
                "verbose_name": "Juri",
                "verbose_name_plural": "Juri",
                "constraints": [models.UniqueConstraint(fields=("award", "person"), name="juror_is_named_once")],
            },
        ),
        migrations.CreateModel(
            name="DeclaredRelation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(max_length=1000, verbose_name="Hubungan")),
                ("declared_at", models.DateTimeField(verbose_name="Dinyatakan")),
                (
                    "juror",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations",
                        to="career.jurymember",
                        verbose_name="Juri",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations",
                        to="career.nomination",
                        verbose_name="Nominasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Hubungan yang dinyatakan",
                "verbose_name_plural": "Hubungan yang dinyatakan",
                "constraints": [
                    models.UniqueConstraint(fields=("juror", "nomination"), name="relation_is_declared_once"),
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="relation_is_told"),
                ],
            },
        ),
        migrations.CreateModel(
            name="JurySheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "guard_reason",
                    models.TextField(blank=True, max_length=4000, verbose_name="Alasan meski mutu tidak diketahui"),
                ),
                ("given_at", models.DateTimeField(verbose_name="Dinilai")),
                (
                    "juror",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="career.jurymember",
                        verbose_name="Juri",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="career.nomination",
                        verbose_name="Nominasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Lembar juri",
                "verbose_name_plural": "Lembar juri",
                "constraints": [models.UniqueConstraint(fields=("juror", "nomination"), name="one_sheet_a_juror")],
            },
        ),
        migrations.CreateModel(
            name="JuryScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("points", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Nilai")),
                ("is_met", models.BooleanField(blank=True, null=True, verbose_name="Terpenuhi")),
                ("reason", models.TextField(max_length=4000, verbose_name="Alasan")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="career.awardcriterion",
                        verbose_name="Kriteria",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="career.jurysheet",
                        verbose_name="Lembar juri",
                    ),
                ),
            ],
            options={
                "verbose_name": "Nilai juri",
                "verbose_name_plural": "Nilai juri",
                "constraints": [
                    models.UniqueConstraint(fields=("sheet", "criterion"), name="one_score_a_criterion"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_met__isnull", True), ("points__range", (1, 5))),
                            models.Q(("is_met__isnull", False), ("points__isnull", True)),
                            _connector="OR",
                        ),
                        name="score_is_of_one_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="score_has_a_reason"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AwardWinner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("reason", models.TextField(max_length=4000, verbose_name="Alasan yang diterbitkan")),
                (
                    "award",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="winners",
                        to="career.award",
                        verbose_name="Penghargaan",
                    ),
                ),
                (
                    "nomination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="win",
                        to="career.nomination",
                        verbose_name="Nominasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Penerima penghargaan",
                "verbose_name_plural": "Penerima penghargaan",
                "constraints": [
                    models.UniqueConstraint(fields=("award", "position"), name="winner_has_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="winner_has_a_reason"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldMedal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "medal",
                    models.CharField(
                        choices=[
                            ("ten", "Satyalancana Karya Satya X Tahun"),
                            ("twenty", "Satyalancana Karya Satya XX Tahun"),
                            ("thirty", "Satyalancana Karya Satya XXX Tahun"),
                        ],
                        max_length=6,
                        verbose_name="Tanda kehormatan",
                    ),
                ),
                ("awarded_on", models.DateField(verbose_name="Tanggal keputusan")),
                ("decree", models.CharField(max_length=100, verbose_name="Nomor keputusan")),
                ("recorded_at", models.DateTimeField(verbose_name="Dicatat")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="Ditarik")),
                ("taken_back_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan ditarik")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="medals",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Tanda kehormatan",
                "verbose_name_plural": "Tanda kehormatan",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True)),
                        fields=("person", "medal"),
                        name="medal_is_held_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("medal__in", ["ten", "twenty", "thirty"])), name="medal_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decree", ""), _negated=True), name="medal_has_a_decree"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at__isnull", True), ("taken_back_reason", "")),
                            models.Q(
                                ("taken_back_at__isnull", False), models.Q(("taken_back_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="medal_taken_back_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("checked_on", models.DateField(verbose_name="Diperiksa pada")),
                (
                    "discipline",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "Tidak ada hukuman disiplin"),
                            ("light", "Hukuman disiplin ringan"),
                            ("moderate", "Hukuman disiplin sedang"),
                            ("severe", "Hukuman disiplin berat"),
                        ],
                        max_length=8,
                        verbose_name="Hukuman disiplin terberat",
                    ),
                ),
                (
                    "had_unpaid_leave",
                    models.BooleanField(blank=True, null=True, verbose_name="Pernah cuti di luar tanggungan negara"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="Sumber")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="Catatan")),
                ("recorded_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_checks",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pemeriksaan riwayat",
                "verbose_name_plural": "Pemeriksaan riwayat",
                "indexes": [models.Index(fields=["person", "checked_on", "id"], name="service_check_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="service_check_has_a_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("discipline__in", ["", "none", "light", "moderate", "severe"])),
                        name="service_check_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("discipline", ""), _negated=True),
                            ("had_unpaid_leave__isnull", False),
                            _connector="OR",
                        ),
                        name="service_check_says_something",
                    ),
                ],
            },
        ),
    ]
