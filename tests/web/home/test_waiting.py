"""The home page says what waits for whom, and leads there."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from impact import Impact
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.roles import HEAD_OF_REGION
from pembina.domain.development.enums import EnrolmentState
from pembina.web.home.waiting import soon, waiting

pytestmark = pytest.mark.django_db


def told(user):
    again = User.objects.get(pk=user.pk)
    return {str(one.label): one.count for one in waiting(again, at=timezone.now())}


def test_nothing_waits_for_somebody_new(sari, training, page_of):
    training.person(sari)
    assert told(sari) == {}
    assert "Tidak ada yang menunggu Anda" in page_of(sari)


def test_an_offer_waits_for_who_got_it_and_a_request_for_the_leader(sari, budi, training, page_of):
    leader = training.person(budi)
    person = training.person(sari, superior=leader)
    place = training.enrol(person, state=EnrolmentState.OFFERED)
    assert told(sari) == {"Tawaran pelatihan untuk dijawab": 1}
    assert "/belajar/" in page_of(sari)
    assert told(budi) == {}
    place.state = EnrolmentState.REQUESTED
    place.save()
    assert told(sari) == {}
    assert told(budi)["Permintaan pelatihan dari staf untuk diputus"] == 1


def test_the_next_session_is_named(sari, training, page_of):
    training.enrol(training.person(sari))
    assert soon(sari, at=timezone.now()) is None
    training.session(begins=timezone.now() + timedelta(hours=5))
    assert "Sesi 1" in page_of(sari)


def test_a_partner_and_a_head_of_region_are_asked_nothing_about_staff(training, django_assert_max_num_queries):
    guest = User.objects.create(username="mitra-contoh")
    with django_assert_max_num_queries(6):
        assert waiting(guest, at=timezone.now()) == []
        assert soon(guest, at=timezone.now()) is None


def test_more_people_cost_no_more_queries(sari, budi, training, django_assert_max_num_queries):
    leader = training.person(budi)
    for _number in range(3):
        training.enrol(training.person(superior=leader), state=EnrolmentState.REQUESTED)
    with django_assert_max_num_queries(40):
        assert told(budi)["Permintaan pelatihan dari staf untuk diputus"] == 3


def test_a_decision_waits_for_who_decides_and_then_for_who_signs(rina, budi, sari, training):
    RoleGrant.objects.create(user=budi, role_code=HEAD_OF_REGION.code, starts_on=date(2020, 1, 1))
    made = Impact(programme=training.programme, maker=rina, at=timezone.now())
    design = made.locked()
    made.signer(design, sari)
    run = made.run(design)
    assert told(budi)["Evaluasi yang menunggu keputusan"] == 1
    made.decision(run, by=budi)
    assert "Evaluasi yang menunggu keputusan" not in told(budi)
    assert told(sari) == {"Keputusan program untuk ditandatangani": 1}
