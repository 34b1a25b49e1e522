"""Rating and signing: the predicate follows, the reason is asked for, two browsers do not overwrite each other."""

from datetime import date

import pytest

from appraising import ABOVE, AS_EXPECTED, BELOW, ENDS, noon
from pembina.core.rules.appraisal_rating import formula
from pembina.domain.access.chain.verifying import verify
from pembina.domain.performance import appraisal_refusals as refusals
from pembina.domain.performance.appraisal_content import matches_seal
from pembina.domain.performance.models import AppraisalPaper
from pembina.domain.performance.operations.appraisals import RatingTold, rate_appraisal, sign_appraisal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("results", "behaviour", "predicate"),
    [
        ("above", "above", "very_good"), ("above", "as_expected", "good"), ("above", "below", "poor"),
        ("as_expected", "above", "good"), ("as_expected", "as_expected", "good"), ("as_expected", "below", "poor"),
        ("below", "above", "needs_improvement"), ("below", "as_expected", "needs_improvement"),
        ("below", "below", "very_poor"),
    ],
)  # fmt: skip
def test_the_predicate_follows_from_the_two_ratings(appraising, results, behaviour, predicate):
    appraising.made()
    told = RatingTold(results, behaviour, "Alasan hasil", "Alasan perilaku", "Catatan")
    kept = appraising.rated(appraising.sari, told)
    assert (kept.predicate, kept.state) == (predicate, "draft")
    assert "Bab IV" in kept.predicate_article
    assert kept.rule_since == date(2022, 2, 7)


def test_a_rating_off_the_scale_is_refused(appraising):
    appraising.made()
    with pytest.raises(refusals.RatingOffScaleError):
        appraising.rated(appraising.sari, RatingTold("excellent", "as_expected"))


def test_whatever_is_not_as_expected_needs_its_reason(appraising):
    appraising.made()
    with pytest.raises(refusals.RatingReasonMissingError, match="hasil kerja"):
        appraising.rated(appraising.sari, RatingTold("above", "as_expected"))
    with pytest.raises(refusals.RatingReasonMissingError, match="perilaku kerja"):
        appraising.rated(appraising.sari, RatingTold("as_expected", "below"))


def test_a_cell_without_a_rule_is_refused_in_words(appraising, monkeypatch):
    appraising.made()
    known = formula.parameters_in_force

    def without_cells(package, *, on):
        found = dict(known(package, on=on))
        return found | {"matrix": found["matrix"] | {"cells": {}}}

    monkeypatch.setattr(formula, "parameters_in_force", without_cells)
    with pytest.raises(refusals.RuleSaysNoError, match="tidak mempunyai sel"):
        appraising.rated(appraising.sari)


def test_nobody_rates_the_own_appraisal(appraising):
    appraising.made()
    with pytest.raises(refusals.OwnAppraisalError):
        appraising.rated(appraising.sari, by=appraising.sari_user)


def test_a_stranger_does_not_rate(appraising):
    appraising.made()
    with pytest.raises(refusals.NotTheRaterError):
        appraising.rated(appraising.sari, by=appraising.user_of(appraising.dewi))


def test_of_two_browsers_the_second_is_told(appraising):
    appraising.made()
    seen, budi = appraising.of(appraising.sari), appraising.user_of(appraising.budi)
    rate_appraisal(appraisal=seen, told=ABOVE, version=seen.version, by=budi, at=appraising.at)
    with pytest.raises(refusals.ChangedMeanwhileError, match="Budi Santoso"):
        rate_appraisal(appraisal=seen, told=BELOW, version=seen.version, by=budi, at=appraising.at)
    assert appraising.of(appraising.sari).predicate == "very_good"


def test_a_signature_seals_what_the_document_says(appraising):
    appraising.made()
    paper = appraising.signed(appraising.sari)
    assert (paper.form, paper.content["predicate"]["predicate"]) == ("d11", "good")
    assert paper.content["people"]["superior"]["name"] == "Kepala Hasan"
    assert matches_seal(paper)
    assert not list(verify({}))
    AppraisalPaper.objects.filter(pk=paper.pk).update(content=paper.content | {"advice": "Lain"})
    assert not matches_seal(AppraisalPaper.objects.get())


def test_what_is_signed_is_not_rated_again(appraising):
    appraising.made()
    appraising.signed(appraising.sari)
    with pytest.raises(refusals.NothingToRateError, match="ditandatangani"):
        appraising.rated(appraising.sari, ABOVE)


def test_without_the_rating_of_the_organisation_nothing_is_signed(appraising):
    period = appraising.made(rated=False)
    with pytest.raises(refusals.NoOrganisationRatingError, match="Bidang Layanan"):
        appraising.signed(appraising.sari)
    appraising.organisation(period, rating="needs_improvement")
    draft = appraising.of(appraising.sari)
    draft = rate_appraisal(
        appraisal=draft, told=AS_EXPECTED, version=draft.version, by=appraising.user_of(appraising.budi),
        at=appraising.at,
    )  # fmt: skip
    sign_appraisal(appraisal=draft, version=draft.version, by=appraising.user_of(appraising.budi), at=appraising.at)
    assert appraising.of(appraising.sari).organisation == "needs_improvement"


def test_the_nearest_unit_that_is_rated_counts(appraising):
    period = appraising.made()
    appraising.organisation(period, unit=appraising.division, rating="outstanding")
    assert appraising.signed(appraising.sari).content["organisation"]["rating"] == "outstanding"


def test_a_year_without_its_rating_uses_the_year_before(appraising):
    before, period = appraising.year(2024), appraising.year(2025)
    appraising.organisation(before, rating="poor", issued=date(2025, 1, 20))
    appraising.organisation(period, rating="good", issued=date(2026, 2, 10))
    from pembina.domain.performance.organisations import organisation_used

    used = organisation_used(period, appraising.division.pk, on=date(2026, 2, 12))
    assert (used.rating, used.chosen.year) == ("poor", 2024)


def test_a_spread_outside_the_pattern_asks_for_a_reason_and_blocks_nothing_more(appraising):
    period = appraising.made()
    for each in [appraising.sari, *appraising.staff[:2]]:
        appraising.rated(each, ABOVE)
    draft, budi = appraising.of(appraising.sari), appraising.user_of(appraising.budi)
    with pytest.raises(refusals.PatternReasonMissingError, match="0 dari 3"):
        sign_appraisal(appraisal=draft, version=draft.version, by=budi, at=appraising.at)
    appraising.explained(period)
    assert sign_appraisal(appraisal=draft, version=draft.version, by=budi, at=appraising.at).pk


def test_before_the_window_only_a_draft_is_kept(appraising):
    appraising.made()
    early = noon(date(2026, 9, 20))
    with pytest.raises(refusals.WindowNotOpenError):
        appraising.signed(appraising.sari, at=early)


def test_a_silent_rater_gives_way_to_the_superior_and_the_result_is_final(appraising):
    appraising.made()
    late = noon(date(2026, 10, 19))
    assert late.date() > ENDS
    with pytest.raises(refusals.WindowOverError):
        appraising.rated(appraising.sari, at=late)
    head = appraising.user_of(appraising.head)
    paper = appraising.signed(appraising.sari, by=head, at=late)
    assert (paper.form, appraising.of(appraising.sari).rater_was_silent) == ("d12", True)


def test_the_superior_does_not_rate_while_the_rater_has_time(appraising):
    appraising.made()
    with pytest.raises(refusals.NotTheRaterError):
        appraising.rated(appraising.sari, by=appraising.user_of(appraising.head))
