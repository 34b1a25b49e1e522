"""What tests of certificates share: a batch that is over, and people who were there."""

from pembina.domain.development.certificate_content import Signing
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus
from pembina.domain.development.models import Attendance
from pembina.domain.development.operations.certificates import issue_certificates

SIGNING = Signing(name="Dr. Rahmat, M.Si.", position="Kepala BKPSDM", nip="197001011995031001", place="Sukamaju")


def held(training, *, days=(3, 2), batch=None):
    """Return two sessions that are over."""
    return [training.session(begins=training.day(-day), batch=batch) for day in days]


def attended(training, person=None, *, sessions, batch=None):
    """Return the seat of somebody who was at all `sessions`."""
    seat = training.enrol(person or training.person(), batch=batch)
    for session in sessions:
        Attendance.objects.create(
            session=session, enrolment=seat, status=AttendanceStatus.PRESENT, means=AttendanceMeans.LIST,
            received_at=training.at,
        )  # fmt: skip
    return seat


def issued(training, *seats, batch=None, at=None):
    """Return the certificates of some seats, in the order of their numbers."""
    return issue_certificates(
        batch=batch or training.batch, enrolments=[seat.pk for seat in seats], signing=SIGNING, by=training.rina,
        at=at or training.at,
    )  # fmt: skip
