"""A lot on paper: every key by which it was sorted, and the way to draw it again with any SHA-256."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.lots import Lot
from pembina.domain.impact.models import EvaluationDesign
from pembina.web.components.formatting import day, number
from pembina.web.wave_planner.present import group_name, stratum_in_words

MOST_MOVED = 20


@dataclass(frozen=True, slots=True)
class LotRow:
    """One unit with the text that was hashed."""

    name: str
    code: str
    stratum: str
    written: str
    key: str
    group: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A stratum or a wave with the text that was hashed; `label` as people write it."""

    label: str
    written: str
    key: str


@dataclass(frozen=True, slots=True)
class LotShown:
    """The whole lot."""

    facts: list[tuple[str, str]]
    steps: list[str]
    units: list[LotRow]
    strata: list[KeyRow]
    turns: list[KeyRow]
    moved: str


def present_lot(lot: Lot, names: Mapping[str, str], design: EvaluationDesign) -> LotShown:
    """Return the lot of a design in words; `names` of the units by code."""
    has_strata = any(one.name for one in lot.strata)
    outside = lot.waves + 1 if lot.stays_out else None
    units = [
        LotRow(
            names.get(one.code, one.code), one.code, stratum_in_words(one.stratum), f"{lot.seed}:{one.code}", one.key,
            group_name(None if one.group == outside else one.group),
        )
        for one in lot.units
    ]  # fmt: skip
    return LotShown(
        facts=[
            (_("Rancangan"), state_of(design)),
            (_("Teks undian"), lot.seed),
            (_("Unit yang diundi"), number(len(lot.units))),
            (_("Gelombang"), number(lot.waves)),
            (_("Mulai"), "; ".join(day(start) for start in lot.starts)),
        ],
        steps=steps(lot, has_strata=has_strata), units=units,
        strata=[
            KeyRow(stratum_in_words(one.name), f"{lot.seed}:stratum:{one.name}", one.key)
            for one in sorted(lot.strata, key=lambda one: one.key)
        ] if has_strata else [],
        turns=[
            KeyRow(group_name(None if int(one.name) == outside else int(one.name)), f"{lot.seed}:wave:{one.name}",
                   one.key)
            for one in sorted(lot.turns, key=lambda one: one.key)
        ],
        moved=moved_in_words(lot),
    )  # fmt: skip


def steps(lot: Lot, *, has_strata: bool) -> list[str]:
    """Return how anybody draws it again."""
    told = {"seed": lot.seed}
    first = _("Tulis “%(seed)s:kode” untuk setiap unit dan hitung SHA-256-nya (UTF-8, huruf kecil). Urutkan unit "
              "menurut hasilnya.") % told  # fmt: skip
    if has_strata:
        first = _("Tulis “%(seed)s:kode” untuk setiap unit dan hitung SHA-256-nya (UTF-8, huruf kecil). Urutkan unit "
                  "setiap kelompok undian menurut hasilnya.") % told  # fmt: skip
    second = _("Urutkan kelompok undian menurut SHA-256 dari “%(seed)s:stratum:nama”, lalu jajarkan unitnya, kelompok "
               "demi kelompok.") % told  # fmt: skip
    third = _("Urutkan gelombang menurut SHA-256 dari “%(seed)s:wave:nomor”, lalu bagikan unit satu per satu menurut "
              "urutan itu, putaran demi putaran.") % told  # fmt: skip
    last = _("Nomor sesudah gelombang terakhir adalah kelompok yang tetap di luar.")
    return [first, *([second] if has_strata else []), third, *([last] if lot.stays_out else [])]


def state_of(design: EvaluationDesign) -> str:
    told = {"number": number(design.version)}
    if design.state == DesignState.LOCKED:
        return _("versi %(number)s, terkunci") % told
    return _("versi %(number)s, belum dikunci: undian ini masih dapat diganti") % told


def moved_in_words(lot: Lot) -> str:
    if not lot.moved:
        return ""
    named = ", ".join(lot.moved[:MOST_MOVED])
    more = _(" dan %s lagi") % number(len(lot.moved) - MOST_MOVED) if len(lot.moved) > MOST_MOVED else ""
    return _("Sesudah undian ada yang berubah (masuk, keluar, atau digabung): %s.") % f"{named}{more}"
