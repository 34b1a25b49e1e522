"""The body of a report becomes a `Report`; every field that cannot be used is told, not only the first."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import TextChoices

from pembina.api.answers import Fault
from pembina.core.text import Text
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.operations.reported_events import EventKind, Report

LONGEST = {"key": 100, "service": 64, "number": 64}
LARGEST_BODY = 16 * 1024
Word = TypeVar("Word", bound=StrEnum | TextChoices)
NOT_JSON = Fault(
    "body",
    Text(id="Isi bukan objek JSON.", en="The body is no JSON object."),
    Text(
        id="Kirim satu objek JSON (UTF-8), paling besar 16 KB, seperti contoh di /api/v1/openapi.json.",
        en="Send one JSON object (UTF-8) of at most 16 KB, like the example at /api/v1/openapi.json.",
    ),
)


class UnusableReportError(Exception):
    """The body cannot be used; `faults` name each field."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(", ".join(fault.field for fault in faults))


def report_of(body: bytes) -> Report:
    """Read a body; raises ``UnusableReportError``."""
    told = _object(body)
    faults: list[Fault] = []
    texts = {field: _text(told, field, longest, faults) for field, longest in LONGEST.items()}
    event = _word(told, "event", EventKind, None, faults)
    moment = _moment(told, faults)
    channel = _word(told, "channel", Channel, Channel.ONLINE, faults)
    needs_reason = event is EventKind.PAUSED
    reason = _word(told, "reason", PauseReason, None if needs_reason else PauseReason.APPLICANT, faults)
    known = {*LONGEST, "event", "at", "channel", "reason"}
    faults += [_unknown(field) for field in told if field not in known]
    if faults or event is None or moment is None or channel is None or reason is None:
        raise UnusableReportError(faults)
    return Report(texts["key"], event, texts["service"], texts["number"], moment, channel, reason)


def _object(body: bytes) -> dict[str, Any]:
    if len(body) > LARGEST_BODY:
        raise UnusableReportError([NOT_JSON])
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise UnusableReportError([NOT_JSON]) from None
    if not isinstance(told, dict):
        raise UnusableReportError([NOT_JSON])
    return told


def _text(told: dict[str, Any], field: str, longest: int, faults: list[Fault]) -> str:
    value = told.get(field)
    if isinstance(value, str) and 0 < len(value.strip()) <= longest and _can_be_kept(value):
        return value.strip()
    wrong = Text(
        id=f"{field} kosong, terlalu panjang, atau berisi karakter rusak.",
        en=f"{field} is missing, too long, or holds a broken character.",
    )
    wanted = Text(
        id=f"Isi teks Unicode utuh, 1 sampai {longest} huruf, tanpa NUL.",
        en=f"Give a text of whole Unicode, 1 to {longest} characters, without NUL.",
    )
    faults.append(Fault(field, wrong, wanted))
    return ""


def _can_be_kept(value: str) -> bool:
    """Say whether a database takes a text: JSON can spell NUL, and half a character ("\\ud83d")."""
    return "\0" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)


def _word(
    told: dict[str, Any], field: str, words: type[Word], default: Word | None, faults: list[Fault]
) -> Word | None:
    value = told.get(field)
    if value is None and default is not None:
        return default
    listed = [word.value for word in words]
    if value in listed:
        return words(value)
    choices = ", ".join(listed)
    faults.append(
        Fault(
            field,
            Text(id=f"{field} tidak dikenal.", en=f"{field} is not known."),
            Text(id=f"Pakai salah satu: {choices}.", en=f"Use one of: {choices}."),
        )
    )
    return None


def _moment(told: dict[str, Any], faults: list[Fault]) -> datetime | None:
    value = told.get("at")
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is not None and moment.utcoffset() is not None and 1900 <= moment.year <= 2199:
        return moment
    faults.append(
        Fault(
            "at",
            Text(id="Waktu kejadian tidak ada atau tanpa selisih zona.", en="The time is missing or has no offset."),
            Text(id="Tulis seperti 2026-03-02T08:30:00+07:00.", en="Write it like 2026-03-02T08:30:00+07:00."),
        )
    )
    return None


def _unknown(field: str) -> Fault:
    return Fault(
        field[:100],
        Text(id="Kolom ini tidak dikenal.", en="This field is not known."),
        Text(
            id="Hapus, atau periksa ejaannya; jangan kirim data pemohon.",
            en="Remove it, or check its spelling; send no data of applicants.",
        ),
    )
