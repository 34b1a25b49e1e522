from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_assignments")]

    operations = [
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("code", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                name="unit_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "government",
                            "secretariat",
                            "inspectorate",
                            "office",
                            "agency",
                            "division",
                            "technical_unit",
                            "hospital",
                            "health_centre",
                            "school",
                            "district",
                            "ward",
                        ],
                    )
                ),
                name="unit_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
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
                name="unit_sector_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(("time_zone__in", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])),
                name="unit_time_zone_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True), name="unit_is_not_its_own_parent"
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on__isnull", True), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                ),
                name="unit_closes_after_opening",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("closed_on__isnull", False), models.Q(("merged_into", models.F("id")), _negated=True)),
                    _connector="OR",
                ),
                name="unit_merged_is_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["acting", "daily", "task"])), name="delegation_kind_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("letter", ""), _negated=True), name="delegation_has_a_letter"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="delegation_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("on_behalf_of__isnull", True),
                    models.Q(("on_behalf_of", models.F("person")), _negated=True),
                    _connector="OR",
                ),
                name="delegation_not_to_oneself",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["person", "kind", "starts_on"], name="assignment_of_person"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["unit", "starts_on"], name="assignment_in_unit"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)), fields=("person", "kind"), name="assignment_open_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["main", "additional"])), name="assignment_kind_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("position_kind__in", ["structural", "functional", "executive"])),
                name="assignment_position_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("position", ""), _negated=True), name="assignment_has_a_position"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="assignment_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("superior__isnull", True),
                    models.Q(("superior", models.F("person")), _negated=True),
                    _connector="OR",
                ),
                name="assignment_not_own_superior",
            ),
        ),
        migrations.AddConstraint(
            model_name="unitancestry",
            constraint=models.UniqueConstraint(fields=("ancestor", "descendant"), name="ancestry_is_told_once"),
        ),
        migrations.AddConstraint(
            model_name="unitancestry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ancestor", models.F("descendant")), ("depth", 0)),
                    models.Q(("depth__gt", 0), models.Q(("ancestor", models.F("descendant")), _negated=True)),
                    _connector="OR",
                ),
                name="ancestry_has_no_cycle",
            ),
        ),
    ]
