"""How Dewi meets results of performance: her own, and those of nobody else."""

from house.walk.world import MARK
from pembina.domain.performance.models import PerformanceResult, ResultImport


def result(world):
    """Return Sari, who has a result."""
    told = {"year": 2025, "cycle": "annual", "first_month": 1, "last_month": 12, "noted_by": world.account("rina")}
    words = {"results": "above", "behaviour": "above", "predicate": "very_good", "rater_name": f"Penilai {MARK}"}
    sari = world.record("sari")
    if not PerformanceResult.objects.filter(person=sari).exists():
        PerformanceResult.objects.create(person=sari, noted_at=world.at, **told, **words)
    return {"pk": sari.pk}


def batch(world):
    told = {"file_name": f"{MARK}.csv", "sha256": "0" * 64, "by": world.account("rina"), "at": world.at}
    return {"pk": ResultImport.objects.create(**told, added=0, changed=0, same=0, refused=0).pk}


SAMPLES = {
    "performance_results:undo_import": batch,
    "performance_results:*": result,
}
OWN = {
    "performance_results:own": "shows her own results",
    "performance_results:own_index": "simulates her own index",
}
