"""Appraisals of our own and results of the national record become one list for SIASN."""

from datetime import date

import pytest

from appraising import ABOVE, Appraising
from pembina.core.rules.appraisal_rating import Predicate
from pembina.domain.development.models import SiasnIdentity
from pembina.domain.performance.models import Appraisal, PerformanceResult
from pembina.exchange.skp import Source, Standing, appraisal_export
from pembina.exchange.skp.sources import kept_rows, merged, own_rows

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 2)


@pytest.fixture
def appraising(person):
    made = Appraising(person)
    made.made()
    return made


def own(appraising, person):
    (row,) = own_rows(Appraisal.objects.filter(person=person))
    return row


def kept(appraising, person, *, results="as_expected", predicate="good"):
    PerformanceResult.objects.create(
        person=person, year=2026, cycle="quarterly", first_month=7, last_month=9, results=results,
        behaviour="as_expected", predicate=predicate, rater_nip=appraising.budi.nip, rater_name="Budi",
        rater_status="ASN", noted_by=appraising.rina, noted_at=appraising.at,
    )  # fmt: skip
    return kept_rows(PerformanceResult.objects.filter(person=person))


def test_a_delivered_appraisal_is_told_with_the_rater_of_its_snapshot(appraising):
    appraising.received(appraising.sari)
    SiasnIdentity.objects.create(person=appraising.sari, pns_id="a" * 32)
    row = own(appraising, appraising.sari)
    assert (row.source, row.standing, row.predicate) == (Source.OWN, Standing.FINAL, Predicate.GOOD)
    (told,) = appraisal_export([row], on=ON).periodic
    assert (told["penilaiNipNrp"], told["statusPenilai"]) == (appraising.budi.nip, "ASN")
    assert (told["bulanMulaiPenilaian"], told["bulanSelesaiPenilaian"], told["periodikId"]) == ("7", "9", "2")


def test_nothing_of_a_rating_is_told_before_the_document_is_delivered(appraising):
    appraising.signed(appraising.sari, ABOVE)
    appraising.rated(appraising.staff[0], ABOVE)
    for person, standing in ((appraising.sari, Standing.UNDELIVERED), (appraising.staff[0], Standing.UNSIGNED)):
        row = own(appraising, person)
        assert (row.standing, row.rated) == (standing, (None, None, None))
        made = appraisal_export([row], on=ON)
        assert (made.periodic, made.refused_count) == ((), 1)
        assert "kuadranKinerjaNilai" in [found.field for found in made.findings]


def test_an_objection_that_runs_keeps_the_row_back(appraising):
    appraising.objected(appraising.sari)
    found = appraisal_export([own(appraising, appraising.sari)], on=ON).findings
    assert "Keberatan belum diputus." in [each.reason.id for each in found]


def test_whoever_is_rated_by_the_head_of_region_has_no_number_of_a_rater(appraising):
    found = appraisal_export([own(appraising, appraising.head)], on=ON).findings
    assert next(each.remedy.id for each in found if each.field == "penilaiNipNrp").startswith("Lengkapi atasan")


def test_both_alike_are_sent_once_and_the_own_one_is(appraising):
    appraising.received(appraising.sari)
    found = merged([own(appraising, appraising.sari)], kept(appraising, appraising.sari))
    assert ([row.source for row in found.rows], found.differences) == ([Source.OWN], ())


@pytest.mark.parametrize(("source", "sent"), [(None, []), (Source.OWN, ["own"]), (Source.KEPT, ["kept"])])
def test_where_they_differ_neither_is_sent_until_one_is_chosen(appraising, source, sent):
    appraising.received(appraising.sari)
    others = kept(appraising, appraising.sari, results="below", predicate="needs_improvement")
    found = merged([own(appraising, appraising.sari)], others, source=source)
    assert [row.source.value for row in found.rows] == sent
    assert [each.kept.predicate for each in found.differences] == [Predicate.NEEDS_IMPROVEMENT]


def test_an_appraisal_that_is_open_does_not_hold_the_record_back(appraising):
    found = merged([own(appraising, appraising.sari)], kept(appraising, appraising.sari))
    assert [row.source for row in found.rows] == [Source.KEPT]


@pytest.mark.parametrize(
    ("position", "code", "why"),
    [
        ("Pranata Komputer Ahli Muda", "MU", None), ("Pranata", "", "Jenjang tidak terbaca dari nama jabatan."),
    ],
)  # fmt: skip
def test_the_coefficient_is_that_of_the_level_or_says_why_not(appraising, position, code, why):
    known = appraising.of(appraising.sari)
    known.snapshot["person"]["position"] = position
    known.save()
    appraising.sari.assignments.update(position=position)
    (other,) = kept(appraising, appraising.sari)
    for row in (own(appraising, appraising.sari), other):
        assert (row.coefficient_id, row.no_coefficient and row.no_coefficient.id) == (code, why)


def test_queries_do_not_grow_with_the_people(appraising, django_assert_max_num_queries):
    for person in (appraising.sari, *appraising.staff):
        kept(appraising, person)
    with django_assert_max_num_queries(4):
        assert len(list(own_rows(Appraisal.objects.all()))) == 8
        assert len(list(kept_rows(PerformanceResult.objects.all()))) == 4
