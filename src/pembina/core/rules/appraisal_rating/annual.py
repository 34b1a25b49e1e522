"""What an annual appraisal rests on: its own two ratings, and a rating of the organisation that is known in time.

The regulation gives no formula from periodic predicates to the annual one: the rater looks again at the results of the
whole year and at all feedback, and the same matrix follows. So nothing here adds months up.
"""

from dataclasses import dataclass
from datetime import date

from pembina.core.rules.appraisal_rating import refusals
from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.scales import PACKAGE, Organisation, organisations
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text, written


@dataclass(frozen=True, slots=True)
class AnnualBasis:
    """Whether the annual predicate is computed from the periodic ones, and why not."""

    is_from_periodic: bool
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class OrganisationUsed:
    """The rating of the organisation that an annual appraisal uses, and of which year it is."""

    organisation: Organisation
    year: int
    is_of_year_before: bool
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class DepartingRater:
    """Whether a rater who moves still evaluates the old unit's people for a period, and why."""

    evaluates: bool
    article: str
    certainty: Certainty
    because: Text


def annual_basis(*, on: date) -> AnnualBasis:
    """Return what the annual predicate rests on."""
    told = parameters_in_force(PACKAGE, on=on)["annual"]
    because = Text(
        id="Predikat tahunan tidak dihitung dari predikat periodik: penilai melihat kembali realisasi akhir dan "
        "seluruh umpan balik setahun, lalu kuadran kinerja menentukan predikatnya.",
        en="The annual predicate is not computed from the periodic ones: the rater looks again at the final results "
        "and all feedback of the year, then the matrix gives the predicate.",
    )
    return AnnualBasis(False, told["basis"], Certainty(told["certainty"]), because)


def organisation_for_year(
    *, year: int, own: Organisation | None, issued: date | None, before: Organisation | None, on: date
) -> OrganisationUsed:
    """Return which rating of the organisation an annual appraisal of `year` uses.

    Parameters
    ----------
    own, issued : the rating of `year` and the day it was issued; None while it is not known
    before : the rating of the year before; None where it is not known

    Raises
    ------
    NotInForceError : before the first version
    UnusableRatingError : the one to use is not known, which includes a year whose time for issuing still runs
    """
    told = parameters_in_force(PACKAGE, on=on)["annual"]
    last = date(year + 1, told["known_by"]["month"], told["known_by"]["day"])
    article, certainty = told["article"], Certainty(told["certainty"])
    words = organisations(on=on)
    if own is not None and issued is not None and issued <= last:
        because = _in_time(words[own], year, issued)
        return OrganisationUsed(own, year, False, article, certainty, because)
    if before is None or on <= last:
        raise refusals.no_organisation(year)
    return OrganisationUsed(before, year - 1, True, article, certainty, _late(words[before], year, last))


def departing_rater(*, moved: date, first: date, last: date, on: date) -> DepartingRater:
    """Return whether a rater who moved on a day still evaluates the old unit for a period.

    Parameters
    ----------
    first, last : the days within which periodic evaluation is carried out, both included, as the agency has set them

    Raises
    ------
    UnusableRatingError : the days are the wrong way round
    """
    if last < first:
        raise refusals.backwards(first, last)
    told = parameters_in_force(PACKAGE, on=on)["annual"]
    evaluates = first <= moved <= last
    words = ("masih", "still") if evaluates else ("tidak lagi", "no longer")
    side = ("dalam", "within") if evaluates else ("di luar", "outside")
    because = Text(
        id=f"Pindah {written(moved).id}, {side[0]} rentang pelaksanaan evaluasi {written(first).id} sampai "
        f"{written(last).id}: penilai lama {words[0]} mengevaluasi.",
        en=f"Moved on {written(moved).en}, {side[1]} the days of evaluation {written(first).en} to {written(last).en}: "
        f"the former rater {words[1]} evaluates.",
    )
    return DepartingRater(evaluates, told["moved_rater"], Certainty(told["certainty"]), because)


def _in_time(rating: Text, year: int, issued: date) -> Text:
    return Text(
        id=f"Capaian kinerja organisasi {year}, {rating.id}, terbit {written(issued).id}, masih dalam batasnya.",
        en=f"The rating of the organisation for {year}, {rating.en}, was issued on {written(issued).en}, in time.",
    )


def _late(rating: Text, year: int, last: date) -> Text:
    return Text(
        id=f"Capaian kinerja organisasi {year} belum terbit sampai {written(last).id}, sehingga dipakai capaian "
        f"{year - 1}, {rating.id}.",
        en=f"The rating of the organisation for {year} was not issued by {written(last).en}, so that of {year - 1}, "
        f"{rating.en}, is used.",
    )
