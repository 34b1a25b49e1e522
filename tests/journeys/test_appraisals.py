"""Budi rates Sari on a phone and delivers it, she objects, both are heard, the head decides; Rina keeps the board."""

import pytest

from appraising import AS_EXPECTED, BELOW, Appraising
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets
from journeys.performance_steps import Steps
from pembina.domain.performance.models import Appraisal, Objection


@pytest.fixture
def appraising(transactional_db, person, monkeypatch):
    made = Appraising(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


@pytest.fixture
def addresses(appraising):
    """Return what each of the three opens."""
    period = appraising.made()
    sari = appraising.received(appraising.sari, BELOW, on=appraising.at.date())
    appraising.rated(appraising.staff[0], AS_EXPECTED)
    rated, waiting = appraising.of(appraising.staff[0]), appraising.of(appraising.staff[1])
    return {
        "sari": [
            "/penilaian/", f"/penilaian/{sari.pk}/", f"/penilaian/{sari.pk}/kembalikan/", "/keberatan/",
            f"/keberatan/ajukan/{sari.pk}/", "/keberatan/rekap/",
        ],
        "budi": [
            "/penilaian/staf/", f"/penilaian/{rated.pk}/", f"/penilaian/{waiting.pk}/nilai/",
            f"/penilaian/staf/{period.pk}/alasan/",
        ],
        "rina": [
            "/penilaian/periode/", "/penilaian/periode/buka/", f"/penilaian/periode/{period.pk}/", "/penilaian/semua/",
            f"/penilaian/periode/{period.pk}/organisasi/", f"/penilaian/periode/{period.pk}/kerjakan/close/",
            f"/penilaian/periode/{period.pk}/perbarui/",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, addresses, name):
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in addresses[name]:
            axe_check(page, address(path), width, scheme)
    for path in addresses[name]:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_result_is_rated_delivered_objected_to_and_decided_on_a_phone(page, address, sign_in_as, appraising):
    steps = Steps(page, address, sign_in_as)
    appraising.made()
    one, budi = appraising.of(appraising.sari), appraising.user_of(appraising.budi)
    steps.enter(budi, f"/penilaian/{one.pk}/")
    steps.rate_and_deliver()
    steps.enter(appraising.sari_user, f"/penilaian/{one.pk}/")
    steps.receive_and_object()
    made = Objection.objects.get()
    assert made.appraisal == one
    for user, said in ((budi, "penjelasan"), (appraising.sari_user, "keterangan")):
        steps.enter(user, f"/keberatan/{made.pk}/{said}/")
        steps.be_heard()
    steps.enter(appraising.user_of(appraising.head), f"/keberatan/{made.pk}/")
    steps.decide_as_expected()
    assert Appraisal.objects.get(pk=one.pk).predicate == "good"
