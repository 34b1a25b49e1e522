import uuid
from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("people", "0012_imports_number_in_a_row"),
        ("services", "0066_answers_of_counters"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[("present", "Hadir"), ("excused", "Izin"), ("absent", "Tidak hadir")],
                        max_length=7,
                        verbose_name="Kehadiran",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("code", "Kode sesi"),
                            ("list", "Daftar penyelenggara"),
                            ("paper", "Daftar hadir kertas"),
                        ],
                        max_length=5,
                        verbose_name="Cara",
                    ),
                ),
                ("device_at", models.DateTimeField(blank=True, null=True, verbose_name="Jam perangkat")),
                ("received_at", models.DateTimeField(verbose_name="Diterima")),
                ("shown_at", models.DateTimeField(blank=True, null=True, verbose_name="Kode ditampilkan")),
                ("key", models.UUIDField(blank=True, null=True, unique=True)),
            ],
            options={
                "verbose_name": "Kehadiran",
                "verbose_name_plural": "Kehadiran",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["present", "excused", "absent"]), ("means__in", ["code", "list", "paper"])
                        ),
                        name="attendance_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", "code"), _negated=True), ("status", "present"), _connector="OR"
                        ),
                        name="attendance_by_code_is_presence",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CertificateSeries",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name="Tahun")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="Nomor terakhir")),
            ],
            options={
                "verbose_name": "Nomor urut sertifikat",
                "verbose_name_plural": "Nomor urut sertifikat",
            },
        ),
        migrations.CreateModel(
            name="CompetenceUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("title", models.CharField(max_length=200, verbose_name="Unit kompetensi")),
                ("hours", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="JP")),
            ],
            options={
                "verbose_name": "Unit kompetensi",
                "verbose_name_plural": "Unit kompetensi",
                "ordering": ("position",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="competence_is_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gt", Decimal("0"))), name="competence_takes_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1)), name="competence_counted_from_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Rancangan"),
                            ("sent", "Menunggu atasan"),
                            ("returned", "Dikembalikan"),
                            ("running", "Berjalan"),
                            ("ended", "Selesai"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("counts_from", models.DateField(blank=True, null=True, verbose_name="Dihitung sejak")),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="Dikirim")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="Diputus")),
                ("comment", models.CharField(blank=True, max_length=1000, verbose_name="Catatan atasan")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Selesai")),
                (
                    "carried_from",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="development.actionplan",
                        verbose_name="Lanjutan dari",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "Rencana aksi pascapelatihan",
                "verbose_name_plural": "Rencana aksi pascapelatihan",
                "indexes": [models.Index(fields=["state", "counts_from", "id"], name="action_plan_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "sent", "returned", "running", "ended"])),
                        name="action_plan_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("draft", "returned")),
                            models.Q(("counts_from__isnull", False), ("sent_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="action_plan_sent_counts_from_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by__isnull", True), ("state__in", ("draft", "sent"))),
                            models.Q(
                                models.Q(("state__in", ("draft", "sent")), _negated=True), ("decided_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="action_plan_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="action_plan_decided_then",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "returned"), _negated=True),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="action_plan_returned_with_a_word",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("state", "ended")),
                            models.Q(models.Q(("state", "ended"), _negated=True), ("ended_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="action_plan_ended_then",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("change", models.CharField(max_length=500, verbose_name="Yang akan berubah di tempat kerja")),
                ("indicator", models.CharField(max_length=500, verbose_name="Ukuran keberhasilan")),
                (
                    "baseline",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Keadaan awal"
                    ),
                ),
                (
                    "target",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Sasaran"),
                ),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="Satuan")),
                (
                    "direction",
                    models.CharField(
                        blank=True, choices=[("down", "Turun"), ("up", "Naik")], max_length=4, verbose_name="Arah"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="Tenggat")),
                ("end_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan dihentikan")),
                (
                    "carried_from",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="development.actionitem",
                        verbose_name="Lanjutan dari",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="development.actionplan",
                        verbose_name="Rencana aksi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Butir rencana aksi",
                "verbose_name_plural": "Butir rencana aksi",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "position"), name="action_item_position_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("change", ""), _negated=True), models.Q(("indicator", ""), _negated=True)
                        ),
                        name="action_item_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("baseline__isnull", True), ("direction", ""), ("target__isnull", True), ("unit", "")
                            ),
                            models.Q(
                                ("direction__in", ["down", "up"]),
                                ("target__isnull", False),
                                models.Q(("unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="action_item_target_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("baseline__isnull", True),
                            models.Q(("direction", "up"), ("target__gt", models.F("baseline"))),
                            models.Q(("direction", "down"), ("target__lt", models.F("baseline"))),
                            _connector="OR",
                        ),
                        name="action_item_target_in_its_direction",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "before",
                    models.CharField(
                        blank=True,
                        choices=[("present", "Hadir"), ("excused", "Izin"), ("absent", "Tidak hadir")],
                        max_length=7,
                        verbose_name="Sebelumnya",
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[("present", "Hadir"), ("excused", "Izin"), ("absent", "Tidak hadir")],
                        max_length=7,
                        verbose_name="Menjadi",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("code", "Kode sesi"),
                            ("list", "Daftar penyelenggara"),
                            ("paper", "Daftar hadir kertas"),
                        ],
                        max_length=5,
                        verbose_name="Cara",
                    ),
                ),
                ("device_at", models.DateTimeField(blank=True, null=True, verbose_name="Jam perangkat")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan")),
                (
                    "attendance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="development.attendance",
                        verbose_name="Kehadiran",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Riwayat kehadiran",
                "verbose_name_plural": "Riwayat kehadiran",
                "ordering": ("-noted_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("before", ""), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="attendance_corrected_with_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Nama angkatan")),
                (
                    "mode",
                    models.CharField(
                        choices=[("classroom", "Tatap muka"), ("online", "Daring"), ("blended", "Campuran")],
                        max_length=9,
                        verbose_name="Cara bertemu",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        choices=[("Asia/Jakarta", "WIB"), ("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT")],
                        max_length=20,
                        verbose_name="Zona waktu",
                    ),
                ),
                ("seats", models.PositiveIntegerField(verbose_name="Kursi")),
                ("opens_on", models.DateField(verbose_name="Pendaftaran dibuka")),
                ("closes_on", models.DateField(verbose_name="Pendaftaran ditutup")),
                (
                    "most_away",
                    models.PositiveSmallIntegerField(default=30, verbose_name="Paling banyak dari satu unit (%)"),
                ),
                ("needs_approval", models.BooleanField(default=True, verbose_name="Perlu persetujuan atasan")),
                (
                    "cost",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Biaya (Rp)"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Direncanakan"),
                            ("open", "Pendaftaran dibuka"),
                            ("running", "Berlangsung"),
                            ("finished", "Selesai"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        default="planned",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("cancel_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan pembatalan")),
                ("description", models.TextField(blank=True, max_length=4000, verbose_name="Keterangan")),
                (
                    "organiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organised_batches",
                        to="people.person",
                        verbose_name="Penyelenggara",
                    ),
                ),
            ],
            options={
                "verbose_name": "Angkatan",
                "verbose_name_plural": "Angkatan",
                "indexes": [models.Index(fields=["state", "opens_on", "id"], name="batch_by_state")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="batch_is_named"),
                    models.CheckConstraint(condition=models.Q(("seats__gte", 1)), name="batch_has_seats"),
                    models.CheckConstraint(
                        condition=models.Q(("mode__in", ["classroom", "online", "blended"])), name="batch_mode_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("time_zone__in", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])),
                        name="batch_time_zone_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["planned", "open", "running", "finished", "cancelled"])),
                        name="batch_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))), name="batch_closes_after_opening"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("most_away__gte", 1), ("most_away__lte", 100)),
                        name="batch_cover_is_a_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost__isnull", True), ("cost__gte", Decimal("0")), _connector="OR"),
                        name="batch_cost_is_money",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), models.Q(("cancel_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "cancelled"), _negated=True), ("cancel_reason", "")),
                            _connector="OR",
                        ),
                        name="batch_cancelled_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BehaviourCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[("self", "Pegawai"), ("superior", "Atasan")], max_length=8, verbose_name="Pihak"
                    ),
                ),
                ("evidence", models.CharField(blank=True, max_length=1000, verbose_name="Bukti")),
                ("link", models.URLField(blank=True, verbose_name="Tautan bukti")),
                ("is_late", models.BooleanField(default=False, verbose_name="Terlambat")),
                ("handed_in_at", models.DateTimeField(verbose_name="Diisi")),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diisi oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pemeriksaan perilaku",
                "verbose_name_plural": "Pemeriksaan perilaku",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["self", "superior"])), name="behaviour_check_side_is_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BulkEnrolment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("population", models.JSONField(blank=True, default=dict, verbose_name="Sasaran")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Rancangan"),
                            ("waiting", "Menunggu giliran"),
                            ("running", "Sedang diterapkan"),
                            ("done", "Diterapkan"),
                            ("failed", "Gagal"),
                            ("undone", "Diurungkan"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("touched_at", models.DateTimeField(verbose_name="Terakhir bergerak")),
                ("progress_done", models.PositiveIntegerField(default=0)),
                ("progress_total", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(blank=True, default=dict, verbose_name="Hasil")),
                ("problem_id", models.CharField(blank=True, max_length=500)),
                ("problem_en", models.CharField(blank=True, max_length=500)),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="Diterapkan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulk_enrolments",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulk_enrolments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pendaftaran massal",
                "verbose_name_plural": "Pendaftaran massal",
                "indexes": [models.Index(fields=["batch", "-made_at"], name="bulk_enrolment_of_batch")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "waiting", "running", "done", "failed", "undone"])),
                        name="bulk_enrolment_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", False), ("state__in", ("done", "undone"))),
                            models.Q(
                                models.Q(("state__in", ("done", "undone")), _negated=True), ("done_at__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="bulk_enrolment_done_then",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "undone"), ("undone_at__isnull", False)),
                            models.Q(models.Q(("state", "undone"), _negated=True), ("undone_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="bulk_enrolment_undone_then",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="Dicabut")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_addresses",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Alamat kalender",
                "verbose_name_plural": "Alamat kalender",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("person",),
                        name="calendar_address_once_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("digest", ""), _negated=True), name="calendar_address_has_a_digest"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BehaviourStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=300, verbose_name="Pernyataan perilaku")),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="behaviour",
                        to="development.competenceunit",
                        verbose_name="Unit kompetensi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pernyataan perilaku",
                "verbose_name_plural": "Pernyataan perilaku",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="behaviour_says_what")
                ],
            },
        ),
        migrations.CreateModel(
            name="BehaviourRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Nilai")),
                (
                    "check_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="development.behaviourcheck",
                        verbose_name="Pemeriksaan perilaku",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="behaviour_ratings",
                        to="development.competenceunit",
                        verbose_name="Unit kompetensi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Nilai perilaku",
                "verbose_name_plural": "Nilai perilaku",
                "constraints": [
                    models.UniqueConstraint(fields=("check_of", "unit"), name="behaviour_rated_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", True), models.Q(("score__gte", 1), ("score__lte", 5)), _connector="OR"
                        ),
                        name="behaviour_score_is_on_the_scale",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Curriculum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="Kode")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("general", "Pemerintahan umum"),
                            ("health", "Kesehatan"),
                            ("education", "Pendidikan"),
                            ("permits", "Perizinan"),
                            ("civil_registry", "Kependudukan"),
                            ("public_works", "Pekerjaan umum"),
                            ("social", "Sosial"),
                            ("transport", "Perhubungan"),
                            ("information", "Komunikasi dan informatika"),
                            ("finance", "Keuangan"),
                            ("planning", "Perencanaan"),
                            ("staff", "Kepegawaian"),
                            ("supervision", "Pengawasan"),
                            ("territory", "Kewilayahan"),
                        ],
                        max_length=20,
                        verbose_name="Bidang",
                    ),
                ),
                ("form", models.PositiveSmallIntegerField(verbose_name="Bentuk pengembangan")),
                ("purpose", models.TextField(blank=True, max_length=4000, verbose_name="Tujuan")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="Tidak dipakai sejak")),
            ],
            options={
                "verbose_name": "Kurikulum",
                "verbose_name_plural": "Kurikulum",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True), models.Q(("title", ""), _negated=True)
                        ),
                        name="curriculum_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sector__in",
                                [
                                    "general",
                                    "health",
                                    "education",
                                    "permits",
                                    "civil_registry",
                                    "public_works",
                                    "social",
                                    "transport",
                                    "information",
                                    "finance",
                                    "planning",
                                    "staff",
                                    "supervision",
                                    "territory",
                                ],
                            )
                        ),
                        name="curriculum_sector_is_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("form__gte", 1)), name="curriculum_form_has_a_number"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CurriculumVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="Versi")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Rancangan"), ("in_force", "Berlaku"), ("replaced", "Digantikan")],
                        default="draft",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                (
                    "least_attendance",
                    models.PositiveSmallIntegerField(default=80, verbose_name="Kehadiran paling sedikit (%)"),
                ),
                (
                    "pass_mark",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="Nilai lulus"
                    ),
                ),
                (
                    "valid_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="Masa berlaku sertifikat (bulan)"
                    ),
                ),
                ("change_note", models.TextField(blank=True, max_length=4000, verbose_name="Apa yang berubah")),
                ("made_at", models.DateTimeField(verbose_name="Disusun")),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="Berlaku mulai")),
                (
                    "curriculum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="development.curriculum",
                        verbose_name="Kurikulum",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Disusun oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Versi kurikulum",
                "verbose_name_plural": "Versi kurikulum",
                "constraints": [
                    models.UniqueConstraint(fields=("curriculum", "version"), name="curriculum_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_force")),
                        fields=("curriculum",),
                        name="curriculum_in_force_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)), name="curriculum_versions_begin_at_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "in_force", "replaced"])),
                        name="curriculum_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("least_attendance__gte", 1), ("least_attendance__lte", 100)),
                        name="curriculum_attendance_is_a_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pass_mark__isnull", True),
                            models.Q(("pass_mark__gte", 0), ("pass_mark__lte", 100)),
                            _connector="OR",
                        ),
                        name="curriculum_pass_mark_is_a_score",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_months__isnull", True), ("valid_months__gte", 1), _connector="OR"),
                        name="curriculum_validity_is_some_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_force_from__isnull", True), ("state", "draft")),
                            models.Q(models.Q(("state", "draft"), _negated=True), ("in_force_from__isnull", False)),
                            _connector="OR",
                        ),
                        name="curriculum_in_force_from_a_day",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="competenceunit",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="units",
                to="development.curriculumversion",
                verbose_name="Versi kurikulum",
            ),
        ),
        migrations.AddField(
            model_name="batch",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batches",
                to="development.curriculumversion",
                verbose_name="Kurikulum",
            ),
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("request", "Permintaan sendiri"),
                            ("nomination", "Usulan atasan"),
                            ("appointment", "Penugasan kepegawaian"),
                        ],
                        max_length=11,
                        verbose_name="Asal",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("requested", "Menunggu persetujuan atasan"),
                            ("offered", "Menunggu jawaban pegawai"),
                            ("waiting", "Daftar tunggu"),
                            ("enrolled", "Terdaftar"),
                            ("refused", "Tidak disetujui"),
                            ("declined", "Tidak bersedia"),
                            ("withdrawn", "Mengundurkan diri"),
                        ],
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="Disetujui")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="Dijawab pegawai")),
                ("queued_at", models.DateTimeField(blank=True, null=True, verbose_name="Antre sejak")),
                ("seated_at", models.DateTimeField(blank=True, null=True, verbose_name="Mendapat kursi")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Berakhir")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan")),
                ("wish", models.CharField(blank=True, max_length=500, verbose_name="Harapan peserta")),
                (
                    "cover_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="Alasan melebihi batas unit"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Disetujui oleh",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
                (
                    "bulk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="development.bulkenrolment",
                        verbose_name="Pendaftaran massal",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Peserta",
                "verbose_name_plural": "Peserta",
                "indexes": [
                    models.Index(fields=["batch", "state", "queued_at", "id"], name="enrolment_in_line"),
                    models.Index(fields=["person", "state"], name="enrolment_of_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "person"), name="enrolment_once_in_a_batch"),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["request", "nomination", "appointment"])),
                        name="enrolment_origin_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["requested", "offered", "waiting", "enrolled", "refused", "declined", "withdrawn"],
                            )
                        ),
                        name="enrolment_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "enrolled"), _negated=True),
                            ("seated_at__isnull", False),
                            _connector="OR",
                        ),
                        name="enrolment_seated_then",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "waiting"), _negated=True), ("queued_at__isnull", False), _connector="OR"
                        ),
                        name="enrolment_queued_then",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("state__in", ("refused", "declined", "withdrawn")),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state__in", ("refused", "declined", "withdrawn")), _negated=True),
                                ("ended_at__isnull", True),
                                ("reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="enrolment_ended_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompetenceRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "moment",
                    models.CharField(
                        choices=[("before", "Sebelum pelatihan"), ("after", "Sesudah pelatihan")],
                        max_length=6,
                        verbose_name="Saat",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("self", "Pegawai"), ("superior", "Atasan")], max_length=8, verbose_name="Pihak"
                    ),
                ),
                ("knowledge", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Pengetahuan")),
                ("skill", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Keterampilan")),
                ("attitude", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Sikap")),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="Catatan")),
                ("is_late", models.BooleanField(default=False, verbose_name="Terlambat")),
                ("rated_at", models.DateTimeField(verbose_name="Dinilai")),
                (
                    "rated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dinilai oleh",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competence_ratings",
                        to="development.enrolment",
                        verbose_name="Peserta",
                    ),
                ),
            ],
            options={
                "verbose_name": "Penilaian pengetahuan, keterampilan, dan sikap",
                "verbose_name_plural": "Penilaian pengetahuan, keterampilan, dan sikap",
                "constraints": [
                    models.UniqueConstraint(fields=("enrolment", "moment", "side"), name="competence_rated_once"),
                    models.CheckConstraint(
                        condition=models.Q(("moment__in", ["before", "after"]), ("side__in", ["self", "superior"])),
                        name="competence_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("knowledge__isnull", True),
                                models.Q(("knowledge__gte", 1), ("knowledge__lte", 5)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("skill__isnull", True), models.Q(("skill__gte", 1), ("skill__lte", 5)), _connector="OR"
                            ),
                            models.Q(
                                ("attitude__isnull", True),
                                models.Q(("attitude__gte", 1), ("attitude__lte", 5)),
                                _connector="OR",
                            ),
                        ),
                        name="competence_scores_are_on_the_scale",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="Nomor")),
                ("code", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=340, verbose_name="Nama")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                ("content", models.JSONField(verbose_name="Isi")),
                ("hours", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="JP")),
                ("first_day", models.DateField(verbose_name="Hari pertama")),
                ("last_day", models.DateField(verbose_name="Hari terakhir")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="Berlaku sampai")),
                ("issued_at", models.DateTimeField(verbose_name="Diterbitkan")),
                (
                    "state",
                    models.CharField(
                        choices=[("valid", "Berlaku"), ("revoked", "Dicabut"), ("replaced", "Diganti")],
                        default="valid",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="Dicabut atau diganti")),
                ("end_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan")),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diterbitkan oleh",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacement",
                        to="development.certificate",
                        verbose_name="Menggantikan",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="development.enrolment",
                        verbose_name="Peserta",
                    ),
                ),
            ],
            options={
                "verbose_name": "Sertifikat",
                "verbose_name_plural": "Sertifikat",
                "indexes": [models.Index(fields=["-issued_at", "-id"], name="certificate_latest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "valid")), fields=("enrolment",), name="certificate_valid_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), _negated=True),
                            models.Q(("code", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            models.Q(("title", ""), _negated=True),
                        ),
                        name="certificate_is_named",
                    ),
                    models.CheckConstraint(condition=models.Q(("hours__gt", 0)), name="certificate_has_hours"),
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))), name="certificate_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["valid", "revoked", "replaced"])),
                        name="certificate_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("ended_at__isnull", True), ("state", "valid")),
                            models.Q(
                                models.Q(("state", "valid"), _negated=True),
                                ("ended_at__isnull", False),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="certificate_ended_with_reason",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="behaviourcheck",
            name="enrolment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="behaviour_checks",
                to="development.enrolment",
                verbose_name="Peserta",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="enrolment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attendances",
                to="development.enrolment",
                verbose_name="Peserta",
            ),
        ),
        migrations.AddField(
            model_name="actionplan",
            name="enrolment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="action_plans",
                to="development.enrolment",
                verbose_name="Peserta",
            ),
        ),
        migrations.CreateModel(
            name="Grade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="Nilai")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="Catatan")),
                ("given_at", models.DateTimeField(verbose_name="Diberi")),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grade",
                        to="development.enrolment",
                        verbose_name="Peserta",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diberi oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Nilai",
                "verbose_name_plural": "Nilai",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="grade_is_a_score"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GradeImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=255, verbose_name="Berkas")),
                ("file_sha256", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField(verbose_name="Nilai")),
                ("applied_at", models.DateTimeField(verbose_name="Diterapkan")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grade_imports",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Impor nilai",
                "verbose_name_plural": "Impor nilai",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("batch", "file_sha256"),
                        name="grade_file_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GradeChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "before",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="Sebelumnya"
                    ),
                ),
                ("after", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="Menjadi")),
                ("note_before", models.CharField(blank=True, max_length=500, verbose_name="Catatan sebelumnya")),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grade_changes",
                        to="development.enrolment",
                        verbose_name="Peserta",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="development.gradeimport",
                        verbose_name="Impor nilai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Perubahan nilai",
                "verbose_name_plural": "Perubahan nilai",
                "constraints": [
                    models.UniqueConstraint(fields=("source", "enrolment"), name="grade_changed_once_by_a_file")
                ],
            },
        ),
        migrations.CreateModel(
            name="LearningImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="Nama berkas")),
                ("sha256", models.CharField(max_length=64, verbose_name="Sidik berkas")),
                ("at", models.DateTimeField(verbose_name="Diterapkan")),
                ("added", models.PositiveIntegerField(verbose_name="Baru")),
                ("same", models.PositiveIntegerField(verbose_name="Sama")),
                ("refused", models.PositiveIntegerField(verbose_name="Ditolak")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="Diurungkan")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Oleh",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diurungkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Impor riwayat JP",
                "verbose_name_plural": "Impor riwayat JP",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="learning_import_undone_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LearningRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Tahun")),
                ("form", models.PositiveSmallIntegerField(verbose_name="Bentuk pengembangan")),
                ("title", models.CharField(max_length=200, verbose_name="Judul")),
                ("organiser", models.CharField(blank=True, max_length=200, verbose_name="Penyelenggara")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="Nomor sertifikat")),
                ("first_day", models.DateField(verbose_name="Hari pertama")),
                ("last_day", models.DateField(verbose_name="Hari terakhir")),
                ("hours", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="JP")),
                (
                    "counted_from",
                    models.CharField(
                        choices=[("certificate", "Sertifikat"), ("duration", "Lamanya"), ("equivalent", "Padanan")],
                        default="certificate",
                        max_length=11,
                        verbose_name="Dihitung dari",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=500, verbose_name="Dasar jam")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("certificate", "Sertifikat Pembina"),
                            ("import", "Impor riwayat"),
                            ("typed", "Dicatat kepegawaian"),
                            ("own_report", "Dilaporkan sendiri"),
                        ],
                        max_length=11,
                        verbose_name="Sumber",
                    ),
                ),
                ("evidence", models.URLField(blank=True, verbose_name="Tautan bukti")),
                (
                    "state",
                    models.CharField(
                        choices=[("reported", "Menunggu verifikasi"), ("counted", "Dihitung"), ("refused", "Ditolak")],
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                ("refusal", models.CharField(blank=True, max_length=500, verbose_name="Alasan ditolak")),
                (
                    "certificate",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="record",
                        to="development.certificate",
                        verbose_name="Sertifikat",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_records",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "Riwayat jam pelajaran (JP)",
                "verbose_name_plural": "Riwayat jam pelajaran (JP)",
                "indexes": [
                    models.Index(fields=["person", "year"], name="learning_of_person"),
                    models.Index(fields=["year", "state", "person"], name="learning_of_year"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "refused"), _negated=True),
                        fields=("person", "form", "title", "first_day", "last_day"),
                        name="learning_counted_once",
                    ),
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="learning_is_named"),
                    models.CheckConstraint(condition=models.Q(("hours__gt", Decimal("0"))), name="learning_has_hours"),
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))), name="learning_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year", models.F("last_day__year"))), name="learning_year_is_of_last_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["certificate", "import", "typed", "own_report"])),
                        name="learning_source_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("counted_from__in", ["certificate", "duration", "equivalent"])),
                        name="learning_counted_from_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certificate__isnull", False), ("source", "certificate")),
                            models.Q(models.Q(("source", "certificate"), _negated=True), ("certificate__isnull", True)),
                            _connector="OR",
                        ),
                        name="learning_certificate_where_it_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), models.Q(("refusal", ""), _negated=True)),
                            models.Q(("refusal", ""), ("state__in", ("reported", "counted"))),
                            _connector="OR",
                        ),
                        name="learning_refused_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LearningImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="development.learningimport",
                        verbose_name="Impor",
                    ),
                ),
                (
                    "record",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_row",
                        to="development.learningrecord",
                        verbose_name="Riwayat JP",
                    ),
                ),
            ],
            options={
                "verbose_name": "Baris impor riwayat JP",
                "verbose_name_plural": "Baris impor riwayat JP",
            },
        ),
        migrations.CreateModel(
            name="LearningTest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "moment",
                    models.CharField(
                        choices=[("pre", "Pre-test"), ("post", "Post-test")], max_length=4, verbose_name="Jenis"
                    ),
                ),
                ("opens_at", models.DateTimeField(verbose_name="Dibuka")),
                ("closes_at", models.DateTimeField(verbose_name="Ditutup")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tests",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Tes",
                "verbose_name_plural": "Tes",
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "moment"), name="test_once_each_moment"),
                    models.CheckConstraint(
                        condition=models.Q(("moment__in", ["pre", "post"])), name="test_moment_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))), name="test_closes_after_opening"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnLearningForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form", models.PositiveSmallIntegerField(verbose_name="Bentuk pengembangan")),
                ("starts_on", models.DateField(verbose_name="Berlaku mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="Berlaku sampai")),
                (
                    "jp_per_unit",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="JP per satuan"
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("activity", "Kegiatan"),
                            ("meeting", "Pertemuan"),
                            ("day", "Hari"),
                            ("month", "Bulan"),
                        ],
                        max_length=8,
                        verbose_name="Satuan",
                    ),
                ),
                (
                    "max_per_activity",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="Paling banyak per kegiatan (JP)",
                    ),
                ),
                (
                    "max_per_year",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Paling banyak setahun (JP)"
                    ),
                ),
                ("is_classical", models.BooleanField(blank=True, null=True, verbose_name="Klasikal")),
                ("decree", models.CharField(max_length=200, verbose_name="Dasar penetapan")),
                ("made_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Ditetapkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "Ketetapan JP sendiri",
                "verbose_name_plural": "Ketetapan JP sendiri",
                "ordering": ("form", "starts_on"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("form__gte", 1), models.Q(("decree", ""), _negated=True)),
                        name="own_form_has_its_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="own_form_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("jp_per_unit__isnull", True),
                                ("max_per_activity__isnull", True),
                                ("max_per_year__isnull", True),
                                ("unit", ""),
                            ),
                            models.Q(
                                ("jp_per_unit__gt", Decimal("0")), ("unit__in", ["activity", "meeting", "day", "month"])
                            ),
                            _connector="OR",
                        ),
                        name="own_form_counts_by_a_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("max_per_activity__isnull", True),
                                ("max_per_activity__gt", Decimal("0")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("max_per_year__isnull", True), ("max_per_year__gt", Decimal("0")), _connector="OR"
                            ),
                        ),
                        name="own_form_bounds_are_hours",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="Nama")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("university", "Perguruan tinggi"),
                            ("training_institution", "Lembaga pelatihan"),
                            ("private", "Swasta"),
                            ("agency", "Instansi pemerintah lain"),
                            ("other", "Lainnya"),
                        ],
                        max_length=20,
                        verbose_name="Jenis",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=100, verbose_name="Kota")),
                ("contact_name", models.CharField(blank=True, max_length=200, verbose_name="Narahubung")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="Surel")),
                ("contact_phone", models.CharField(blank=True, max_length=20, verbose_name="Telepon")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="Catatan")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="Tidak dipakai sejak")),
            ],
            options={
                "verbose_name": "Mitra",
                "verbose_name_plural": "Mitra",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="partner_is_named"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["university", "training_institution", "private", "agency", "other"])
                        ),
                        name="partner_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DegreeStudy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("05", "SD"),
                            ("10", "SMP"),
                            ("15", "SMA/SMK"),
                            ("20", "D-I"),
                            ("25", "D-II"),
                            ("30", "D-III"),
                            ("35", "D-IV"),
                            ("40", "S-1"),
                            ("42", "Profesi"),
                            ("45", "S-2"),
                            ("47", "Spesialis"),
                            ("49", "Subspesialis"),
                            ("50", "S-3"),
                        ],
                        max_length=2,
                        verbose_name="Jenjang",
                    ),
                ),
                ("institution", models.CharField(blank=True, max_length=200, verbose_name="Perguruan tinggi")),
                ("subject", models.CharField(max_length=200, verbose_name="Program studi")),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("due_on", models.DateField(verbose_name="Rencana selesai")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="Selesai pada")),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "Berlangsung"), ("graduated", "Lulus"), ("stopped", "Tidak selesai")],
                        default="running",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                (
                    "grade",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=3, null=True, verbose_name="IPK"),
                ),
                ("result", models.CharField(blank=True, max_length=500, verbose_name="Hasil")),
                ("decree", models.CharField(blank=True, max_length=100, verbose_name="Nomor surat tugas belajar")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="degree_studies",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="degree_studies",
                        to="development.partner",
                        verbose_name="Mitra",
                    ),
                ),
            ],
            options={
                "verbose_name": "Tugas belajar",
                "verbose_name_plural": "Tugas belajar",
                "indexes": [models.Index(fields=["state", "due_on", "id"], name="study_by_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "running")), fields=("person",), name="study_one_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "level__in",
                                ["05", "10", "15", "20", "25", "30", "35", "40", "42", "45", "47", "49", "50"],
                            )
                        ),
                        name="study_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("subject", ""), _negated=True), name="study_has_a_subject"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution", ""), ("partner__isnull", False)),
                            models.Q(("partner__isnull", True), models.Q(("institution", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="study_is_somewhere",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("starts_on"))), name="study_due_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True), ("ended_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="study_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", True),
                                ("grade__isnull", True),
                                ("result", ""),
                                ("state", "running"),
                            ),
                            models.Q(("ended_on__isnull", False), ("state", "graduated")),
                            models.Q(
                                ("ended_on__isnull", False),
                                ("grade__isnull", True),
                                ("state", "stopped"),
                                models.Q(("result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="study_ended_with_its_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade__isnull", True),
                            models.Q(("grade__gte", Decimal("0")), ("grade__lte", Decimal("4.00"))),
                            _connector="OR",
                        ),
                        name="study_grade_is_one",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="curriculumversion",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="curricula",
                to="development.partner",
                verbose_name="Disusun bersama",
            ),
        ),
        migrations.AddField(
            model_name="competenceunit",
            name="taught_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taught_units",
                to="development.partner",
                verbose_name="Diajar oleh",
            ),
        ),
        migrations.AddField(
            model_name="batch",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batches",
                to="development.partner",
                verbose_name="Mitra",
            ),
        ),
        migrations.CreateModel(
            name="PartnerAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="development.partner",
                        verbose_name="Mitra",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partner_account",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Akun",
                    ),
                ),
            ],
            options={
                "verbose_name": "Akun mitra",
                "verbose_name_plural": "Akun mitra",
            },
        ),
        migrations.CreateModel(
            name="PartnerAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=100, verbose_name="Nomor")),
                ("subject", models.CharField(max_length=300, verbose_name="Tentang")),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("ends_on", models.DateField(verbose_name="Hari terakhir")),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="development.partner",
                        verbose_name="Mitra",
                    ),
                ),
            ],
            options={
                "verbose_name": "Perjanjian kerja sama",
                "verbose_name_plural": "Perjanjian kerja sama",
                "constraints": [
                    models.UniqueConstraint(fields=("partner", "number"), name="agreement_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), _negated=True), models.Q(("subject", ""), _negated=True)
                        ),
                        name="agreement_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="agreement_ends_after_start"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProfessionalCertification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Sertifikasi")),
                ("issuer", models.CharField(max_length=200, verbose_name="Lembaga penerbit")),
                ("number", models.CharField(max_length=100, verbose_name="Nomor")),
                ("issued_on", models.DateField(verbose_name="Terbit")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="Berlaku sampai")),
                ("evidence", models.URLField(blank=True, verbose_name="Tautan bukti")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certifications",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "renews",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewal",
                        to="development.professionalcertification",
                        verbose_name="Memperpanjang",
                    ),
                ),
            ],
            options={
                "verbose_name": "Sertifikasi profesi",
                "verbose_name_plural": "Sertifikasi profesi",
                "indexes": [models.Index(fields=["valid_until", "id"], name="certification_by_end")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "issuer", "number"), name="certification_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("issuer", ""), _negated=True),
                            models.Q(("number", ""), _negated=True),
                        ),
                        name="certification_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True), ("valid_until__gte", models.F("issued_on")), _connector="OR"
                        ),
                        name="certification_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="Kode")),
                ("title", models.CharField(max_length=200, verbose_name="Nama program")),
                ("purpose", models.TextField(max_length=4000, verbose_name="Tujuan")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("general", "Pemerintahan umum"),
                            ("health", "Kesehatan"),
                            ("education", "Pendidikan"),
                            ("permits", "Perizinan"),
                            ("civil_registry", "Kependudukan"),
                            ("public_works", "Pekerjaan umum"),
                            ("social", "Sosial"),
                            ("transport", "Perhubungan"),
                            ("information", "Komunikasi dan informatika"),
                            ("finance", "Keuangan"),
                            ("planning", "Perencanaan"),
                            ("staff", "Kepegawaian"),
                            ("supervision", "Pengawasan"),
                            ("territory", "Kewilayahan"),
                        ],
                        max_length=20,
                        verbose_name="Bidang",
                    ),
                ),
                (
                    "outcome_figure",
                    models.CharField(
                        choices=[
                            ("median_time", "Waktu layanan (median)"),
                            ("p90_time", "Waktu layanan (persentil 90)"),
                            ("share_on_time", "Bagian tepat waktu"),
                            ("satisfaction", "Indeks kepuasan masyarakat (SKM)"),
                            ("satisfaction_element", "Satu unsur SKM"),
                        ],
                        max_length=20,
                        verbose_name="Angka yang hendak digerakkan",
                    ),
                ),
                ("outcome_element", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Unsur SKM")),
                (
                    "outcome_direction",
                    models.CharField(choices=[("down", "Turun"), ("up", "Naik")], max_length=4, verbose_name="Arah"),
                ),
                ("population", models.JSONField(blank=True, default=dict, verbose_name="Sasaran")),
                (
                    "budget",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="Anggaran (Rp)"
                    ),
                ),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("apbd", "APBD"),
                            ("apbn", "APBN"),
                            ("partner", "Mitra"),
                            ("grant", "Hibah"),
                            ("none", "Tanpa biaya"),
                        ],
                        max_length=8,
                        verbose_name="Sumber dana",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="Mulai")),
                ("ends_on", models.DateField(verbose_name="Hari terakhir")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Rancangan"),
                            ("approved", "Disetujui"),
                            ("running", "Berjalan"),
                            ("closed", "Selesai"),
                            ("dropped", "Dibatalkan"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="Keadaan",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="Dirancang")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="Disetujui")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="Berjalan sejak")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="Selesai pada")),
                ("end_note", models.TextField(blank=True, max_length=4000, verbose_name="Catatan akhir")),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Disetujui oleh",
                    ),
                ),
                (
                    "curricula",
                    models.ManyToManyField(
                        blank=True, related_name="programmes", to="development.curriculum", verbose_name="Kurikulum"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dirancang oleh",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="people.person",
                        verbose_name="Penanggung jawab",
                    ),
                ),
                (
                    "services",
                    models.ManyToManyField(
                        blank=True,
                        related_name="programmes",
                        to="services.publicservice",
                        verbose_name="Layanan yang hendak digerakkan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Program pembinaan",
                "verbose_name_plural": "Program pembinaan",
                "indexes": [models.Index(fields=["state", "starts_on", "id"], name="programme_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True),
                            models.Q(("title", ""), _negated=True),
                            models.Q(("purpose", ""), _negated=True),
                        ),
                        name="programme_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sector__in",
                                [
                                    "general",
                                    "health",
                                    "education",
                                    "permits",
                                    "civil_registry",
                                    "public_works",
                                    "social",
                                    "transport",
                                    "information",
                                    "finance",
                                    "planning",
                                    "staff",
                                    "supervision",
                                    "territory",
                                ],
                            )
                        ),
                        name="programme_sector_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "approved", "running", "closed", "dropped"])),
                        name="programme_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("funding__in", ["apbd", "apbn", "partner", "grant", "none"])),
                        name="programme_funding_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome_figure__in",
                                ["median_time", "p90_time", "share_on_time", "satisfaction", "satisfaction_element"],
                            ),
                            ("outcome_direction__in", ["down", "up"]),
                        ),
                        name="programme_outcome_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome_figure", "satisfaction_element"),
                                ("outcome_element__gte", 1),
                                ("outcome_element__lte", 9),
                            ),
                            models.Q(
                                models.Q(("outcome_figure", "satisfaction_element"), _negated=True),
                                ("outcome_element__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="programme_element_where_it_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("budget__isnull", True), ("budget__gte", Decimal("0")), _connector="OR"),
                        name="programme_budget_is_money",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="programme_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", True),
                                ("approved_by__isnull", True),
                                ("state__in", ("draft", "dropped")),
                            ),
                            models.Q(
                                models.Q(("state", "draft"), _negated=True),
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="programme_approved_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("started_on__isnull", False), ("state__in", ("running", "closed"))),
                            models.Q(("started_on__isnull", True), ("state__in", ("draft", "dropped", "approved"))),
                            _connector="OR",
                        ),
                        name="programme_runs_since_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", False),
                                ("state__in", ("closed", "dropped")),
                                models.Q(("end_note", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state__in", ("closed", "dropped")), _negated=True),
                                ("closed_on__isnull", True),
                                ("end_note", ""),
                            ),
                            _connector="OR",
                        ),
                        name="programme_ends_with_a_word",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 · Reaksi"),
                            (2, "2 · Pembelajaran"),
                            (3, "3 · Perilaku di tempat kerja"),
                            (4, "4 · Hasil bagi layanan"),
                        ],
                        verbose_name="Jenjang",
                    ),
                ),
                ("months_after", models.PositiveSmallIntegerField(default=0, verbose_name="Bulan sesudahnya")),
                ("method", models.CharField(max_length=300, verbose_name="Cara")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="Dilaksanakan pada")),
                ("finding", models.TextField(blank=True, max_length=4000, verbose_name="Yang ditemukan")),
                (
                    "responsible",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation_plans",
                        to="people.person",
                        verbose_name="Pelaksana",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluation_plans",
                        to="development.programme",
                        verbose_name="Program pembinaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Rencana evaluasi",
                "verbose_name_plural": "Rencana evaluasi",
                "ordering": ("level",),
                "constraints": [
                    models.UniqueConstraint(fields=("programme", "level"), name="evaluation_level_once"),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", [1, 2, 3, 4])), name="evaluation_level_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("method", ""), _negated=True), name="evaluation_says_how"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", True), ("finding", "")),
                            models.Q(("done_on__isnull", False), models.Q(("finding", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="evaluation_done_with_a_finding",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level__in", (1, 2)), ("months_after", 0)),
                            models.Q(("level", 3), ("months_after__gte", 3), ("months_after__lte", 6)),
                            models.Q(("level", 4), ("months_after__gte", 1)),
                            _connector="OR",
                        ),
                        name="evaluation_at_its_time",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="batch",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batches",
                to="development.programme",
                verbose_name="Program pembinaan",
            ),
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("topic", models.CharField(blank=True, max_length=200, verbose_name="Pokok bahasan")),
                ("text", models.TextField(max_length=2000, verbose_name="Pertanyaan")),
                ("explanation", models.TextField(blank=True, max_length=2000, verbose_name="Penjelasan")),
                ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="Tidak dipakai sejak")),
                (
                    "curriculum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="development.curriculum",
                        verbose_name="Kurikulum",
                    ),
                ),
            ],
            options={
                "verbose_name": "Soal",
                "verbose_name_plural": "Soal",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="question_asks_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Choice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("text", models.CharField(max_length=500, verbose_name="Jawaban")),
                ("is_right", models.BooleanField(default=False, verbose_name="Benar")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="development.question",
                        verbose_name="Soal",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pilihan jawaban",
                "verbose_name_plural": "Pilihan jawaban",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("question", "position"), name="choice_position_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_right", True)), fields=("question",), name="choice_right_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="choice_says_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReactionGiven",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reaction_given",
                        to="development.enrolment",
                        verbose_name="Peserta",
                    ),
                ),
            ],
            options={
                "verbose_name": "Evaluasi reaksi diisi",
                "verbose_name_plural": "Evaluasi reaksi diisi",
            },
        ),
        migrations.CreateModel(
            name="ReactionRemark",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.TextField(max_length=1000, verbose_name="Saran")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Saran evaluasi reaksi",
                "verbose_name_plural": "Saran evaluasi reaksi",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="remark_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="Judul sesi")),
                ("starts_at", models.DateTimeField(verbose_name="Mulai pukul")),
                ("ends_at", models.DateTimeField(verbose_name="Selesai pukul")),
                (
                    "mode",
                    models.CharField(
                        choices=[("classroom", "Tatap muka"), ("online", "Daring"), ("blended", "Campuran")],
                        max_length=9,
                        verbose_name="Cara bertemu",
                    ),
                ),
                ("room", models.CharField(blank=True, max_length=200, verbose_name="Ruang")),
                ("link", models.URLField(blank=True, verbose_name="Tautan daring")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Dijadwalkan"), ("cancelled", "Dibatalkan")],
                        default="planned",
                        max_length=9,
                        verbose_name="Keadaan",
                    ),
                ),
                ("cancel_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan pembatalan")),
                ("secret", models.CharField(max_length=64)),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="development.partner",
                        verbose_name="Mitra",
                    ),
                ),
            ],
            options={
                "verbose_name": "Sesi",
                "verbose_name_plural": "Sesi",
                "ordering": ("starts_at", "pk"),
                "indexes": [models.Index(fields=["starts_at", "id"], name="session_by_time")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="session_is_named"),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="session_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mode__in", ["classroom", "online", "blended"])),
                        name="session_mode_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("secret", ""), _negated=True), name="session_has_a_secret"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), models.Q(("cancel_reason", ""), _negated=True)),
                            models.Q(("cancel_reason", ""), ("state", "planned")),
                            _connector="OR",
                        ),
                        name="session_cancelled_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reaction",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("trainer", models.CharField(blank=True, max_length=200, verbose_name="Pengajar")),
                ("item", models.CharField(max_length=20, verbose_name="Hal yang dinilai")),
                ("score", models.PositiveSmallIntegerField(verbose_name="Jawaban")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reactions",
                        to="development.batch",
                        verbose_name="Angkatan",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reactions",
                        to="development.session",
                        verbose_name="Sesi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jawaban evaluasi reaksi",
                "verbose_name_plural": "Jawaban evaluasi reaksi",
                "indexes": [models.Index(fields=["batch", "session", "item"], name="reaction_by_batch")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("item", ""), _negated=True), name="reaction_is_about_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 4)), name="reaction_is_one_to_four"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("trainer", ""), ("session__isnull", False), _connector="OR"),
                        name="reaction_trainer_taught",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="attendance",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attendances",
                to="development.session",
                verbose_name="Sesi",
            ),
        ),
        migrations.CreateModel(
            name="SessionReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField(verbose_name="Dikirim")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="session_reminders",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="development.session",
                        verbose_name="Sesi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pengingat sesi",
                "verbose_name_plural": "Pengingat sesi",
                "constraints": [
                    models.UniqueConstraint(fields=("session", "person"), name="reminder_once_a_session_and_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.JSONField(verbose_name="Aturan")),
                ("first_on", models.DateField(verbose_name="Mulai")),
                ("last_on", models.DateField(verbose_name="Sampai")),
                ("made_at", models.DateTimeField(verbose_name="Dibuat")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series",
                        to="development.batch",
                        verbose_name="Angkatan",
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
            ],
            options={
                "verbose_name": "Rangkaian sesi",
                "verbose_name_plural": "Rangkaian sesi",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_on__gte", models.F("first_on"))), name="series_ends_after_start"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="session",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sessions",
                to="development.sessionseries",
                verbose_name="Rangkaian sesi",
            ),
        ),
        migrations.CreateModel(
            name="SiasnIdentity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pns_id", models.CharField(max_length=64, unique=True, verbose_name="ID SIASN")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="siasn",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "ID pegawai di SIASN",
                "verbose_name_plural": "ID pegawai di SIASN",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pns_id", ""), _negated=True), name="siasn_identity_is_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TestAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="Nilai")),
                ("handed_in_at", models.DateTimeField(verbose_name="Dikumpulkan")),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="development.enrolment",
                        verbose_name="Peserta",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="development.learningtest",
                        verbose_name="Tes",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pengerjaan tes",
                "verbose_name_plural": "Pengerjaan tes",
                "constraints": [
                    models.UniqueConstraint(fields=("test", "enrolment"), name="attempt_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="attempt_score_is_a_score"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TestAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "choice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="development.choice",
                        verbose_name="Pilihan jawaban",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="development.question",
                        verbose_name="Soal",
                    ),
                ),
                (
                    "attempt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="development.testattempt",
                        verbose_name="Pengerjaan tes",
                    ),
                ),
            ],
            options={
                "verbose_name": "Jawaban tes",
                "verbose_name_plural": "Jawaban tes",
                "constraints": [models.UniqueConstraint(fields=("attempt", "question"), name="answer_once")],
            },
        ),
        migrations.CreateModel(
            name="TestQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="development.question",
                        verbose_name="Soal",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asked",
                        to="development.learningtest",
                        verbose_name="Tes",
                    ),
                ),
            ],
            options={
                "verbose_name": "Soal tes",
                "verbose_name_plural": "Soal tes",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("test", "question"), name="question_once_in_a_test"),
                    models.UniqueConstraint(fields=("test", "position"), name="test_position_once"),
                ],
            },
        ),
        migrations.AddField(
            model_name="learningtest",
            name="questions",
            field=models.ManyToManyField(
                related_name="tests", through="development.TestQuestion", to="development.question", verbose_name="Soal"
            ),
        ),
        migrations.CreateModel(
            name="Trainer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="Nama pengajar")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taught_sessions",
                        to="people.person",
                        verbose_name="Pegawai",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trainers",
                        to="development.session",
                        verbose_name="Sesi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pengajar",
                "verbose_name_plural": "Pengajar",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("session", "person"),
                        name="trainer_once_in_a_session",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("person__isnull", False)),
                            models.Q(("person__isnull", True), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="trainer_is_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="Gelombang")),
                ("planned_on", models.DateField(verbose_name="Rencana semula")),
                ("due_on", models.DateField(verbose_name="Rencana sekarang")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="Mulai sebenarnya")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waves",
                        to="development.programme",
                        verbose_name="Program pembinaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Gelombang",
                "verbose_name_plural": "Gelombang",
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(fields=("programme", "number"), name="wave_number_once"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="wave_numbers_begin_at_one"),
                ],
            },
        ),
        migrations.AddField(
            model_name="batch",
            name="wave",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batches",
                to="development.wave",
                verbose_name="Gelombang",
            ),
        ),
        migrations.CreateModel(
            name="WavePlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "order",
                    models.CharField(
                        choices=[("random", "Urutan acak"), ("reasoned", "Urutan dengan alasan")],
                        max_length=8,
                        verbose_name="Urutan",
                    ),
                ),
                ("seed", models.CharField(blank=True, max_length=100, verbose_name="Benih acak")),
                ("reason", models.TextField(blank=True, max_length=4000, verbose_name="Alasan urutan")),
                ("decided_at", models.DateTimeField(verbose_name="Diputus")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diputus oleh",
                    ),
                ),
                (
                    "programme",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wave_plan",
                        to="development.programme",
                        verbose_name="Program pembinaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "Rencana gelombang",
                "verbose_name_plural": "Rencana gelombang",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("order", "random"), ("reason", ""), models.Q(("seed", ""), _negated=True)),
                            models.Q(("order", "reasoned"), ("seed", ""), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="wave_order_has_its_ground",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WaveSlip",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_day", models.DateField(verbose_name="Dari")),
                ("to_day", models.DateField(verbose_name="Ke")),
                ("reason", models.TextField(max_length=2000, verbose_name="Alasan")),
                ("noted_at", models.DateTimeField(verbose_name="Dicatat")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dicatat oleh",
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slips",
                        to="development.wave",
                        verbose_name="Gelombang",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pergeseran gelombang",
                "verbose_name_plural": "Pergeseran gelombang",
                "ordering": ("-noted_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="wave_slip_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_day", models.F("to_day")), _negated=True), name="wave_slip_moves"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaveUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="Mulai sebenarnya")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="Keluar pada")),
                ("leave_reason", models.CharField(blank=True, max_length=500, verbose_name="Alasan keluar")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wave_units",
                        to="development.programme",
                        verbose_name="Program pembinaan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wave_units",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="development.wave",
                        verbose_name="Gelombang",
                    ),
                ),
            ],
            options={
                "verbose_name": "Unit dalam gelombang",
                "verbose_name_plural": "Unit dalam gelombang",
                "constraints": [
                    models.UniqueConstraint(fields=("programme", "unit"), name="unit_in_one_wave_of_a_programme"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leave_reason", ""), ("left_on__isnull", True)),
                            models.Q(("left_on__isnull", False), models.Q(("leave_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="wave_unit_left_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.PositiveSmallIntegerField(verbose_name="Hari ke")),
                (
                    "side",
                    models.CharField(
                        choices=[("self", "Pegawai"), ("superior", "Atasan")], max_length=8, verbose_name="Pihak"
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[("met", "Tercapai"), ("partly", "Sebagian"), ("not_yet", "Belum")],
                        max_length=7,
                        verbose_name="Hasil",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="Catatan")),
                ("link", models.URLField(blank=True, verbose_name="Tautan bukti")),
                ("checked_at", models.DateTimeField(verbose_name="Diperiksa")),
                (
                    "checked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Diperiksa oleh",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="development.actionitem",
                        verbose_name="Butir rencana aksi",
                    ),
                ),
            ],
            options={
                "verbose_name": "Pemeriksaan rencana aksi",
                "verbose_name_plural": "Pemeriksaan rencana aksi",
                "ordering": ("day", "side"),
                "constraints": [
                    models.UniqueConstraint(fields=("item", "day", "side"), name="action_check_once_a_day_and_side"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("side__in", ["self", "superior"]), ("finding__in", ["met", "partly", "not_yet"])
                        ),
                        name="action_check_words_are_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("day__gte", 1)), name="action_check_after_some_days"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="behaviourcheck",
            constraint=models.UniqueConstraint(fields=("enrolment", "side"), name="behaviour_check_once_a_side"),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ended"), _negated=True),
                fields=("enrolment",),
                name="action_plan_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="competenceunit",
            constraint=models.UniqueConstraint(fields=("version", "position"), name="competence_position_once"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("session", "enrolment"), name="attendance_once_in_a_session"),
        ),
    ]
