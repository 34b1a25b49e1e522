"""Answers that come too thick: from one device, from one network, or all alike.

Nothing is thrown away here. From a few on, answers are marked for the officer to look at; only what no counter can
have in so short a time is asked to wait. Many people share the network of an office, so its rope is long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.enums import Suspicion
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.survey_refusals import TooManyAnswersError

WINDOW = timedelta(minutes=15)
ALIKE_WITHIN = timedelta(minutes=5)
# As many of the latest answers at a counter as are looked at: a bound on the work, above every number that marks.
LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Ropes:
    """The number of an answer, within `WINDOW` at one counter, from which it is marked, or asked to wait."""

    marked_from_device: int = 4
    marked_from_network: int = 31
    marked_alike: int = 6
    waits_from_device: int = 9
    waits_from_network: int = 601


ROPES = Ropes()


@dataclass(frozen=True, slots=True)
class Traces:
    """Keyed hashes of where an answer came from, different every day; empty where nothing is known."""

    device: str = ""
    network: str = ""


NO_TRACES = Traces()


def traces(*, device: str, address: str | None, agent: str, on: date) -> Traces:
    """Return the traces of a request.

    `device` is the random mark that the survey page left in the browser. Without it the address and the name of the
    browser have to do, which many phones behind one network share.
    """
    known_by = f"mark {device}" if device else f"browser {address} {agent}"
    return Traces(
        device=_keyed("device", known_by, on) if device or address else "",
        network=_keyed("network", address, on) if address else "",
    )


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many of the latest answers at a counter are like the next one."""

    from_device: int
    from_network: int
    alike: int

    def suspicion(self) -> str:
        """Return why the next answer is suspicious, or nothing."""
        for suspicion, count, marked_from in (
            (Suspicion.SAME_DEVICE, self.from_device, ROPES.marked_from_device),
            (Suspicion.SAME_ANSWERS, self.alike, ROPES.marked_alike),
            (Suspicion.SAME_ADDRESS, self.from_network, ROPES.marked_from_network),
        ):
            if count + 1 >= marked_from:
                return suspicion.value
        return ""


# Written out, because every answer asks it: put together anew, the question would cost more than its answer.
CROWD = """
    SELECT count(CASE WHEN device <> '' AND device = %s THEN 1 END),
           count(CASE WHEN network <> '' AND network = %s THEN 1 END),
           count(CASE WHEN received_at > %s AND {alike} THEN 1 END)
      FROM (SELECT * FROM services_surveyresponse
             WHERE place_id = %s AND received_at > %s AND NOT is_excluded
             ORDER BY received_at DESC, id DESC LIMIT {looked_at}) latest
""".format(alike=" AND ".join(f"{element} = %s" for element in ELEMENTS), looked_at=LOOKED_AT)  # noqa: S608


def crowd_at(place_id: int, traced: Traces, pattern: Sequence[int], *, at: datetime) -> Crowd:
    """Compare the next answer, its nine scores in `pattern`, with the latest at a counter: at most `LOOKED_AT`."""
    instant = connection.ops.adapt_datetimefield_value
    marks = (traced.device, traced.network, instant(at - ALIKE_WITHIN), *pattern)
    with connection.cursor() as cursor:
        cursor.execute(CROWD, [*marks, place_id, instant(at - WINDOW)])
        return Crowd(*cursor.fetchone())


def burst_of(
    suspicion: str, traced: Traces, pattern: Sequence[int], *, place_id: int, before: int, at: datetime
) -> QuerySet[SurveyResponse]:
    """Return those of the latest answers, before the one with the number `before`, that belong to the same burst."""
    alike = Q(received_at__gt=at - ALIKE_WITHIN, **dict(zip(ELEMENTS, pattern, strict=True)))
    belongs = {
        Suspicion.SAME_DEVICE: Q(device=traced.device),
        Suspicion.SAME_ANSWERS: alike,
        Suspicion.SAME_ADDRESS: Q(network=traced.network),
    }[Suspicion(suspicion)]
    rows = SurveyResponse.objects.filter(place=place_id, received_at__gt=at - WINDOW, is_excluded=False, pk__lt=before)
    latest = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[:LOOKED_AT])
    return SurveyResponse.objects.filter(belongs, pk__in=latest, suspicion="")


def refuse_flood(traced: Traces, crowd: Crowd, *, place_id: int, at: datetime) -> None:
    """Refuse more than a counter can have; raises ``TooManyAnswersError``."""
    if crowd.from_device + 1 >= ROPES.waits_from_device:
        raise TooManyAnswersError
    if crowd.from_network == LOOKED_AT:
        same = SurveyResponse.objects.filter(network=traced.network, place=place_id, received_at__gt=at - WINDOW)
        if same.order_by()[: ROPES.waits_from_network].count() + 1 >= ROPES.waits_from_network:
            raise TooManyAnswersError


def _keyed(kind: str, value: str, on: date) -> str:
    key = f"pembina.domain.services.bursts.{kind}.{on.isoformat()}"
    return salted_hmac(key, value, algorithm="sha256").hexdigest()
