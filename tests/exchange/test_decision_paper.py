"""The paper of a decision: what it says, at most four pages whatever people write, the same bytes every time."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from domain.impact.deciding import Deciding
from impact import Impact
from pembina.core.text import Text
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.impact.decision_facts import Signed, facts_of
from pembina.domain.impact.enums import Capacity, OutcomeRole, TaskKind
from pembina.domain.impact.models import DecisionSignature, FollowUpTask, FrozenPanel
from pembina.domain.impact.panels import REASONS
from pembina.exchange.papers.decision import cut, decision_data, decision_paper
from pembina.exchange.papers.decision_words import LEFT_OUT
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
FOR = {"government": "Pemerintah Kabupaten Contoh", "address": "https://pembina.contoh.go.id/keputusan/1/"}
LONG = "Layanan perizinan di kecamatan belum siap menerima tambahan permohonan sebelum loket kedua dibuka. " * 40


@pytest.fixture
def decided(rina, person):
    """A decision in which the head of region departs from the rule, one signature given and one missing."""
    training = Training(rina=rina, at=NOON)
    impact = Impact(programme=training.programme, maker=person("lia"), at=NOON)
    design = impact.locked()
    for user, capacity in (("lia", Capacity.EVALUATOR), ("bupati", Capacity.HEAD_OF_REGION)):
        impact.signer(design, person(user), capacity)
    decision = impact.decision(
        impact.run(design), by=person("bupati"), action="fix", rule_action="expand", reason="Anggaran belum ada.",
        spent=Decimal(450_000_000), content={"cost": {"because": {"id": "Rp1 tiap hari.", "en": "Rp1 a day."}}},
    )  # fmt: skip
    DecisionSignature.objects.create(
        decision=decision, user=person("lia"), name="Lia Hartono", capacity=Capacity.EVALUATOR, agrees=False,
        dissent="Buktinya cukup.", signed_at=NOON,
    )  # fmt: skip
    return decision


def pages(paper):
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_the_paper_is_archivable_and_the_same_every_time(decided):
    paper = decision_paper(facts_of(decided), **FOR)
    assert paper == decision_paper(facts_of(decided), **FOR)
    assert b"<pdfaid:part>2</pdfaid:part>" in paper
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper
    assert pages(paper) <= 3


def test_naive_and_honest_stand_side_by_side(decided):
    told = decision_data(facts_of(decided), **FOR)
    before_after, compared = told["stats"]
    assert before_after["label"] == "Sebelum-sesudah saja"
    assert compared["value"] == "\N{MINUS SIGN}1,85 hari"
    assert "antara 1,41 dan 2,29" in told["verdict"]["sentence"]
    assert told["chart"]["points"][0]["time"] == -12
    assert told["chart"]["points"][-1]["time"] == 18
    assert "Sesudah mulai: 18 dari 19 dugaan berbeda nyata dari nol." in told["chart"]["legend"]


def test_the_rule_stands_beside_the_human_decision(decided):
    told = decision_data(facts_of(decided), **FOR)
    assert (told["rule"]["word"], told["decision"]["word"]) == ("Dikembangkan", "Diperbaiki")
    assert told["decision"]["beside"] == "Keputusan menyimpang dari aturan"
    assert told["decision"]["reason"] == "Anggaran belum ada."
    assert told["cost"] == ["Biaya yang terpakai sampai keputusan: Rp450.000.000.", "Rp1 tiap hari."]


def test_who_is_missing_and_who_dissents_is_said(decided):
    told = decision_data(facts_of(decided), **FOR)
    assert [row[2] for row in told["signatures"]] == ["Berpendapat berbeda", "Belum menandatangani"]
    assert told["dissents"] == [{"name": "Lia Hartono", "words": "Buktinya cukup."}]


def test_guards_and_other_outcomes_are_told(rina, person):
    training = Training(rina=rina, at=NOON)
    impact = Impact(programme=training.programme, maker=person("lia"), at=NOON)
    design = impact.locked()
    impact.outcome(design, role=OutcomeRole.GUARD)
    run = impact.run(design)
    guard = run.result["outcomes"][0] | {
        "position": 2,
        "role": "guard",
        "name": {"id": "Kepuasan", "en": "Satisfaction"},
    }
    run.result = run.result | {"outcomes": [*run.result["outcomes"], guard]}
    run.save(update_fields=["result"])
    told = decision_data(facts_of(impact.decision(run, by=person("bupati"))), **FOR)
    assert told["guards"] == ["Kepuasan berubah antara −2,29 dan −1,41 hari, boleh memburuk 2,00 hari: terjaga."]
    assert [row[1] for row in told["outcomes"]] == ["Utama", "Dijaga"]


def test_the_levels_before_the_effect_are_told(decided):
    decided.run.levels = {"reaction": {"mean": 3.4, "best": 4, "n": 212, "basis": {"id": "a", "en": "b"}}}
    told = decision_data(facts_of(decided), **FOR)
    assert told["levels"][0] == ["1. Reaksi", "Peserta menilai 3,4 dari 4 (212 orang); dianggap baik mulai 3.", "212"]
    assert told["levels"][1][1] == "Belum ada yang dapat ditunjukkan."
    assert "jenjang 2, 3" in told["chain"]


@pytest.mark.parametrize("refused", [True, False])
def test_a_run_without_an_answer_still_makes_a_paper(decided, refused):
    run = decided.run
    primary = run.result["outcomes"][0] | {"planned": None, "actual": None, "sensitivity": None, "p": None}
    primary["refused"] = {"planned": {"message": {"id": "Semua nilai sama.", "en": "All alike."}}} if refused else {}
    run.result = run.result | {"outcomes": [primary]}
    primary["event"] = None
    told = decision_data(facts_of(decided), **FOR)
    assert (told["stats"], told["chart"]) == ([], None)
    assert told["verdict"]["sentence"] == ("Semua nilai sama." if refused else "Tidak dapat dihitung.")
    assert decision_paper(facts_of(decided), **FOR).startswith(b"%PDF")


def test_whatever_people_write_there_are_at_most_four_pages(decided, owner, person):
    decided.reason = LONG
    decided.save()
    for number in range(14):
        FollowUpTask.objects.create(
            decision=decided, kind=TaskKind.OTHER, title=f"{number} {LONG}"[:300], owner=owner,
            due_on=NOON.date(), made_by=person("lia"), made_at=NOON,
        )  # fmt: skip
    told = longest(facts_of(decided))
    assert decision_data(told, **FOR)["decision"]["reason"].endswith("(selengkapnya pada halaman keputusan)")
    assert pages(decision_paper(told, **FOR)) <= 4


def longest(facts):
    """Return facts with more of everything than a paper has room for."""
    primary = facts.run.primary
    several = tuple(replace(primary, role="guard", name=Text(LONG[:100], "")) for _number in range(12))
    warned = tuple((str(number), Text(LONG[:300], "")) for number in range(12))
    signed = tuple(Signed(f"Nama {number}", "other", False, LONG, NOON.date()) for number in range(20))
    run = replace(facts.run, guards=several, warnings=warned)
    return replace(facts, run=run, signatures=signed, rule_because=(Text(LONG, ""),) * 20)


@pytest.fixture
def owner(decided):
    return decided.evaluation.programme.owner


def test_what_was_really_decided_is_on_the_paper(person):
    deciding = Deciding(person=person, at=NOON)
    made = deciding.decide("stop", reason="Uangnya dialihkan.")
    told = decision_data(facts_of(made), **FOR)
    entry = ChainEntry.objects.get(kind=ChainKind.PROGRAMME_DECIDED)
    assert (told["rule"]["word"], told["decision"]["word"]) == ("Dikembangkan", "Dihentikan")
    assert told["rule"]["because"][-1].endswith("Keputusan menurut aturan: dikembangkan.")
    assert told["cost"][1].startswith("Rp100.000.000 untuk 864 bulan-unit sejak mulai.")
    assert ["Segel keputusan", entry.hash] in told["basis"]
    assert pages(decision_paper(facts_of(made), **FOR)) <= 4


def test_a_text_is_cut_at_a_word():
    assert cut("satu dua tiga", 7) == "satu … (selengkapnya pada halaman keputusan)"
    assert cut("satu", 9) == "satu"


def test_what_was_left_out_is_counted_by_reason_once(decided):
    outcomes = [decided.run.design.outcomes.get(), Impact.outcome(None, decided.run.design, role=OutcomeRole.GUARD)]
    left = [
        [{"reason": "no_data", "units": ["5.1", "5.2"]}, {"reason": "closed", "units": ["5.3"]}],
        [{"reason": "no_data", "units": ["5.2"]}, {"reason": "service_moved", "units": ["L1", "L2"]}],
    ]
    for outcome, exclusions in zip(outcomes, left, strict=True):
        FrozenPanel.objects.create(
            run=decided.run, outcome=outcome, content=b"", sha256="a" * 64, rows=1, units=6, months=12,
            exclusions=exclusions, frozen_at=NOON,
        )  # fmt: skip
    told = dict(decision_data(facts_of(decided), **FOR)["basis"])
    assert told["Yang tidak dipakai"] == (
        "2 unit tanpa data; 1 unit ditutup, dipakai sampai bulan sebelumnya; 2 layanan selama berada pada unit lain "
        "(namanya pada halaman hasil)"
    )
    assert set(LEFT_OUT) == set(REASONS)
