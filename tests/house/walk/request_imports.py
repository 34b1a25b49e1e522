"""An import of requests of Sari's unit, and a token of a program there."""

from datetime import date

from house.walk.world import MARK
from pembina.domain.services.intake.reading import Reading, Shape
from pembina.domain.services.intake.receiving import receive
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.api_tokens import issue_token


def an_import(world):
    unit = world.unit("joko")
    service, _ = PublicService.objects.get_or_create(
        code="IMB-WALK", defaults={"unit": unit, "name": "Izin", "opened_on": date(2020, 1, 1)}
    )
    batch = receive(
        file_name=f"{MARK}.csv",
        file_sha256="0" * 64,
        reading=Reading(Shape.ROWS, {}),
        seen={"columns": [], "examples": [], "words": []},
        by=world.account("joko"),
        at=world.at,
    )
    batch.services.add(service)
    return {"pk": batch.pk}


def a_token(world):
    number = world.unit("joko").api_tokens.count()
    token = issue_token(
        unit=world.unit("joko"), name=f"SIMBG {MARK}", secret=f"secret-{number}", by=world.account("maya"), at=world.at
    )
    return {"pk": token.pk}


SAMPLES = {
    "request_imports:template": lambda world: {"name": "permohonan", "ending": "xlsx"},
    "request_imports:*": an_import,
    "api_tokens:revoke": a_token,
}
CONFINED = {"request_imports:template": "an empty file to fill in, the same for everybody"}
