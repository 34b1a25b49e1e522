"""The page behind the QR code: small, without an account, and nothing is stored twice or lost."""

import gzip
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client
from django.utils import timezone

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.operations.survey_setup import close_survey, edit_survey, make_codes, plan_of
from pembina.web.surveys.public.tickets import new_ticket

LARGEST = 20 * 1024
ALL_GOOD = dict.fromkeys(ELEMENTS, "3")


@pytest.fixture
def address(survey):
    return f"/survei/{survey.place.token}/"


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


@pytest.fixture
def filled(survey, strict_client, address):
    """Return a maker of what a citizen sends who has the page: ``filled(waktu="2")``."""

    def fill(**said):
        html = strict_client.get(address).content.decode()
        sent = {**ALL_GOOD, "service": survey.health.pk, "ticket": hidden(html, "ticket"), "key": hidden(html, "key")}
        return {**sent, **said}

    return fill


def test_the_whole_page_weighs_at_most_20_kb(strict_client, address):
    page = strict_client.get(address).content
    parts = [Path(find(path)).read_bytes() for path in set(re.findall(rb'(?:href|src)="/static/([^"]+)"', page))
             for path in [path.decode()]]  # fmt: skip
    assert len(parts) == 3
    assert sum(len(gzip.compress(part, 6)) for part in [page, *parts]) <= LARGEST


def test_no_account_and_no_name_is_asked_for(strict_client, address):
    answer = strict_client.get(address)
    assert answer.status_code == 200
    assert "sessionid" not in answer.cookies
    assert answer.cookies["skm"]["httponly"]
    assert (
        re.findall(r'<(?:input|select|textarea)[^>]* name="(?:nama|name|nik|nip|phone|email)"', str(answer.content))
        == []
    )


def test_nine_questions_in_the_order_of_the_unit_in_both_languages(survey, strict_client, address):
    html = strict_client.get(address).content.decode()
    assert list(dict.fromkeys(re.findall(r'type="radio" id="(\w+)-', html))) == list(ELEMENTS)
    assert "Tidak sopan dan ramah" in html
    edit_survey(period=survey.period, plan=plan_of(survey.period), by=None, at=timezone.now())
    survey.period.order = "questionnaire"
    survey.period.save()
    english = strict_client.get(address + "?bahasa=en")
    html = english.content.decode()
    assert list(dict.fromkeys(re.findall(r'type="radio" id="(\w+)-', html)))[7:] == ["sarana", "pengaduan"]
    assert "How competent were the staff?" in html
    assert english.headers["Content-Language"] == "en"


def test_a_form_is_stored_and_thanked_for_once(strict_client, address, filled):
    sent = filled(suggestion="Bagus 👍 <script>alert(1)</script>", sex="female", education="bachelor")
    first = strict_client.post(address, sent)
    assert first.status_code == 302
    assert strict_client.get(first.url).status_code == 200
    assert strict_client.post(address, sent).status_code == 302
    stored = SurveyResponse.objects.get()
    assert (stored.waktu, stored.sex, stored.education, stored.age_band) == (3, "female", "bachelor", "")
    assert stored.suggestion == "Bagus 👍 <script>alert(1)</script>"


def test_no_address_is_kept(strict_client, address, filled):
    strict_client.post(address, filled(), REMOTE_ADDR="10.9.8.7")
    stored = SurveyResponse.objects.values().get()
    assert "10.9.8.7" not in str(stored)
    assert len(stored["device"]) == len(stored["network"]) == 64


def test_going_back_and_changing_is_told_plainly(strict_client, address, filled):
    sent = filled()
    strict_client.post(address, sent)
    again = strict_client.post(address, {**sent, "waktu": "1"})
    assert again.status_code == 409
    assert "sudah tersimpan" in again.content.decode()
    assert SurveyResponse.objects.get().waktu == 3


