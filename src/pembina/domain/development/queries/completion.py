"""Who has completed a batch by its own rules: sessions attended, and the score where there is a pass mark."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pembina.core.text import Text
from pembina.domain.development.enums import AttendanceStatus, EnrolmentState, SessionState, TestMoment
from pembina.domain.development.models import Attendance, Batch, Enrolment, Grade, Session, TestAttempt


@dataclass(frozen=True, slots=True)
class Completion:
    """How far one participant has come.

    Attributes
    ----------
    attended, held : sessions attended, and sessions that have ended so far
    planned : sessions that are not called off, also those to come
    score : 0-100, None where nobody has graded and no post-test was handed in
    lacking : why there can be no certificate yet, or not at all; empty where everything is there
    """

    attended: int
    held: int
    planned: int
    score: Decimal | None
    lacking: tuple[Text, ...]

    @property
    def is_complete(self) -> bool:
        return not self.lacking

    @property
    def share(self) -> Decimal | None:
        """Return the share of all planned sessions attended, in percent; None without sessions."""
        return Decimal(100 * self.attended) / self.planned if self.planned else None


def completions_of(batch: Batch, *, at: datetime) -> dict[int, Completion]:
    """Return by the number of the enrolment how far everybody with a seat has come; five queries, whatever the size."""
    seated = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED).values_list("pk", flat=True)
    sessions = list(Session.objects.filter(batch=batch, state=SessionState.PLANNED).values_list("pk", "ends_at"))
    held = {pk for pk, ends_at in sessions if ends_at <= at}
    present = _present([pk for pk, _ends in sessions], batch)
    scores = scores_of(batch)
    return {
        pk: _completion(batch, present[pk], held=len(held), planned=len(sessions), score=scores.get(pk))
        for pk in seated
    }


def scores_of(batch: Batch) -> dict[int, Decimal]:
    """Return the score that counts, by the number of the enrolment: the grade, else the post-test."""
    tested = TestAttempt.objects.filter(test__batch=batch, test__moment=TestMoment.AFTER)
    found = dict(tested.values_list("enrolment", "score"))
    return found | dict(Grade.objects.filter(enrolment__batch=batch).values_list("enrolment", "score"))


def _present(sessions: list[int], batch: Batch) -> Mapping[int, int]:
    attended = Attendance.objects.filter(enrolment__batch=batch, session__in=sessions, status=AttendanceStatus.PRESENT)
    return defaultdict(int, Counter(attended.values_list("enrolment", flat=True)))


def _completion(batch: Batch, attended: int, *, held: int, planned: int, score: Decimal | None) -> Completion:
    lacking = []
    version = batch.version
    if held < planned or not planned:
        lacking.append(_unfinished(planned - held))
    elif attended * 100 < version.least_attendance * planned:
        lacking.append(_absent(attended, planned, version.least_attendance))
    if version.pass_mark is not None and score is None:
        lacking.append(NO_SCORE)
    elif version.pass_mark is not None and score is not None and score < version.pass_mark:
        lacking.append(_failed(score, version.pass_mark))
    return Completion(attended, held, planned, score, tuple(lacking))


NO_SCORE = Text(
    id="Belum ada nilai: post-test belum dikerjakan dan nilai belum diberikan.",
    en="There is no score: no post-test was handed in and no grade was given.",
)


def _unfinished(left: int) -> Text:
    if not left:
        return Text(id="Angkatan ini belum mempunyai sesi.", en="This batch has no sessions yet.")
    return Text(id=f"Masih ada {left} sesi yang belum selesai.", en=f"{left} sessions are still to come.")


def _absent(attended: int, planned: int, least: int) -> Text:
    return Text(
        id=f"Hadir {attended} dari {planned} sesi; paling sedikit {least} %.",
        en=f"Attended {attended} of {planned} sessions; at least {least} % is asked.",
    )


def _failed(score: Decimal, mark: Decimal) -> Text:
    return Text(
        id=f"Nilai {_indonesian(score)}, nilai lulus {_indonesian(mark)}.",
        en=f"Score {score:.2f}, pass mark {mark:.2f}.",
    )


def _indonesian(number: Decimal) -> str:
    return f"{number:.2f}".replace(".", ",")
