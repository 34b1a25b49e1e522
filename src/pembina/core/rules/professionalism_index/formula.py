"""The index of professionalism (IP ASN) by the formula in force on a day: a simulation, never the official score.

What is not known is shown as missing, with the range in which the index must then lie; it is never counted as zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from pembina.core.rules.appraisal_rating import Certainty, Predicate
from pembina.core.rules.appraisal_rating.scales import label_of
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.amounts import comma, plain
from pembina.core.rules.professionalism_index import dimensions, refusals
from pembina.core.rules.professionalism_index.dimensions import NOTHING, Dimension, Found
from pembina.core.rules.professionalism_index.evidence import PositionKind, Punishment, Training
from pembina.core.text import Text

_PACKAGE = "pembina.core.rules.professionalism_index"
_HIGHEST = Decimal(100)
Status = Literal["pns", "pppk"]


class Category(StrEnum):
    """The category of an index, the best first."""

    VERY_HIGH = "very_high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    VERY_LOW = "very_low"


@dataclass(frozen=True, slots=True)
class CategoryStep:
    """A category with its words and where its bounds come from."""

    category: Category
    label: Text
    article: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class DimensionPoints:
    """One dimension.

    Attributes
    ----------
    most : the points it can give
    points : None where something it needs is not known
    lowest, highest : between which the points lie; both are `points` where nothing is missing
    missing : what is not known, in words
    article, certainty, because : legal basis, and one sentence for the person
    """

    dimension: Dimension
    label: Text
    most: Decimal
    points: Decimal | None
    lowest: Decimal
    highest: Decimal
    missing: tuple[Text, ...]
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class ProfessionalismIndex:
    """The index, part by part.

    Attributes
    ----------
    is_covered : whether the text in force speaks of this kind of civil servant; else there are no parts and no numbers
    mark, version : to be shown beside every number of it: that it is a simulation, and by which formula
    of_known : points of the dimensions that are known, together; not an index unless `missing` is empty
    missing : the dimensions that are not known
    lowest, highest : between which the index lies
    category : where it is the same over that whole range, else None
    """

    is_covered: bool
    mark: Text
    version: Text
    parts: tuple[DimensionPoints, ...]
    of_known: Decimal | None
    missing: tuple[Dimension, ...]
    lowest: Decimal | None
    highest: Decimal | None
    category: CategoryStep | None
    article: str
    certainty: Certainty
    because: Text

    @property
    def index(self) -> Decimal | None:
        """Return the index, None while anything is missing."""
        return self.of_known if not self.missing else None


def professionalism_index(
    *,
    status: Status,
    position: PositionKind | None,
    education: str | None,
    training: Training | None,
    performance: Predicate | Decimal | None,
    punishments: Sequence[Punishment] | None,
    on: date,
) -> ProfessionalismIndex:
    """Simulate the index of one person on a day. Every None is "not known".

    Parameters
    ----------
    education : SIASN's code of the highest level
    training : ``NO_TRAINING`` where it is known that there is none
    performance : of the year before `on`: a predicate, or a number of the older scheme
    punishments : of all times; () where it is known that there was none

    Raises
    ------
    NotInForceError : before the first version
    UnusableIndexError : a code of education or an appraisal that does not exist
    """
    told = parameters_in_force(_PACKAGE, on=on)
    if status not in told["covers"]:
        return _not_covered(told)
    found = {
        Dimension.QUALIFICATION: dimensions.qualification(told["qualification"], education),
        Dimension.COMPETENCE: dimensions.competence(told["competence"], position, training, on),
        Dimension.PERFORMANCE: dimensions.performance(told["performance"], performance, on),
        Dimension.DISCIPLINE: dimensions.discipline(told["discipline"], punishments, on),
    }
    return _together(told, tuple(_part(told, each, facts) for each, facts in found.items()), on)


def index_category(*, index: Decimal, on: date) -> CategoryStep:
    """Return the category of an index, such as the official one of SIASN; no number falls between two categories.

    Raises
    ------
    NotInForceError : before the first version
    UnusableIndexError : no number from 0 to 100, or a float
    """
    if not isinstance(index, Decimal) or not index.is_finite() or not 0 <= index <= _HIGHEST:
        raise refusals.no_index(index)
    told = parameters_in_force(_PACKAGE, on=on)["categories"]
    value = dimensions.rounded(index)
    row = next(row for row in told["bands"] if row["above"] is None or value > Decimal(row["above"]))
    return CategoryStep(Category(row["key"]), label_of(row), told["article"], Certainty(told["certainty"]))


def _part(told: dict[str, Any], dimension: Dimension, found: Found) -> DimensionPoints:
    row = told["dimensions"][dimension]
    return DimensionPoints(
        dimension=dimension,
        label=label_of(row),
        most=Decimal(row["most"]),
        points=found.points,
        lowest=found.lowest,
        highest=found.highest,
        missing=found.missing,
        article=found.article,
        certainty=found.certainty,
        because=found.because,
    )


def _together(told: dict[str, Any], parts: tuple[DimensionPoints, ...], on: date) -> ProfessionalismIndex:
    lowest, highest = sum((part.lowest for part in parts), NOTHING), sum((part.highest for part in parts), NOTHING)
    of_known = sum((part.points for part in parts if part.points is not None), NOTHING)
    ends = index_category(index=lowest, on=on), index_category(index=highest, on=on)
    category = ends[0] if ends[0] == ends[1] else None
    unknown = [part for part in parts if part.points is None]
    version = label_of(told["version"])
    return ProfessionalismIndex(
        is_covered=True,
        mark=label_of(told["mark"]),
        version=version,
        parts=parts,
        of_known=of_known,
        missing=tuple(part.dimension for part in unknown),
        lowest=lowest,
        highest=highest,
        category=category,
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        because=_partly(version, unknown, (of_known, lowest, highest), category)
        if unknown
        else _whole(version, of_known, ends[0]),
    )


def _whole(version: Text, index: Decimal, category: CategoryStep) -> Text:
    return Text(
        id=f"Simulasi menurut {version.id}: {comma(index)}, kategori {category.label.id}.",
        en=f"Simulation by the {version.en}: {plain(index)}, category {category.label.en.lower()}.",
    )


def _partly(
    version: Text,
    unknown: list[DimensionPoints],
    points: tuple[Decimal, Decimal, Decimal],
    category: CategoryStep | None,
) -> Text:
    of_known, lowest, highest = points
    either = Text(
        id=f"bagaimanapun kategorinya {category.label.id}" if category else "kategorinya belum dapat disebut",
        en=f"in any case the category is {category.label.en.lower()}" if category else "no category can be named yet",
    )
    return Text(
        id=f"Simulasi menurut {version.id}: {comma(of_known)} dari dimensi yang diketahui. Belum lengkap: "
        f"{', '.join(part.label.id for part in unknown)}. Indeksnya antara {comma(lowest)} dan {comma(highest)}; "
        f"{either.id}.",
        en=f"Simulation by the {version.en}: {plain(of_known)} from the dimensions that are known. Incomplete: "
        f"{', '.join(part.label.en.lower() for part in unknown)}. The index lies between {plain(lowest)} and "
        f"{plain(highest)}; {either.en}.",
    )


def _not_covered(told: dict[str, Any]) -> ProfessionalismIndex:
    version = label_of(told["version"])
    return ProfessionalismIndex(
        is_covered=False,
        mark=label_of(told["mark"]),
        version=version,
        parts=(),
        of_known=None,
        missing=(),
        lowest=None,
        highest=None,
        category=None,
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        because=Text(
            id=f"Menurut {version.id}, indeks ini hanya untuk PNS; PPPK tidak tercakup, sehingga tidak ada angka.",
            en=f"By the {version.en} this index is for PNS only; a PPPK is not covered, so there is no number.",
        ),
    )
