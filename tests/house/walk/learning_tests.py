"""How Dewi meets tests, reactions and grades: lists of her own, which are empty, and nothing of Sari's batch."""

from datetime import timedelta
from decimal import Decimal

from house.walk.attendance import seat
from house.walk.world import MARK
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import GradeImport, LearningTest, Question
from pembina.domain.development.operations.grades import apply_grade_import
from pembina.domain.development.operations.learning_tests import TestPlan, plan_test
from pembina.domain.development.operations.questions import Asked, add_question


def batch(world):
    return {"pk": seat(world).batch_id, "moment": "pre"}


def curriculum(world):
    return {"pk": seat(world).batch.version.curriculum_id}


def question(world) -> Question:
    asked = Asked(f"Apa {MARK}?", ("Ya", "Tidak"), 0)
    bank = seat(world).batch.version.curriculum
    known = bank.questions.first()
    return known or add_question(curriculum=bank, asked=asked, by=world.account("rina"), at=world.at)


def test_of_batch(world):
    known = LearningTest.objects.first()
    if known is None:
        hour = timedelta(hours=1)
        plan = TestPlan(world.at - hour, world.at + hour, [question(world)])
        told = {"batch": seat(world).batch, "moment": TestMoment.BEFORE, "by": world.account("rina"), "at": world.at}
        known = plan_test(plan=plan, **told)
    return {"pk": known.pk}


def grade_file(world):
    taken = seat(world)
    known = GradeImport.objects.first() or apply_grade_import(
        batch=taken.batch, grades={taken.pk: Decimal(80)}, file_name=f"{MARK}.csv", sha256="0" * 64,
        by=world.account("rina"), at=world.at,
    )  # fmt: skip
    return {"pk": known.pk}


SAMPLES = {
    "learning_tests:take": test_of_batch,
    "learning_tests:programme": lambda world: {"pk": seat(world).batch.programme_id},
    "learning_tests:undo_grades": grade_file,
    "learning_tests:bank": curriculum,
    "learning_tests:question_new": curriculum,
    "learning_tests:*questions*": curriculum,
    "learning_tests:question": lambda world: {"pk": question(world).pk},
    "learning_tests:question_step": lambda world: {"pk": question(world).pk, "name": "hentikan"},
    "learning_tests:*": batch,
}
OWN = {
    "learning_tests:index": "lists her own tests and forms, which are none",
    "learning_tests:banks": "lists the banks of the batches she organises, which are none",
}