@pytest.mark.parametrize(("said", "status"), [({"waktu": "5"}, 422), ({"waktu": "baik"}, 422), ({"waktu": ""}, 422)])
def test_a_wrong_answer_is_named_and_the_others_are_kept(strict_client, address, filled, said, status):
    answer = strict_client.post(address, filled(**said, suggestion="Lebih cepat <b>"))
    html = answer.content.decode()
    assert answer.status_code == status
    assert 'href="#waktu-1"' in html
    assert len(re.findall(r" checked", html)) == 8
    assert "Lebih cepat &lt;b&gt;" in html
    assert not SurveyResponse.objects.exists()


def test_a_profile_that_nobody_offered_counts_as_not_answered(strict_client, address, filled):
    assert strict_client.post(address, filled(sex="x", age_band="999")).status_code == 302
    assert SurveyResponse.objects.get().sex == ""


@pytest.mark.parametrize(
    ("ticket", "said"),
    [
        ("", "tidak berasal"),
        ("forged.1:x", "tidak berasal"),
        (lambda token: new_ticket("other", at=timezone.now()), "tidak berasal"),
        (lambda token: new_ticket(token, at=timezone.now() - timedelta(days=8)), "tujuh hari"),
    ],
    ids=["none", "forged", "of another counter", "stale"],
)
def test_a_bad_ticket_keeps_the_answers_and_gives_a_new_one(survey, strict_client, address, filled, ticket, said):
    made = ticket(survey.place.token) if callable(ticket) else ticket
    sent = filled(ticket=made)
    answer = strict_client.post(address, sent)
    html = answer.content.decode()
    assert answer.status_code == 403
    assert said in html
    assert html.count(" checked") == 9
    assert not SurveyResponse.objects.exists()
    assert strict_client.post(address, {**sent, "ticket": hidden(html, "ticket")}).status_code == 302


@pytest.mark.parametrize("header", [{"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://evil.example"}])
def test_another_site_cannot_send(strict_client, address, filled, header):
    assert strict_client.post(address, filled(), **header).status_code == 403
    assert not SurveyResponse.objects.exists()


def test_a_closed_round_says_so_and_stores_nothing(survey, strict_client, address, filled):
    sent = filled()
    survey.period.opens_on = survey.period.closes_on = timezone.localdate() - timedelta(days=3)
    survey.period.save()
    assert "sedang tidak dibuka" in strict_client.get(address).content.decode()
    answer = strict_client.post(address, sent)
    assert answer.status_code == 410
    assert "sedang tidak dibuka" in answer.content.decode()
    assert not SurveyResponse.objects.exists()


def test_a_counter_whose_service_no_round_takes_asks_nothing(survey, strict_client):
    plan = replace(plan_of(survey.period), services=(survey.health,))
    edit_survey(period=survey.period, plan=plan, by=None, at=timezone.now())
    taken, left_out = survey.counter("Loket A", service=survey.health), survey.counter("Loket B", service=survey.births)
    assert 'type="radio"' in strict_client.get(f"/survei/{taken.token}/").content.decode()
    html = strict_client.get(f"/survei/{left_out.token}/").content.decode()
    assert "sedang tidak dibuka" in html
    assert 'type="radio"' not in html
    html = strict_client.get(f"/survei/{survey.place.token}/").content.decode()
    assert survey.health.name in html
    assert survey.births.name not in html


def test_closing_lets_today_end(survey, strict_client, address):
    close_survey(period=survey.period, by=None, at=timezone.now())
    assert 'type="radio"' in strict_client.get(address).content.decode()


def test_an_unknown_counter_is_not_found(strict_client, db):
    assert strict_client.get("/survei/abc/").status_code == 404


def test_a_counter_with_codes_asks_for_one(survey, strict_client, filled):
    counter = survey.counter("Loket 2", needs_code=True)
    code = make_codes(place=counter, number=1, expires_on=timezone.localdate(), by=None, at=timezone.now())[0]
    address = f"/survei/{counter.token}/"
    sent = filled(ticket=new_ticket(counter.token, at=timezone.now()))
    assert strict_client.post(address, {**sent, "code": "AAAA-AAAA"}).status_code == 422
    assert strict_client.post(address, {**sent, "code": code}).status_code == 302


