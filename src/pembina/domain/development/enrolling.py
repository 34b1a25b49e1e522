"""What a worker does for a bulk enrolment; a page asks for it and shows how far it has come."""

import logging

from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.background import task
from pembina.domain.access.models import User
from pembina.domain.development.enums import BulkEnrolmentState
from pembina.domain.development.models import BulkEnrolment
from pembina.domain.development.operations.bulk_enrolments import apply_bulk_enrolment, fail_bulk_enrolment
from pembina.domain.development.permissions import batches_run_by
from pembina.domain.development.refusals import RefusedError

OUR_MISTAKE = Text(
    id="Terjadi kesalahan di pihak kami; tidak ada yang didaftarkan. Coba lagi, atau hubungi pengelola sistem.",
    en="Something went wrong on our side; nobody was enrolled. Try again, or tell those who run the system.",
)
NOT_ALLOWED = Text(
    id="Anda tidak lagi menyelenggarakan angkatan ini; tidak ada yang didaftarkan.",
    en="You do not organise this batch any more; nobody was enrolled.",
)
logger = logging.getLogger(__name__)


@task()
def enrol_in_bulk(bulk_pk: int, by_pk: int) -> None:
    """Apply it; one that has moved on since it was asked for is left alone."""
    bulk = BulkEnrolment.objects.filter(pk=bulk_pk, state=BulkEnrolmentState.WAITING).first()
    if bulk is None:
        return
    by = User.objects.get(pk=by_pk)
    if not batches_run_by(by, on=timezone.localdate()).filter(pk=bulk.batch_id).exists():
        fail_bulk_enrolment(bulk=bulk, problem=NOT_ALLOWED, by=by, at=timezone.now())
        return
    try:
        apply_bulk_enrolment(bulk=bulk, by=by, at=timezone.now())
    except RefusedError as refused:
        problem = Text(id=f"{refused.message.id} {refused.remedy.id}", en=f"{refused.message.en} {refused.remedy.en}")
        fail_bulk_enrolment(bulk=bulk, problem=problem, by=by, at=timezone.now())
    except Exception:
        logger.exception("A bulk enrolment failed")
        fail_bulk_enrolment(bulk=bulk, problem=OUR_MISTAKE, by=by, at=timezone.now())
