"""The record of process and effort is one link away from an appraisal, for those who may read it, and no part of it."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_person_and_the_rater_find_it_and_the_rater_s_superior_does_not(appraising, as_user):
    appraising.made()
    one = appraising.received(appraising.sari)
    page = reverse("appraisals:show", args=[one.pk])
    record = reverse("effort:person", args=[appraising.sari.pk])
    assert 'href="/proses-upaya/"' in as_user(appraising.sari_user).get(page).text
    shown = as_user(appraising.user_of(appraising.budi)).get(page).text
    assert record in shown
    assert "Tidak ikut membentuk predikat." in shown
    above = as_user(appraising.user_of(appraising.head))
    assert record not in above.get(page).text
    assert above.get(record).status_code == 404