def test_after_too_many_answers_a_code_can_be_given_and_is_taken(survey, address, filled, strict_client):
    code = make_codes(place=survey.place, number=1, expires_on=timezone.localdate(), by=None, at=timezone.now())[0]
    assert '<div class="card field" id="code-field" hidden>' in strict_client.get(address).content.decode()
    sent = filled()
    for number in range(8):
        strict_client.post(address, {**sent, "key": str(uuid4()), "waktu": number % 4 + 1})
    refused = strict_client.post(address, {**sent, "key": str(uuid4())})
    assert refused.status_code == 429
    assert '<div class="card field" id="code-field">' in refused.content.decode()
    wrong = strict_client.post(address, {**sent, "key": str(uuid4()), "code": "AAAA-AAAA"})
    assert '<div class="card field" id="code-field">' in wrong.content.decode()
    assert strict_client.post(address, {**sent, "key": str(uuid4()), "code": code}).status_code == 302
    assert SurveyResponse.objects.count() == 9


def as_json(client, address, sent, **headers):
    return client.post(address + "kirim/", json.dumps(sent), content_type="application/json", **headers)


def test_the_outbox_may_send_as_often_as_it_likes(client, address, filled):
    sent = filled()
    assert [as_json(client, address, sent).status_code for _ in range(3)] == [201, 200, 200]
    assert SurveyResponse.objects.count() == 1


def test_the_outbox_is_told_what_to_mend(client, address, filled):
    for said, status in (({"waktu": "7"}, 422), ({"ticket": "x"}, 403), ({"key": "x"}, 422), ({"service": "x"}, 422)):
        answer = as_json(client, address, filled(**said))
        assert (answer.status_code, answer.json()["stored"]) == (status, False)
        assert answer.json()["remedy"]


def test_half_an_emoji_is_dropped_and_the_rest_kept(client, address, filled):
    sent = filled(suggestion="Bagus \ud83d sekali 👍")
    assert as_json(client, address, sent).status_code == 201
    assert SurveyResponse.objects.get().suggestion == "Bagus  sekali 👍"


@pytest.mark.parametrize("nested", ["[" * 30_000, '{"a":' * 6_000])
def test_what_is_nested_too_deeply_is_refused(client, address, nested):
    answer = client.post(address + "kirim/", nested, content_type="application/json")
    assert (answer.status_code, answer.json()["stored"]) == (422, False)


@pytest.mark.parametrize("body", ["", "[]", "{", '"x"', '{"waktu": {"a": 1}}', "\ud83d", "x" * 40_000])
def test_whatever_else_is_sent_is_refused_calmly(client, address, body):
    data = body.encode("utf-8", "surrogatepass")
    answer = client.post(address + "kirim/", data, content_type="application/json")
    assert answer.status_code in (403, 422)
    assert not SurveyResponse.objects.exists()


def test_a_flood_from_one_device_waits_and_from_one_network_goes_on_marked(survey, address, filled):
    same = Client()
    same.cookies["skm"] = "a" * 16
    sent = filled()
    answers = [as_json(same, address, {**sent, "key": str(uuid4()), "waktu": n % 4 + 1}) for n in range(12)]
    assert [answer.status_code for answer in answers] == [201] * 8 + [429] * 4
    for number in range(30):
        other = Client()
        other.cookies["skm"] = f"{number:016}"
        scores = {"waktu": number % 4 + 1, "biaya": number // 4 % 4 + 1, "sarana": number // 16 + 1}
        assert as_json(other, address, {**sent, **scores, "key": str(uuid4())}).status_code == 201
    marked = SurveyResponse.objects.exclude(suspicion="").count()
    assert marked == SurveyResponse.objects.count() == 38


def test_the_worker_speaks_for_the_survey_only(client, db):
    answer = client.get("/survei/pekerja.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert b"/static/surveys/outbox.js" in answer.content
