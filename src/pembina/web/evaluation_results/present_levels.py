"""The four levels as a chain, with where it broke."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.domain.impact.level_chain import LevelChain, Link, LinkState, level_chain
from pembina.domain.impact.levels import measured_on
from pembina.web.components.formatting import day, in_language

TONES = {LinkState.HOLDS: "success", LinkState.BROKEN: "danger", LinkState.UNKNOWN: ""}


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One level."""

    label: str
    state: str
    tone: str
    sentence: str
    basis: str
    is_first_broken: bool


@dataclass(frozen=True, slots=True)
class ChainPart:
    """The chain of a run; `note` says of which day the levels 1 to 3 are."""

    sentence: str
    note: str
    links: tuple[LinkRow, ...]


def present_levels(levels: Mapping[str, Any], result: Mapping[str, Any]) -> ChainPart:
    chain = level_chain(levels, result)
    on = measured_on(levels)
    note = _("Jenjang 1 sampai 3 menurut keadaan %s.") % day(on) if on else _("Jenjang 1 sampai 3 belum dicatat.")
    return ChainPart(in_language(chain.sentence), note, tuple(link_row(link, chain) for link in chain.links))


def link_row(link: Link, chain: LevelChain) -> LinkRow:
    words = {
        LinkState.HOLDS: _("Tercapai"),
        LinkState.BROKEN: _("Tidak tercapai"),
        LinkState.UNKNOWN: _("Belum diketahui"),
    }
    return LinkRow(
        str(link.level.label), words[link.state], TONES[link.state], in_language(link.sentence),
        in_language(link.basis), link.level == chain.broke_at,
    )  # fmt: skip
