"""The four levels as a chain: liked, learned, done at work, felt by the citizens. Where is the first link that failed?

A reading aid, not a proof: levels 1 to 3 have no comparison. What counts as a link that holds stands in its sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pembina.core.effect.verdict import Code
from pembina.core.effect.wording import figure, percent, signed
from pembina.core.text import Text
from pembina.domain.development.enums import EvaluationLevel

Told = Mapping[str, Any]
# "Setuju" on the scale of reactions, and most of those who were looked at.
LIKED = 3.0
MOST = 0.5
WORKED = (Code.EFFECTIVE, Code.SIZE_UNCERTAIN)
FAILED = (Code.NO_MEANINGFUL_EFFECT, Code.HARMFUL)


class LinkState(StrEnum):
    """Whether a link holds."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """One level: whether it holds, in a sentence, from how many people or units (`n`), and what was counted."""

    level: EvaluationLevel
    state: LinkState
    sentence: Text
    n: int
    basis: Text


@dataclass(frozen=True, slots=True)
class LevelChain:
    """The four links in order and what they say together; `broke_at` is the first that failed, None without one."""

    links: tuple[Link, ...]
    broke_at: EvaluationLevel | None
    sentence: Text


def level_chain(levels: Told, result: Told) -> LevelChain:
    """Return the chain of a run from its snapshot of the levels 1 to 3 and from its result."""
    links = (_reaction(levels), _learning(levels), _behaviour(levels), _results(result))
    broke_at = next((link.level for link in links if link.state is LinkState.BROKEN), None)
    return LevelChain(links, broke_at, _together(links, broke_at))


def _reaction(levels: Told) -> Link:
    found = levels.get("reaction", {})
    mean = found.get("mean")
    if mean is None:
        return _unknown(EvaluationLevel.REACTION, found)
    written, most = figure(mean, 1), found["best"]
    sentence = Text(
        id=f"Peserta menilai {written.id} dari {most} ({found['n']} orang); dianggap baik mulai {LIKED:.0f}.",
        en=f"Participants gave {written.en} of {most} ({found['n']} people); {LIKED:.0f} or more counts as good.",
    )
    return Link(EvaluationLevel.REACTION, _held(mean >= LIKED), sentence, found["n"], _basis(found))


def _learning(levels: Told) -> Link:
    found = levels.get("learning", {})
    mean, low = found.get("mean"), found.get("low")
    if mean is None:
        return _unknown(EvaluationLevel.LEARNING, found)
    gain = signed(mean, 1)
    span = Text(id="", en="")
    if low is not None:
        ends = signed(low, 1), signed(found["high"], 1)
        span = Text(id=f", antara {ends[0].id} dan {ends[1].id}", en=f", between {ends[0].en} and {ends[1].en}")
    sentence = Text(
        id=f"Nilai berubah {gain.id} poin{span.id} ({found['n']} orang mengikuti kedua tes).",
        en=f"Scores changed by {gain.en} points{span.en} ({found['n']} people took both tests).",
    )
    return Link(
        EvaluationLevel.LEARNING, _held((mean if low is None else low) > 0), sentence, found["n"], _basis(found)
    )


def _behaviour(levels: Told) -> Link:
    """Judge by the superiors; by the participants only where too few superiors answered."""
    found = levels.get("behaviour", {})
    sides = {side: found.get(side) or {} for side in ("superior", "self")}
    seen = next((side for side, told in sides.items() if told.get("share") is not None), None)
    if seen is None:
        return _unknown(EvaluationLevel.BEHAVIOUR, found)
    parts = [_side(side, told) for side, told in sides.items() if told.get("share") is not None]
    sentence = Text(
        id=f"Perilaku yang dituju memadai pada {', '.join(part.id for part in parts)}.",
        en=f"The behaviour aimed at is sufficient in {', '.join(part.en for part in parts)}.",
    )
    told = sides[seen]
    return Link(EvaluationLevel.BEHAVIOUR, _held(told["share"] >= MOST), sentence, told["n"], _basis(found))


def _side(side: str, told: Told) -> Text:
    share = percent(told["share"])
    who = {"superior": ("atasan", "superiors"), "self": ("peserta sendiri", "participants themselves")}[side]
    return Text(
        id=f"{share.id} peserta menurut {who[0]} (n = {told['n']})",
        en=f"{share.en} of participants according to {who[1]} (n = {told['n']})",
    )


def _results(result: Told) -> Link:
    outcome = primary_of(result)
    answer = outcome.get("planned") if outcome else None
    if outcome is None or answer is None:
        return _unknown(EvaluationLevel.RESULTS, {})
    code = Code(answer["id"]["verdict"]["code"])
    state = LinkState.HOLDS if code in WORKED else LinkState.BROKEN if code in FAILED else LinkState.UNKNOWN
    basis = Text(
        id=f"Dampak terhadap {outcome['name']['id']}, dibandingkan dengan unit yang belum mulai.",
        en=f"Effect on {outcome['name']['en']}, compared with units that had not started.",
    )
    sentence = Text(**{language: answer[language]["verdict"]["sentence"] for language in ("id", "en")})
    return Link(EvaluationLevel.RESULTS, state, sentence, answer["id"]["units"], basis)


def primary_of(result: Told) -> dict[str, Any] | None:
    """Return the primary outcome of a result; None of one that holds none."""
    return next((one for one in result.get("outcomes", ()) if one["role"] == "primary"), None)


def _held(holds: bool) -> LinkState:
    return LinkState.HOLDS if holds else LinkState.BROKEN


def _unknown(level: EvaluationLevel, found: Told) -> Link:
    n = int(found.get("n") or 0)
    sentence = Text(id="Belum ada yang dapat ditunjukkan.", en="There is nothing to show yet.")
    if n:
        sentence = Text(
            id=f"Baru {n} orang; terlalu sedikit untuk ditunjukkan.", en=f"Only {n} people: too few to be shown."
        )
    return Link(level, LinkState.UNKNOWN, sentence, n, _basis(found))


def _basis(found: Told) -> Text:
    told = found.get("basis") or {}
    return Text(id=told.get("id", ""), en=told.get("en", ""))


def _together(links: tuple[Link, ...], broke_at: EvaluationLevel | None) -> Text:
    unknown = [link.level.value for link in links if link.state is LinkState.UNKNOWN]
    if broke_at is None:
        return _unbroken(unknown)
    if links[-1].state is LinkState.HOLDS:
        return Text(
            id=f"Layanan membaik meskipun jenjang {broke_at.value} tidak tercapai: cari tahu lewat apa program "
            "bekerja.",
            en=f"The service improved although level {broke_at.value} was not reached: find out how the programme "
            "works.",
        )
    if broke_at is EvaluationLevel.RESULTS:
        before = "yang diketahui " if unknown else ""
        known = " that are known" if unknown else ""
        return Text(
            id=f"Jenjang 1 sampai 3 {before}tercapai, tetapi layanan tidak membaik: yang dipelajari mungkin bukan yang "
            "menghambat layanan.",
            en=f"The levels 1 to 3{known} were reached, but the service did not improve: what was learned may not be "
            "what holds the service back.",
        )
    return Text(
        id=f"Rantainya putus pada jenjang {broke_at.value}: jenjang sesudahnya tidak dapat diharapkan tercapai.",
        en=f"The chain broke at level {broke_at.value}: the levels after it cannot be expected to hold.",
    )


def _unbroken(unknown: list[int]) -> Text:
    if not unknown:
        return Text(id="Keempat jenjang tercapai.", en="All four levels hold.")
    named = ", ".join(str(level) for level in unknown)
    return Text(
        id=f"Tidak ada jenjang yang gagal, tetapi belum semuanya diketahui (jenjang {named}).",
        en=f"No level failed, but not all are known yet (level {named}).",
    )
