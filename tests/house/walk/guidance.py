"""How Dewi meets the pages of guidance: her own records, and nothing of Sari's."""

from house.walk.world import MARK
from pembina.domain.performance.guidance_parts import STATEMENTS, GuidanceKind
from pembina.domain.performance.models import GuidanceOpinion, GuidanceRecord
from pembina.domain.performance.operations.guidance import confirm_guidance, say_of_guidance, write_guidance

TOLD = {"aim": f"Tujuan {MARK}", "expertise": "Perizinan", "steps": "Bersama", "measure": "Berkas"}


def record(world):
    """Return a mentoring of Sari by Budi."""
    known = GuidanceRecord.objects.first()
    made = known or write_guidance(
        kind=GuidanceKind.MENTORING, other=world.record("sari"), parts=TOLD, held_on=world.at.date(),
        by=world.account("budi"), at=world.at,
    )  # fmt: skip
    return {"pk": made.pk}


def opinion(world):
    """Return what Sari thinks of it."""
    made = GuidanceRecord.objects.get(pk=record(world)["pk"])
    known = GuidanceOpinion.objects.first()
    if known is None:
        for name in ("sari", "budi"):
            confirm_guidance(guidance=made, by=world.account(name), at=world.at)
        answers = {part.key: "yes" for part in STATEMENTS}
        known = say_of_guidance(guidance=made, answers=answers, words="", by=world.account("sari"), at=world.at)
    return {"pk": known.pk}


SAMPLES = {
    "guidance:write": lambda world: {"pk": world.record("sari").pk, "kind": "coaching"},
    "guidance:opinion": opinion,
    "guidance:*": record,
}
OWN = {
    "guidance:index": "lists her own records",
    "guidance:people": "lists her own guides",
    "guidance:opinions": "lists what she said herself",
}
