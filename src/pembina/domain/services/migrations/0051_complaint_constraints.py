from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0050_complaints"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tracking_id", ""), _negated=True),
                fields=("tracking_id",),
                name="complaint_tracked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("number", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                name="complaint_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["complaint", "suggestion", "praise"])), name="complaint_kind_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(("means__in", ["online", "lapor"])), name="complaint_means_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["received", "triaged", "in_progress", "answered", "closed", "declined"])
                ),
                name="complaint_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "element__in",
                        [
                            "",
                            "persyaratan",
                            "prosedur",
                            "waktu",
                            "biaya",
                            "produk",
                            "kompetensi",
                            "perilaku",
                            "pengaduan",
                            "sarana",
                        ],
                    )
                ),
                name="complaint_element_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_on__isnull", False), ("kind", "complaint")),
                    models.Q(
                        models.Q(("kind", "complaint"), _negated=True), ("due_on__isnull", True), ("severity", "")
                    ),
                    _connector="OR",
                ),
                name="complaint_alone_has_a_deadline",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(("severity__in", ["", "minor", "normative", "service", "oversight"])),
                name="complaint_severity_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("code_hash__isnull", True), ("means", "lapor"), models.Q(("tracking_id", ""), _negated=True)
                    ),
                    models.Q(("code_hash__isnull", False), ("means", "online"), ("tracking_id", "")),
                    _connector="OR",
                ),
                name="complaint_followed_by_code_or_tracking",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer_days__isnull", True), ("answered_at__isnull", True), ("in_time__isnull", True)),
                    models.Q(
                        ("answer_days__isnull", False),
                        ("answered_at__gte", models.F("received_at")),
                        models.Q(
                            models.Q(("in_time__isnull", False), ("kind", "complaint")),
                            ("in_time__isnull", True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="complaint_answer_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answered_at__isnull", True),
                        ("ended_at__isnull", True),
                        ("state__in", ("received", "triaged", "in_progress")),
                    ),
                    models.Q(("ended_at__isnull", False), ("state__in", ("answered", "closed", "declined"))),
                    _connector="OR",
                ),
                name="complaint_ended_has_its_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True), ("answered_at__isnull", False), _connector="OR"
                ),
                name="complaint_answered_has_its_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("satisfied__isnull", True), ("state__in", ("answered", "closed", "declined")), _connector="OR"
                ),
                name="complaint_judged_when_ended",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True),
                    models.Q(("phone", ""), _negated=True),
                    models.Q(("email", ""), _negated=True),
                    _connector="OR",
                ),
                name="complaint_contact_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="complaint_message_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by__isnull", True), ("kind", "citizen")),
                    models.Q(("by__isnull", False), ("kind__in", ["reply", "note"])),
                    _connector="OR",
                ),
                name="complaint_message_has_its_author",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["received", "triaged", "in_progress", "answered", "closed", "declined"])
                ),
                name="complaint_step_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "declined"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="complaint_declined_with_reason",
            ),
        ),
    ]
