"""An import of human resources: whoever may not bring files in finds no page about it."""

from house.walk.world import MARK
from pembina.domain.people.enums import ImportKind
from pembina.domain.people.intake.batches import receive


def an_import(world):
    batch = receive(
        kind=ImportKind.STAFF,
        file_name=f"{MARK}.xlsx",
        file_sha256="0" * 64,
        on=world.today,
        by=world.account("rina"),
        at=world.at,
    )
    return {"pk": batch.pk}


SAMPLES = {
    "imports:template": lambda world: {"name": "pegawai", "ending": "xlsx"},
    "imports:*": an_import,
}
