"""Answers given at a counter of one service are answers about that service; they had been stored without it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def name_the_service(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    response = apps.get_model("services", "SurveyResponse")
    place = apps.get_model("services", "SurveyPlace")
    known = Subquery(place.objects.filter(pk=OuterRef("place")).values("service")[:1])
    nameless = response.objects.filter(means="qr", service__isnull=True, place__service__isnull=False)
    nameless.update(service=known)


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0065_commitment_recorded_on"),
    ]

    operations = [migrations.RunPython(name_the_service, migrations.RunPython.noop)]
