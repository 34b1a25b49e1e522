"""The decision paper: what was found, what the rule says, what a human decided and why, who signed, on what it rests.

At most four pages, whatever people wrote: long texts and lists are cut, and the paper says where the rest is.
"""

from collections.abc import Sequence
from typing import Any

from pembina.core.effect.wording import decimals_for, figure, signed
from pembina.domain.impact.decision_facts import DecisionFacts, Signed
from pembina.domain.impact.run_facts import Measured
from pembina.exchange.papers.decision_basis import basis_rows, cost_lines, level_rows, task_rows
from pembina.exchange.papers.decision_words import (
    ACTIONS,
    CAPACITIES,
    CORRECTIONS,
    LEGEND,
    METHOD,
    ROLES,
    TONES,
    WORDS,
)
from pembina.exchange.papers.event_chart import event_chart, shown_points
from pembina.exchange.papers.indonesian_days import day_in_words
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.squares import qr_svg
from pembina.exchange.papers.writing import write_paper

MOST_REASON, MOST_DISSENT, MOST_BECAUSE = 1_200, 350, 240
MOST_OUTCOMES, MOST_WARNINGS, MOST_SIGNATURES, MOST_DISSENTS, MOST_STEPS = 6, 4, 10, 4, 6
REST = "(selengkapnya pada halaman keputusan)"
CHECKED_AT = 0.05
MISSING = "–"


def decision_paper(facts: DecisionFacts, *, government: str, address: str) -> bytes:
    """Return the PDF/A of a decision; `address` is the page to which its QR code leads, empty for none.

    The day on it is that of the last signature, so that the same decision always gives the same bytes.

    Raises
    ------
    PaperError : it cannot be written
    """
    return write_paper("decision", decision_data(facts, government=government, address=address))


def decision_data(facts: DecisionFacts, *, government: str, address: str) -> dict[str, Any]:
    """Return what the template is given."""
    return {
        **_letterhead(facts, government),
        "words": WORDS,
        "decision": _decision(facts),
        "verdict": _verdict(facts),
        "stats": _stats(facts),
        "why": facts.run.naive.sentence.id if facts.run.naive else "",
        "chart": _chart(facts),
        "outcomes": _outcomes(facts),
        "correction": CORRECTIONS.get(facts.correction, ""),
        "guards": [settable(each.guard.because.id) for each in facts.run.guards[:MOST_OUTCOMES]],
        "firm": _firm(facts),
        "warnings": _shortened([settable(said.id) for _code, said in facts.run.warnings], MOST_WARNINGS),
        # The levels before the effect belong to one programme; beside a joint effect they are not told.
        "levels": [] if facts.is_joint else level_rows(facts.run.chain),
        "chain": "" if facts.is_joint else settable(facts.run.chain.sentence.id),
        "rule": _rule(facts),
        "cost": [settable(line) for line in cost_lines(facts)],
        "tasks": task_rows(facts.tasks),
        "after": [f"Ditinjau kembali pada {day_in_words(facts.review_on)}."],
        "signatures": _signatures(facts),
        "dissents": _dissents(facts),
        "basis": basis_rows(facts),
        "code": qr_svg(address) if address else "",
        "address": settable(address),
        "method": METHOD,
    }


def _letterhead(facts: DecisionFacts, government: str) -> dict[str, str]:
    sealed = f"Segel dalam rantai keputusan {facts.sealed[:16]}." if facts.sealed else "Belum disegel."
    basis = facts.basis
    return {
        "title": f"Keputusan program: {settable(facts.programme)}",
        "subtitle": settable(f"{facts.code} · {facts.title} · penanggung jawab {facts.owner}"),
        "language": "id",
        "government": settable(government),
        "written_on": facts.last_day.isoformat(),
        "written_on_words": f"Diputus {day_in_words(facts.decided_on)}",
        "source": f"Angka dari perhitungan ke-{basis.number}, hash hasil {basis.result_hash[:16]}. {sealed}",
    }


def _decision(facts: DecisionFacts) -> dict[str, Any]:
    by = f"{facts.decided_by}, {CAPACITIES[facts.capacity].lower()}, {day_in_words(facts.decided_on)}"
    notes = []
    if facts.is_late:
        notes.append(f"Diputus sesudah hari yang ditetapkan rancangan, {day_in_words(facts.design.decides_on)}.")
    if facts.basis.data_until < facts.design.last_month:
        notes.append("Diputus sebelum datanya sampai bulan terakhir yang direncanakan; lihat Dasar setiap angka.")
    if facts.serious_harm:
        notes.append("Ada kerugian berat yang dilaporkan.")
    if facts.design.seen_before:
        notes.append(
            f"Rancangan versi {facts.design.version}: dikunci ketika sebagian data sudah dapat diketahui; lihat "
            "riwayat rancangan."
        )
    return {
        "word": ACTIONS[facts.action],
        "by": settable(by),
        "beside": "Keputusan menyimpang dari aturan" if facts.departs else "Keputusan mengikuti aturan",
        "tone": "warning" if facts.departs else "success",
        "reason": settable(cut(facts.reason, MOST_REASON)),
        "notes": notes,
    }


def _verdict(facts: DecisionFacts) -> dict[str, str]:
    found = facts.run.primary
    if found is None:
        return {"word": "Tanpa ukuran utama", "tone": "danger", "sentence": ""}
    label = found.label.id
    return {"word": label[:1].upper() + label[1:], "tone": TONES[found.code], "sentence": settable(found.sentence.id)}


