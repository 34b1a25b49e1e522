"""A decision is published for citizens: frozen, without names, without small cells; and withdrawn with a reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.impact.deciding import Deciding
from impact import Impact
from pembina.core.text import Text
from pembina.domain.access.chain.links import canonical
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.decision_facts import facts_of
from pembina.domain.impact.decision_refusals import ContentChangedError
from pembina.domain.impact.enums import Capacity, TaskKind, TaskState
from pembina.domain.impact.models import Decision, DecisionPublication, EvaluationRun, FollowUpTask
from pembina.domain.impact.operations.publications import hash_of, publish_decision, withdraw_publication
from pembina.domain.impact.public_content import merged_waves, public_content, shown_events
from pembina.domain.impact.publication_refusals import NotPublishedError, PublishedAlreadyError, TracesError
from pembina.domain.impact.queries.publications import published, published_with, withdrawn_about
from pembina.domain.impact.refusals import ReasonMissingError
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LATER = NOON + timedelta(days=1)


@pytest.fixture
def impact(rina, person):
    return Impact(programme=Training(rina=rina, at=NOON).programme, maker=person("lia"), at=NOON)


@pytest.fixture
def decision(impact, person):
    """A decision that follows the rule, with a signer named and a task."""
    design = impact.locked()
    impact.signer(design, person("bupati"), Capacity.HEAD_OF_REGION)
    made = impact.decision(impact.run(design), by=person("bupati"))
    for number, state in enumerate((TaskState.OPEN, TaskState.DROPPED), start=1):
        ended = {} if state == TaskState.OPEN else {"ended_on": NOON.date(), "note": "Batal"}
        FollowUpTask.objects.create(
            decision=made, kind=TaskKind.NEXT_WAVE, title=f"Rapat dengan Tono {number}", state=state,
            owner=impact.programme.owner, due_on=NOON.date(), made_by=person("lia"), made_at=NOON, **ended,
        )  # fmt: skip
    return made


@pytest.fixture
def bupati(person):
    return person("bupati")


def test_what_is_published_stays_as_it_was(decision, bupati):
    made = publish_decision(decision=decision, by=bupati, at=NOON, message=" Terima kasih. ")
    before = hash_of(made)
    decision.evaluation.programme.title = "Nama baru"
    decision.evaluation.programme.save()
    made.refresh_from_db()
    assert (hash_of(made), made.content["message"]) == (before, "Terima kasih.")
    event = AuditEvent.objects.get(operation="publish_decision")
    assert event.changes["content_hash"][1] == before


def test_no_person_and_no_unit_is_named(decision, bupati, impact):
    told = canonical(publish_decision(decision=decision, by=bupati, at=NOON).content)
    for name in (bupati.display_name, impact.programme.owner.name, "Tono", impact.maker.display_name):
        assert name not in told
    assert '"capacity":"head_of_region"' in told


def test_only_what_is_to_come_is_told(decision, bupati):
    content = publish_decision(decision=decision, by=bupati, at=NOON).content
    assert content["next"] == [{"kind": "next_wave", "due_on": "2026-11-22"}]


def test_nobody_publishes_twice(decision, bupati):
    publish_decision(decision=decision, by=bupati, at=NOON)
    with pytest.raises(PublishedAlreadyError):
        publish_decision(decision=decision, by=bupati, at=LATER)


@pytest.mark.parametrize("message", ["Hubungi 0812-3456-7890", "Tulis ke budi@contoh.id"])
def test_a_message_that_points_to_a_person_is_refused(decision, bupati, message):
    with pytest.raises(TracesError):
        publish_decision(decision=decision, by=bupati, at=NOON, message=message)
    assert not published().exists()


def test_a_reason_that_points_to_a_person_is_refused(impact, bupati):
    made = impact.decision(impact.run(impact.locked()), by=bupati, action="stop", reason="Lihat NIP 198001012005011001")
    with pytest.raises(TracesError):
        publish_decision(decision=made, by=bupati, at=NOON)


def test_what_is_withdrawn_is_gone_and_may_come_back(decision, bupati):
    made = publish_decision(decision=decision, by=bupati, at=NOON)
    with pytest.raises(ReasonMissingError):
        withdraw_publication(publication=made, reason=" ", by=bupati, at=LATER)
    withdraw_publication(publication=made, reason="Angkanya diperbaiki", by=bupati, at=LATER)
    assert not published().exists()
    with pytest.raises(NotPublishedError):
        withdraw_publication(publication=made, reason="Lagi", by=bupati, at=LATER)
    again = publish_decision(decision=decision, by=bupati, at=LATER, message="Angkanya kini benar.")
    assert (again.withdrawn_at, again.withdraw_reason) == (None, "")
    assert list(published()) == [again]
    (before,) = withdrawn_about(decision)
    assert (before.pk, before.withdraw_reason) == (made.pk, "Angkanya diperbaiki")
    assert (before.content, hash_of(before)) == (made.content, hash_of(made))


def test_the_database_keeps_one_live_publication(decision, bupati):
    made = publish_decision(decision=decision, by=bupati, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionPublication.objects.create(decision=decision, content={}, published_by=bupati, published_at=LATER)
    assert list(published()) == [made]


@pytest.mark.parametrize(("text", "named"), [("title", "Judul program"), ("purpose", "Tujuan program")])
def test_a_programme_that_points_to_a_person_is_refused_by_its_field(decision, bupati, text, named):
    programme = decision.evaluation.programme
    setattr(programme, text, "Hubungi 0812-3456-7890")
    programme.save()
    with pytest.raises(TracesError, match=f"{named} akan dibaca warga.*“0812-3456-7890”") as told:
        publish_decision(decision=decision, by=bupati, at=NOON)
    assert "tidak dapat diterbitkan" in told.value.remedy.id
    assert not published().exists()


def test_what_is_published_are_the_words_that_were_sealed(person):
    deciding = Deciding(person=person, at=NOON)
    before = deciding.programme.title
    made = deciding.decide()
    deciding.programme.title = "Judul yang diganti"
    deciding.programme.save()
    assert publish_decision(decision=made, by=deciding.bupati, at=LATER).content["programme"] == before
    EvaluationRun.objects.update(result=deciding.run.result | {"correction": "none"})
    withdraw_publication(publication=made.publications.get(), reason="Salah", by=deciding.bupati, at=LATER)
    with pytest.raises(ContentChangedError):
        publish_decision(decision=Decision.objects.get(), by=deciding.bupati, at=LATER)


def test_the_list_is_searched_by_word_and_by_answer(decision, bupati):
    made = publish_decision(decision=decision, by=bupati, at=NOON)
    assert list(published_with("izin")) == list(published_with("MEDIAN", answer="effective")) == [made]
    assert not published_with("zzzz").exists()
    assert not published_with("", answer="harmful").exists()


@pytest.mark.parametrize(
    ("waves", "merged"),
    [((), ()), ((12, 12), (12, 12)), ((2, 5, 1), (8,)), ((5, 2, 1, 4), (5, 3, 4)), ((1, 1), (2,)), ((4, 2), (6,))],
)
def test_small_waves_are_merged(waves, merged):
    assert merged_waves(waves) == merged
    assert sum(merged) == sum(waves)


@pytest.mark.parametrize(("waves", "never"), [((1, 1), 12), ((12,), 2), ((12, 2), 0)])
def test_figures_of_too_few_units_stay_hidden(decision, waves, never):
    facts = facts_of(decision)
    primary = replace(facts.run.primary, waves=waves, never=never)
    said = (Text("Dampak program -1,85 hari.", "Effect -1.85 days."), Text("Program diperbaiki.", "To be repaired."))
    few = replace(facts, rule_because=said, run=replace(facts.run, primary=primary, waves=waves, never=never))
    content = public_content(few, message="")
    assert (content["shows_figures"], content["naive"], content["events"]) == (False, None, [])
    assert "estimate" not in content["measured"]
    assert "1,85" not in canonical(content)
    assert [one["id"] for one in content["decision"]["rule_because"]] == ["Program diperbaiki."]


def test_an_outcome_measured_in_few_units_hides_its_own_figures_only(decision):
    facts = facts_of(decision)
    beside = replace(facts.run.primary, role="secondary", waves=(1,), never=12)
    content = public_content(replace(facts, run=replace(facts.run, others=(beside,))), message="")
    assert "estimate" in content["measured"]
    assert "estimate" not in content["others"][0]


def test_months_that_rest_on_few_units_stay_hidden(decision):
    events = facts_of(decision).run.events
    assert {point.units for point in events if point.time == 0} == {48}
    few = [replace(point, units=2 if point.time > 3 else point.units) for point in events]
    assert [point.time for point in shown_events(few)] == list(range(-12, 4))


def test_warnings_that_may_name_units_are_not_told(decision):
    facts = facts_of(decision)
    assert "missing_cells" in dict(facts.run.warnings)
    codes = [said["id"] for said in public_content(facts, message="")["warnings"]]
    assert codes == [text.id for code, text in facts.run.warnings if code == "few_units"]
