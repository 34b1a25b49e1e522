"""An outcome of performance from the design to what citizens read: figures, cautions, and nobody to be seen."""

import re

import numpy as np
import pytest

from designing import Designing
from pembina.domain.access.chain.links import canonical
from pembina.domain.impact.decision_facts import facts_of
from pembina.exchange.impact.panel_parquet import read_panel
from pembina.exchange.papers.decision import decision_data
from published_performance import NOON, Published
from training import Training

pytestmark = pytest.mark.django_db

FOR = {"government": "Pemerintah Kabupaten Contoh", "address": ""}


@pytest.fixture
def made(rina, person):
    return Published(Designing(Training(rina=rina, at=NOON), person("lia")), person("bupati"))


def test_the_public_page_tells_figures_cautions_and_what_stood_beside(made, client):
    page = client.get(f"/program-berhasil/{made.publication.pk}/").content.decode()
    assert re.search(r"Ya\. Karena program ini bagian indikator SKP yang mencapai target naik \d+ poin persen\.", page)
    for told in (
        "Diamati di sampingnya, tanpa menentukan", "Bagian pegawai yang mencatat realisasi tepat waktu",
        "dicatat sendiri oleh pegawai dan pimpinan yang ikut program",
        "Program dapat membuat orang lebih rajin mencatat tanpa mengubah kerjanya",
    ):  # fmt: skip
        assert told in page, told
    assert "None" not in page


def test_nobody_can_be_seen_in_what_is_published(made):
    told = canonical(made.publication.content)
    names = [each.name for staff in made.people for each in staff] + [unit.name for unit in made.units]
    assert not [name for name in names if f'{name}"' in told or f"{name} " in told]
    # A unit of three people has no figure in any month, so nothing that is published rests on it.
    panel = read_panel(bytes(made.run.panels.get(outcome__position=1).content), name="panel")
    ninth = np.array(panel.unit) == made.units[8].code
    assert not np.isfinite(panel.outcome[ninth]).any()
    assert made.publication.content["never"] == 4


def test_the_paper_counts_who_was_left_out_and_carries_the_caution(made):
    told = decision_data(facts_of(made.decision), **FOR)
    assert "poin persen" in told["stats"][1]["value"]
    assert [row[1] for row in told["outcomes"]] == ["Utama", "Pendamping"]
    assert any("dicatat sendiri oleh pegawai" in line for line in told["warnings"])
    assert "kurang dari empat pegawai" in dict(told["basis"])["Yang tidak dipakai"]
