"""Answers that come too thick: from one device, from one network, or all alike.

Nothing is thrown away here. From a few on, answers are marked for the officer to look at; only what no counter can
have in so short a time is asked to wait. Many people share the network of an office, so its rope is long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

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
class Latest:
    """One of the latest answers at a counter."""

    pk: int
    received_at: datetime
    device: str
    network: str
    suspicion: str
    pattern: tuple[int | None, ...]


def latest_at(place_id: int, *, at: datetime) -> list[Latest]:
    """Return the latest answers at a counter within `WINDOW`, the last first, at most `LOOKED_AT`."""
    rows = SurveyResponse.objects.filter(place=place_id, received_at__gt=at - WINDOW, is_excluded=False)
    found = rows.order_by("-received_at").values_list("pk", "received_at", "device", "network", "suspicion", *ELEMENTS)
    return [
        Latest(pk, received_at, device, network, suspicion, tuple(pattern))
        for pk, received_at, device, network, suspicion, *pattern in found[:LOOKED_AT]
    ]


def suspicion_of(
    traced: Traces, pattern: tuple[int | None, ...], latest: Sequence[Latest], *, at: datetime
) -> tuple[str, list[int]]:
    """Return why the next answer is suspicious, if it is, and those before it that belong to the same burst."""
    alike = [each for each in latest if each.pattern == pattern and each.received_at > at - ALIKE_WITHIN]
    from_device = [each for each in latest if traced.device and each.device == traced.device]
    from_network = [each for each in latest if traced.network and each.network == traced.network]
    for suspicion, burst, marked_from in (
        (Suspicion.SAME_DEVICE, from_device, ROPES.marked_from_device),
        (Suspicion.SAME_ANSWERS, alike, ROPES.marked_alike),
        (Suspicion.SAME_ADDRESS, from_network, ROPES.marked_from_network),
    ):
        if len(burst) + 1 >= marked_from:
            return suspicion.value, [each.pk for each in burst if not each.suspicion]
    return "", []


def refuse_flood(traced: Traces, latest: Sequence[Latest], *, place_id: int, at: datetime) -> None:
    """Refuse more than a counter can have; raises ``TooManyAnswersError``."""
    if sum(bool(traced.device) and each.device == traced.device for each in latest) + 1 >= ROPES.waits_from_device:
        raise TooManyAnswersError
    full = len(latest) == LOOKED_AT
    if full and traced.network and all(each.network == traced.network for each in latest):
        same = SurveyResponse.objects.filter(network=traced.network, place=place_id, received_at__gt=at - WINDOW)
        if same.order_by()[: ROPES.waits_from_network].count() + 1 >= ROPES.waits_from_network:
            raise TooManyAnswersError


def _keyed(kind: str, value: str, on: date) -> str:
    key = f"pembina.domain.services.bursts.{kind}.{on.isoformat()}"
    return salted_hmac(key, value, algorithm="sha256").hexdigest()
