"""Programs report events; a repeat changes nothing, and every refusal names the field and the remedy."""

from datetime import UTC, date, datetime

import pytest

from api.conftest import NOW, SECRET
from pembina.domain.access.audit import events_on
from pembina.domain.services.api_refusals import UnknownServiceCodeError
from pembina.domain.services.models import ApiToken, RequestPause, ServiceRequest
from pembina.domain.services.operations import reported_events
from pembina.domain.services.operations.api_tokens import revoke_token
from pembina.domain.services.operations.reported_events import EventKind, Report, take_report


def fields(answer):
    return [error["field"] for error in answer[1]["errors"]]


def test_the_life_of_a_request(report):
    status, told = report(channel="counter")
    assert status == 201
    assert told["request"]["number"] == "A-1"
    assert report(key="k2", event="paused", reason="applicant", at="2026-03-02T09:00:00+07:00")[1]["request"]["resting"]
    assert report(key="k3", event="resumed", at="2026-03-03T09:00:00+07:00")[0] == 201
    status, told = report(key="k4", event="completed", at="2026-03-04T09:00:00+07:00")
    assert told["request"]["ended"] == "2026-03-04T02:00:00Z"
    found = ServiceRequest.objects.get()
    assert (found.channel, found.promised, found.withdrawn) == ("counter", 3, False)
    assert RequestPause.objects.get().ended_at is not None


def test_what_is_sent_twice_is_taken_once(report, person):
    assert report()[0] == 201
    status, told = report()
    assert (status, told["repeated"]) == (200, True)
    assert ServiceRequest.objects.count() == 1
    events = events_on(ServiceRequest.objects.get())
    assert [(event.operation, event.actor) for event in events] == [("receive_request", person("maya"))]


def test_a_key_of_another_event_is_refused(report):
    report()
    assert (lambda answer: (answer[0], fields(answer)))(report(number="A-2")) == (409, ["key"])


def test_a_withdrawn_request_has_ended(report):
    report()
    assert report(key="k2", event="withdrawn", at="2026-03-03T08:00:00+07:00")[1]["request"]["withdrawn"]


@pytest.mark.parametrize(
    ("wrong", "status", "named"),
    [
        ({"event": "vanished"}, 422, ["event"]),
        ({"at": "2026-03-02 08:30"}, 422, ["at"]),
        ({"at": "kemarin", "number": ""}, 422, ["number", "at"]),
        ({"key": "x" * 101}, 422, ["key"]),
        ({"event": "paused"}, 422, ["reason"]),
        ({"channel": "merpati"}, 422, ["channel"]),
        ({"nik": "3201"}, 422, ["nik"]),
        ({"number": "a\0b"}, 422, ["number"]),
        ({"number": "\ud83d", "key": "k\udc00"}, 422, ["key", "number"]),
        ({"service": "\ud83d"}, 422, ["service"]),
        ({"\ud83d": "x"}, 422, ["\ud83d"]),
        ({"service": "ENTAH"}, 404, ["service"]),
        ({"event": "completed"}, 404, ["number"]),
        ({"at": "2198-03-02T08:30:00+07:00"}, 409, ["event"]),
    ],
)
def test_each_wrong_field_is_named_with_its_remedy(report, wrong, status, named):
    answer = report(**wrong)
    assert (answer[0], fields(answer)) == (status, named)
    assert all(error["remedy"]["id"] and error["message"]["en"] for error in answer[1]["errors"])
    assert not ServiceRequest.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"\xff", b"[" * 20_000, b"{}" + b" " * 20_000])
def test_what_is_no_report_is_refused_whole(client, token, body):
    headers = {"Authorization": f"Bearer {SECRET}"}
    answer = client.post("/api/v1/request-events", body, content_type="application/json", headers=headers)
    assert answer.status_code == 422
    assert {error["field"] for error in answer.json()["errors"]} <= {"body", "key", "service", "number", "event", "at"}


def test_a_step_that_does_not_fit_is_refused(report):
    report()
    assert report(key="k2", event="resumed", at="2026-03-02T09:00:00+07:00")[0] == 409
    assert report(key="k3")[0] == 409


def test_emoji_are_kept(report):
    assert report(number="A-1 😀")[1]["request"]["number"] == "A-1 😀"


def test_without_a_token_in_use_nothing_is_taken(report, token, person):
    assert report(secret="pembina_wrong")[0] == 401
    revoke_token(token=token, by=person("maya"), at=NOW)
    assert report()[0] == 401
    assert not ServiceRequest.objects.exists()


def test_whoever_guesses_tokens_is_turned_away(report):
    answers = [report(secret=f"pembina_{n}")[0] for n in range(7)]
    assert answers[0] == 401
    assert answers[-1] == 429
    assert report()[0] == 201


def test_a_flood_of_events_is_slowed(report, monkeypatch):
    monkeypatch.setattr(reported_events, "MOST_A_MINUTE", 2)
    assert [report(key=f"k{n}", number=f"A-{n}")[0] for n in range(3)] == [201, 201, 429]


def test_the_token_reaches_its_own_unit_only(report, service, office):
    other = service("LAIN", unit=office("02.01"))
    assert report(service=other.code)[0] == 404


def test_a_token_whose_issuer_may_no_longer_record_is_of_no_use(report, person):
    person("maya").role_grants.all().delete()
    assert report()[0] == 404


@pytest.mark.parametrize(("starts_on", "ends_on", "status"), [(22, None, 201), (1, 21, 404)])
def test_the_role_of_an_issuer_begins_and_ends_at_midnight_of_the_installation(
    token, person, starts_on, ends_on, status
):
    """At 23.30 UTC of the 21st it is the 22nd in Jakarta."""
    days = {"starts_on": date(2026, 11, starts_on), "ends_on": ends_on and date(2026, 11, ends_on)}
    person("maya").role_grants.update(**days)
    fresh = ApiToken.objects.get(pk=token.pk)
    told = Report("k1", EventKind.RECEIVED, "IMB", "A-1", datetime(2026, 3, 2, 1, 30, tzinfo=UTC))
    at = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    if status == 201:
        assert take_report(report=told, token=fresh, at=at).request.number == "A-1"
    else:
        with pytest.raises(UnknownServiceCodeError):
            take_report(report=told, token=fresh, at=at)


def test_reading_is_by_post_and_described(client, db):
    assert client.get("/api/v1/request-events").status_code == 405
    document = client.get("/api/v1/openapi.json").json()
    assert document["components"]["schemas"]["Event"]["properties"]["event"]["enum"] == [
        "received", "paused", "resumed", "completed", "withdrawn",
    ]  # fmt: skip