def _stats(facts: DecisionFacts) -> list[dict[str, str]]:
    """The two figures side by side, never the first alone."""
    found, naive = facts.run.primary, facts.run.naive
    if found is None or naive is None or found.estimate is None:
        return []
    digits = digits_of(found)
    before, after = (
        figure(value, digits).id if value is not None else MISSING for value in (naive.before, naive.after)
    )
    change = signed(naive.change, digits).id if naive.change is not None else MISSING
    return [
        {
            "label": "Sebelum-sesudah saja",
            "value": f"{change} {found.unit}".strip(),
            "remark": f"Rata-rata {before} sebelum mulai, {after} sesudahnya.",
        },
        {
            "label": "Dengan pembanding",
            "value": f"{signed(found.estimate, digits).id} {found.unit}".strip(),
            "remark": f"Selang {100 * facts.run.confidence:.0f}%: {interval(found, digits)}.",
        },
    ]


def _chart(facts: DecisionFacts) -> dict[str, Any] | None:
    points, found = shown_points(facts.run.events), facts.run.primary
    after = [point for point in points if point.time >= 0 and point.estimate is not None]
    if found is None or not after or not any(point.time < 0 for point in points):
        return None
    apart = sum(1 for point in after if point.excludes_zero)
    description = f"Sesudah mulai: {apart} dari {len(after)} dugaan berbeda nyata dari nol."
    title = f"Dampak pada {found.name.id.lower()} menurut bulan sejak program mulai"
    chart = event_chart(points, unit=found.unit, description=description)
    return chart | {"title": settable(title), "legend": f"{LEGEND} {description}"}


def _outcomes(facts: DecisionFacts) -> list[list[str]]:
    """All outcomes where there is more than the primary one, or where it differs by the actual start."""
    every = [*([facts.run.primary] if facts.run.primary else []), *facts.run.others, *facts.run.guards]
    if len(every) < 2 and not any(each.actual for each in every):
        return []
    rows = [row for each in every[:MOST_OUTCOMES] for row in _outcome(each)]
    rest = len(every) - MOST_OUTCOMES
    return [*rows, [f"dan {rest} ukuran lain; lihat halaman hasil", "", "", "", ""]] if rest > 0 else rows


def _outcome(found: Measured) -> list[list[str]]:
    digits = digits_of(found)
    name = f"{found.name.id} ({found.unit})" if found.unit else found.name.id
    adjusted = f"; p terkoreksi {figure(found.p_adjusted, 3).id}" if found.p_adjusted is not None else ""
    effect = MISSING if found.estimate is None else signed(found.estimate, digits).id
    rows = [[settable(name), ROLES[found.role], effect, interval(found, digits), f"{found.label.id}{adjusted}"]]
    if found.actual:
        estimate, low, high = found.actual
        shown = MISSING if estimate is None else signed(estimate, digits).id
        rows.append(["menurut mulai yang sebenarnya", "", shown, ends(low, high, digits), ""])
    return rows


def _firm(facts: DecisionFacts) -> list[str]:
    said = [settable(each.id) for each in facts.run.sensitivity]
    p = facts.run.pretrend
    if p is None:
        return [*said, "Gerak sebelum mulai tidak dapat diuji: datanya terlalu sedikit."]
    alike = "tidak bergerak searah" if p < CHECKED_AT else "tidak terlihat bergerak lain"
    return [*said, f"Sebelum mulai, unit yang ikut dan pembandingnya {alike} (p = {figure(p, 3).id})."]


def _rule(facts: DecisionFacts) -> dict[str, Any]:
    locked = f"dikunci {day_in_words(facts.design.locked_on)}" if facts.design.locked_on else "belum dikunci"
    return {
        "word": ACTIONS[facts.rule_action],
        "because": [settable(cut(said.id, MOST_BECAUSE)) for said in facts.rule_because[-MOST_STEPS:]] or [MISSING],
        "source": settable(
            f"Aturan: {facts.design.rule_source or MISSING}; rancangan versi {facts.design.version} {locked}."
        ),
    }


def _signatures(facts: DecisionFacts) -> list[list[str]]:
    rows = [_signature(each) for each in facts.signatures[:MOST_SIGNATURES]]
    rest = len(facts.signatures) - MOST_SIGNATURES
    return [*rows, [f"dan {rest} lagi; lihat halaman keputusan", "", "", ""]] if rest > 0 else rows


def _signature(each: Signed) -> list[str]:
    stand = {None: "Belum menandatangani", True: "Setuju", False: "Berpendapat berbeda"}[each.agrees]
    day = day_in_words(each.on) if each.on else MISSING
    return [settable(each.name), CAPACITIES[each.capacity], stand, day]


def _dissents(facts: DecisionFacts) -> list[dict[str, str]]:
    return [
        {"name": settable(each.name), "words": settable(cut(each.dissent, MOST_DISSENT))}
        for each in facts.dissents[:MOST_DISSENTS]
    ]


def digits_of(found: Measured) -> int:
    """Return the decimals that keep two digits of what is known of an effect."""
    if found.low is None or found.high is None:
        return decimals_for(abs(found.estimate or 0.0))
    return decimals_for((found.high - found.low) or abs(found.estimate or 0.0))


def interval(found: Measured, digits: int) -> str:
    """Return the interval in words."""
    return ends(found.low, found.high, digits)


def ends(low: float | None, high: float | None, digits: int) -> str:
    """Return two bounds in words."""
    if low is None or high is None:
        return "tidak dapat dihitung"
    return f"{signed(low, digits).id} sampai {signed(high, digits).id}"


def cut(text: str, most: int) -> str:
    """Return a text of at most `most` signs, at the end of a word, saying where the rest is."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0]} … {REST}"


def _shortened(lines: Sequence[str], most: int) -> list[str]:
    if len(lines) <= most:
        return list(lines)
    return [*lines[:most], f"dan {len(lines) - most} peringatan lain; lihat halaman hasil."]
