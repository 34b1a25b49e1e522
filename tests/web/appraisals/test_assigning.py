"""A rater is named on a page, by human resources alone."""

from datetime import date

import pytest
from django.urls import reverse

from appraising import noon
from pembina.domain.performance.models import Appraisal

pytestmark = pytest.mark.django_db
LATE = noon(date(2026, 10, 20))


def test_human_resources_name_a_rater_on_a_page_and_nobody_else(appraising, strict_client):
    appraising.made()
    Appraisal.objects.filter(person=appraising.sari).update(superior=None)
    appraising.at = LATE
    one = appraising.of(appraising.sari)
    address, shown = (reverse(f"appraisals:{name}", args=[one.pk]) for name in ("assign", "show"))
    strict_client.force_login(appraising.rina)
    assert address in strict_client.get(shown).content.decode()
    assert strict_client.post(address, {"rater": appraising.other_head.pk, "reason": ""}).status_code == 422
    strict_client.post(address, {"rater": appraising.other_head.pk, "reason": "Penilai sakit"})
    assert appraising.of(appraising.sari).rater == appraising.other_head
    page = strict_client.get(shown).content.decode()
    assert "Penilai ditunjuk oleh Rina" in page
    for user in (appraising.user_of(appraising.budi), appraising.user_of(appraising.dewi), appraising.sari_user):
        strict_client.force_login(user)
        assert strict_client.get(address).status_code == 404
