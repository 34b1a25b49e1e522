"""Pages of guidance: written, confirmed by both, and thought about past the guide."""

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.performance.guidance_parts import STATEMENTS
from pembina.domain.performance.models import GuidanceOpinion, GuidanceRecord

pytestmark = pytest.mark.django_db
MENTORED = {"aim": "Menguasai izin", "expertise": "Perizinan", "steps": "Bersama", "measure": "Tanpa salah"}


def dated(told):
    return told | {"held_on": timezone.localdate().isoformat()}


def confirmed_by(client, record):
    client.post(reverse("guidance:confirm", args=[record.pk]))


def test_from_a_form_to_an_opinion(speaking, sari, budi, visit):
    client = visit(budi)
    assert speaking.sari.name in client.get(reverse("guidance:people")).content.decode()
    client.post(reverse("guidance:write", args=[speaking.sari.pk, "mentoring"]), dated(MENTORED))
    record = GuidanceRecord.objects.get()
    client.post(reverse("guidance:meeting", args=[record.pk]), dated({"place": "Kantor", "material": "Syarat izin"}))
    assert "Syarat izin" in client.get(reverse("guidance:show", args=[record.pk])).content.decode()
    confirmed_by(client, record)
    client = visit(sari)
    assert "Catatan bimbingan untuk disetujui" in client.get("/").content.decode()
    client.post(reverse("guidance:change", args=[record.pk]), MENTORED | {"measure": "Sepuluh berkas"})
    confirmed_by(client, record)
    confirmed_by(visit(budi), record)
    client = visit(sari)
    answers = {part.key: "partly" for part in STATEMENTS}
    client.post(reverse("guidance:say", args=[record.pk]), answers | {"words": "Cukup membantu"})
    opinion = reverse("guidance:opinion", args=[GuidanceOpinion.objects.get().pk])
    assert "Cukup membantu" in client.get(opinion).content.decode()
    assert visit(budi).get(opinion).status_code == 404
    client = visit(speaking.account(speaking.head))
    assert opinion in client.get(reverse("guidance:opinions")).content.decode()


def test_an_unknown_kind_and_a_stranger_are_not_found(speaking, dewi, budi, visit):
    assert visit(budi).get(reverse("guidance:write", args=[speaking.sari.pk, "lain"])).status_code == 404
    assert visit(dewi).get(reverse("guidance:write", args=[speaking.sari.pk, "coaching"])).status_code == 404


def test_what_is_missing_is_said_at_its_field(speaking, budi, visit):
    address = reverse("guidance:write", args=[speaking.sari.pk, "coaching"])
    answer = visit(budi).post(address, dated({"aim": "Berkas"}))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"progress", "forward"}


def test_forms_are_printed_for_whoever_may_read_them(speaking, sari, budi, dewi, visit):
    client = visit(budi)
    client.post(reverse("guidance:write", args=[speaking.sari.pk, "mentoring"]), dated(MENTORED))
    record = GuidanceRecord.objects.get()
    address = reverse("guidance:record_paper", args=[record.pk])
    assert address in client.get(reverse("guidance:show", args=[record.pk])).content.decode()
    for user in (budi, sari):
        assert visit(user).get(address).content.startswith(b"%PDF-")
        confirmed_by(visit(user), record)
    assert visit(dewi).get(address).status_code == 404
    client = visit(sari)
    client.post(reverse("guidance:say", args=[record.pk]), {part.key: "no" for part in STATEMENTS})
    opinion = reverse("guidance:opinion_paper", args=[GuidanceOpinion.objects.get().pk])
    assert client.get(opinion).content.startswith(b"%PDF-")
    assert visit(budi).get(opinion).status_code == 404
    assert visit(speaking.account(speaking.head)).get(opinion).content.startswith(b"%PDF-")
