"""The papers of an appraisal in the layout of the regulation: the document D.1.1 to D.1.3, the result C.1.1 to C.1.3.

All words come from the frozen content, so that a paper of last year still says what was signed.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pembina.core.rules.appraisal_rating import Organisation, core_values, pattern_advice
from pembina.exchange.papers.appraisal_words import (
    APPROACHES,
    ASPECTS,
    DOCUMENTS,
    HEADS,
    ORGANISATIONS,
    PERSPECTIVES,
    PREDICATES,
    RATINGS,
    RESULTS,
    RULINGS,
    WIDEST_UPRIGHT,
    WIDTHS,
)
from pembina.exchange.papers.indonesian_days import day_in_words, days_in_words
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.squares import qr_svg
from pembina.exchange.papers.writing import write_paper

MISSING = "–"
Content = Mapping[str, Any]
# Documents sealed before feedback stood in them have none.
NOTHING_SAID: Content = {"positive": 0, "other": 0, "goals": [], "values": {}, "rest": []}
PERSON_ROWS = (
    ("name", "Nama"), ("nip", "NIP"), ("rank", "Pangkat/gol. ruang"), ("position", "Jabatan"), ("unit", "Unit kerja"),
)  # fmt: skip


def appraisal_paper(*, content: Content, digest: str, sealed: str, government: str, address: str) -> bytes:
    """Return the document of an appraisal as PDF/A; raises ``PaperError``.

    `sealed` is the hash of its link in the chain, empty where it does not match; `address` the page of its QR code.
    """
    return write_paper("appraisal", document_data(content, digest, sealed, government, address))


def result_paper(*, content: Content, digest: str, sealed: str, government: str, address: str) -> bytes:
    """Return the result of the evaluation as PDF/A; raises ``PaperError``."""
    return write_paper("appraisal_result", result_data(content, digest, sealed, government, address))


def document_data(content: Content, digest: str, sealed: str, government: str, address: str) -> dict[str, Any]:
    """Return what the template of the document is given."""
    form, people = content["form"], content["people"]
    parts = [
        ("1. Pegawai yang dinilai", _person(people["person"])),
        ("2. Pejabat penilai kinerja", _person(people["rater"])),
        ("3. Atasan pejabat penilai kinerja", _person(people["superior"])),
        ("4. Evaluasi kinerja", [
            ["Capaian kinerja organisasi", ORGANISATIONS[content["organisation"]["rating"]]],
            ["Predikat kinerja pegawai", PREDICATES[content["predicate"]["predicate"]]],
        ]),
    ]  # fmt: skip
    texts = [("5. Catatan/rekomendasi", content["advice"])]
    if content["objection"]:
        texts += _objection(content["objection"])
    return {
        **_letterhead(content, digest, sealed, government, address, f"Format {DOCUMENTS[form]}"),
        "title": "DOKUMEN EVALUASI KINERJA PEGAWAI",
        "parts": [{"title": title, "rows": rows} for title, rows in parts],
        "texts": [{"title": title, "text": settable(said or MISSING)} for title, said in texts],
        "basis": _basis(content),
        "signatures": _signatures(content),
    }


def result_data(content: Content, digest: str, sealed: str, government: str, address: str) -> dict[str, Any]:
    """Return what the template of the result is given."""
    plan = content["plan"] or {"form": "", "goals": [], "expectations": {}}
    form = RESULTS[plan["form"]]
    people, said = content["people"], content.get("feedback") or NOTHING_SAID
    return {
        **_letterhead(content, digest, sealed, government, address, f"Format {form}"),
        "title": "HASIL EVALUASI KINERJA PEGAWAI",
        "approach": APPROACHES[form],
        "person": _person(people["person"]),
        "rater": _person(people["rater"]),
        "organisation": ORGANISATIONS[content["organisation"]["rating"]],
        "pattern": _pattern(content),
        "head": list(HEADS[form]),
        "widths": list(WIDTHS[form]),
        "flipped": len(HEADS[form]) > WIDEST_UPRIGHT,
        "goals": [
            {"title": title, "rows": goal_rows(plan["goals"], said["goals"], kind, form)}
            for title, kind in (("A. Utama", "main"), ("B. Tambahan", "additional"))
        ],
        "results": _rated(content["results"]),
        "values": _values(content, plan["expectations"]),
        "behaviour": _rated(content["behaviour"]),
        "feedback": _feedback(said),
        "predicate": PREDICATES[content["predicate"]["predicate"]],
        "basis": _basis(content),
        "signature": _signed_by(content),
    }


def _letterhead(content: Content, digest: str, sealed: str, government: str, address: str, form: str) -> dict[str, Any]:
    period = content["period"]
    first, last = (date.fromisoformat(period[name]) for name in ("starts_on", "ends_on"))
    seal = f"Segel dalam rantai keputusan {sealed[:16]}." if sealed else "Isinya tidak cocok dengan segelnya."
    return {
        "form": form,
        "subtitle": f"Periode {period['label']} · Periode penilaian {days_in_words(first, last)}",
        "language": "id",
        "government": settable(government),
        "written_on": content["signed"]["on"],
        "written_on_words": form,
        "source": f"Sidik isi {digest[:16]}. {seal} Catatan resmi penilaian tetap e-Kinerja BKN.",
        "code": qr_svg(address) if address else "",
        "address": settable(address),
    }


def person_cells(told: Mapping[str, str] | None) -> list[str]:
    """Return name, number, rank, position and unit of a snapshot."""
    return [settable((told or {}).get(name) or MISSING) for name, _label in PERSON_ROWS]


def value_lines(said: Mapping[str, list[str]], value: str) -> str:
    """Return what was said of one value, a line each."""
    return settable("\n".join(said.get(value, []))) or MISSING


def _person(told: Mapping[str, str] | None) -> list[list[str]]:
    return [[label, settable((told or {}).get(name) or MISSING)] for name, label in PERSON_ROWS]


def _objection(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    late = " (terlambat dari batasnya)" if told["is_late"] else ""
    evidence = f"\nBukti: {told['evidence']}" if told["evidence"] else ""
    filed = day_in_words(date.fromisoformat(told["filed_on"]))
    return [
        ("6. Keberatan", f"Diajukan {filed}{late}. {told['reason']}{evidence}\nKeterangan pegawai: {told['hearing']}"),
        ("7. Penjelasan pejabat penilai kinerja atas keberatan", told["statement"]),
        (
            "8. Keputusan dan rekomendasi atasan pejabat penilai kinerja",
            f"{RULINGS[told['ruling']]} {told['ruling_reason']}",
        ),
    ]


def _basis(content: Content) -> str:
    told, organisation = content["predicate"], content["organisation"]
    since = day_in_words(date.fromisoformat(told["rule_since"])) if told["rule_since"] else MISSING
    ratings = (
        f"hasil kerja {RATINGS[content['results']['rating']].lower()}, "
        f"perilaku kerja {RATINGS[content['behaviour']['rating']].lower()}"
    )
    return settable(
        f"Predikat diturunkan dari kuadran kinerja ({ratings}): {told['article']}; versi aturan sejak {since}. "
        f"Capaian organisasi: {organisation['unit']}, {organisation['because'] or organisation['basis']}"
    )


def _signatures(content: Content) -> list[dict[str, str]]:
    people, form = content["people"], content["form"]
    rater, superior = people["rater"] or {}, people["superior"] or {}
    on = day_in_words(date.fromisoformat(content["signed"]["on"]))
    if form == "d13":
        signed = [("9. Pejabat Penilai Kinerja", rater, ""), ("10. Pegawai yang Dinilai", people["person"], ""),
                  ("11. Atasan Pejabat Penilai Kinerja", superior, on)]  # fmt: skip
    elif form == "d12":
        signed = [
            ("6. Atasan Pejabat Penilai Kinerja", superior, on),
            ("7. Pegawai yang Dinilai", people["person"], ""),
        ]
    else:
        signed = [("6. Pejabat Penilai Kinerja", rater, on), ("7. Pegawai yang Dinilai", people["person"], "")]
    return [_signature(title, who, on, content["signed"]["by"]) for title, who, on in signed]


def _signature(title: str, who: Mapping[str, str], on: str, by: str) -> dict[str, str]:
    """Return one place to sign; where somebody stood in, the name of who signed stands beside."""
    name = who.get("name") or MISSING
    stood_in = f"Ditandatangani secara elektronik {on} oleh {by}" if on else "(tempat), (tanggal, bulan, tahun)"
    return {
        "title": title, "name": settable(name), "nip": settable(f"NIP {who['nip']}" if who.get("nip") else ""),
        "remark": settable(stood_in),
    }  # fmt: skip


def _signed_by(content: Content) -> dict[str, str]:
    people, on = content["people"], day_in_words(date.fromisoformat(content["signed"]["on"]))
    silent = content["signed"]["silent"] or content["form"] == "d13"
    title = "Atasan Pejabat Penilai Kinerja" if silent else "Pejabat Penilai Kinerja"
    who = (people["superior"] if silent else people["rater"]) or {}
    return _signature(title, who, on, content["signed"]["by"])


def _rated(told: Mapping[str, str]) -> dict[str, str]:
    return {"rating": RATINGS[told["rating"]], "reason": settable(told["reason"])}


def goal_rows(goals: list[Any], said: list[list[str]], kind: str, form: str) -> list[list[str]]:
    """Return the rows of the main or the additional results, in the columns of a form, with what was said of each."""
    told = [(goal, said[place] if place < len(said) else []) for place, goal in enumerate(goals)]
    chosen = [(goal, lines) for goal, lines in told if goal["kind"] == kind]
    # Numbered through: the additional results go on where the main ones end.
    first = 1 if kind == "main" else 1 + sum(goal["kind"] == "main" for goal in goals)
    return [
        [settable(cell) for cell in row]
        for number, (goal, lines) in enumerate(chosen, start=first)
        for row in _goal_rows(number, goal, lines, form)
    ]


def _goal_rows(number: int, goal: Mapping[str, Any], lines: list[str], form: str) -> list[list[str]]:
    """Return the rows of one result, one for each indicator; the result and what was said of it stand on the first."""
    rows = []
    for position, each in enumerate(goal["indicators"] or [_NO_INDICATOR]):
        first = position == 0
        done = "; ".join(filter(None, (each["realisation"], each["evidence"]))) or MISSING
        aspects = "/".join(ASPECTS[one] for one in each["aspects"]) or MISSING
        named, counted = (goal["words"] if first else ""), (str(number) if first else "")
        target = each["target"] or MISSING
        said = ("\n".join(lines) or MISSING) if first else ""
        if form == "C.1.1":
            seen = f"Perspektif: {PERSPECTIVES[goal['perspective']]}" if first and goal["perspective"] else ""
            words = "\n".join(filter(None, (named, f"{each['words']}; target: {target}", seen)))
            rows.append([counted, words, done, said])
        elif form == "C.1.2":
            perspective = PERSPECTIVES[goal["perspective"]] if first else ""
            rows.append([counted, named, each["words"], target, perspective, done, said])
        else:
            above = (goal["supports"] or MISSING) if first else ""
            rows.append([counted, above, named, aspects, each["words"], target, done, said])
    return rows


_NO_INDICATOR: Mapping[str, Any] = {
    "words": MISSING, "aspects": [], "target": "", "realisation": "", "evidence": "",
}  # fmt: skip


def _feedback(said: Mapping[str, Any]) -> dict[str, str]:
    """Return what the form has no row for, and how many notes there were in all."""
    count = said["positive"] + said["other"]
    tally = f"{said['positive']} apresiasi, {said['other']} lainnya" if count else "belum ada yang dicatat"
    return {"tally": f"Umpan balik dalam periode: {tally}.", "rest": settable("\n".join(said["rest"]))}


def _values(content: Content, expectations: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the values; the note of the rater stands above what was said in the period."""
    notes, said = content["behaviour"]["notes"], (content.get("feedback") or NOTHING_SAID)["values"]
    return [
        {
            "name": value.label.id,
            "behaviours": [line.id for line in value.behaviours],
            "expected": settable(expectations.get(value.value.value, "")),
            "note": settable(
                "\n".join([*filter(None, [notes.get(value.value.value)]), *said.get(value.value.value, [])]) or MISSING
            ),
        }
        for value in core_values(on=date.fromisoformat(content["signed"]["on"]))
    ]


def _pattern(content: Content) -> dict[str, Any]:
    """Return the curve of the regulation for this rating of the organisation; the own predicate is marked."""
    rating = Organisation(content["organisation"]["rating"])
    advice = pattern_advice(organisation=rating, counts={}, on=date.fromisoformat(content["signed"]["on"]))
    own = content["predicate"]["predicate"]
    rows = [
        {"name": PREDICATES[row.predicate.value], "height": float(row.advised_share), "own": row.predicate.value == own}
        for row in reversed(advice.rows)
    ]
    most = PREDICATES[advice.ideal.value]
    said = f"Bentuk kurva panduan untuk capaian {ORGANISATIONS[rating.value]}: idealnya sebagian besar {most}."
    return {"rows": rows, "said": said}
