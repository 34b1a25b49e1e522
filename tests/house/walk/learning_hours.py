"""How Dewi meets the ledger of hours: her own years and her own staff, and nothing of others."""

from datetime import date
from decimal import Decimal

from house.walk.world import MARK
from pembina.domain.development.learning_counts import Learning
from pembina.domain.development.models import DegreeStudy, LearningImport, LearningRecord, ProfessionalCertification
from pembina.domain.development.operations.degree_studies import Certification, Study, begin_study, note_certification
from pembina.domain.development.operations.learning_records import report_learning

DAY = date(2026, 3, 2)


def record(world):
    """Return something that Sari has reported."""
    known = LearningRecord.objects.filter(title=f"Seminar {MARK}").first()
    if known is None:
        told = Learning(9, f"Seminar {MARK}", DAY, DAY, Decimal(6), organiser="Balai", evidence="https://contoh.go.id/")
        known = report_learning(learning=told, by=world.account("sari"), at=world.at)
    return {"pk": known.pk}


def person(world):
    return {"pk": world.record("sari").pk}


def study(world):
    known = DegreeStudy.objects.filter(subject=f"Administrasi {MARK}").first()
    if known is None:
        told = Study("45", f"Administrasi {MARK}", DAY, date(2028, 3, 1), institution="Universitas")
        known = begin_study(person=world.record("sari"), study=told, by=world.account("rina"), at=world.at)
    return {"pk": known.pk}


def certification(world):
    known = ProfessionalCertification.objects.filter(title=f"Ahli {MARK}").first()
    if known is None:
        told = Certification(f"Ahli {MARK}", "LKPP", "7", DAY, date(2028, 3, 1))
        by = world.account("rina")
        known = note_certification(person=world.record("sari"), certification=told, by=by, at=world.at)
    return {"pk": known.pk}


def batch(world):
    told = {"file_name": f"{MARK}.csv", "sha256": "0" * 64, "by": world.account("rina"), "at": world.at}
    return {"pk": LearningImport.objects.create(**told, added=0, same=0, refused=0).pk}


SAMPLES = {
    "learning_hours:person": person,
    "learning_hours:note": person,
    "learning_hours:study_*": study,
    "learning_hours:certification_*": certification,
    "learning_hours:undo_import": batch,
    "learning_hours:*": record,
}
OWN = {
    "learning_hours:own": "shows her own hours",
    "learning_hours:report": "reports what she has learned herself",
    "learning_hours:team": "lists the staff she decides on, of whom she has none",
}
