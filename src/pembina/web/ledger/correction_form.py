"""A request as it should have been."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.models import RequestPause, ServiceRequest
from pembina.domain.services.operations.request_corrections import Entry, Stretch
from pembina.web.ledger.fields import WallClockField, on_the_clock, wall_clock

ENDS = (("open", _("Masih berjalan")), ("completed", _("Selesai")), ("withdrawn", _("Ditarik pemohon")))
NEW_PAUSES = 1


class CorrectionForm(forms.Form):
    """All that a request says, its pauses included; an emptied pause is removed."""

    number = forms.CharField(label=_("Nomor"), max_length=64)
    channel = forms.ChoiceField(label=_("Kanal"), choices=Channel.choices)
    received = WallClockField(label=_("Diterima"))
    state = forms.ChoiceField(label=_("Keadaan"), choices=ENDS)
    ended = WallClockField(label=_("Berakhir"), required=False)
    reason = forms.CharField(
        label=_("Alasan pembetulan"),
        max_length=200,
        error_messages={"required": _("Tulis alasannya dengan singkat; orang lain akan membacanya.")},
    )

    def __init__(self, data: QueryDict | None, *, request: ServiceRequest) -> None:
        self.request, self.zone = request, request.service.unit.time_zone
        self.pauses: list[RequestPause | None] = [*request.pauses.order_by("began_at", "pk"), *[None] * NEW_PAUSES]
        super().__init__(data, initial=self._initial())
        for place, pause in enumerate(self.pauses):
            self._add_pause(place, is_new=pause is None)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("state") != "open" and not said.get("ended"):
            self.add_error("ended", _("Isi waktu berakhirnya, atau pilih masih berjalan."))
        if said.get("state") == "open" and said.get("ended"):
            self.add_error("ended", _("Kosongkan waktu berakhirnya selama masih berjalan."))
        for place, pause in enumerate(self.pauses):
            if said.get(f"ended_{place}") and not said.get(f"began_{place}"):
                self.add_error(f"began_{place}", _("Isi mulai jedanya, atau kosongkan keduanya."))
            if pause is None and said.get(f"began_{place}") and not said.get(f"reason_{place}"):
                self.add_error(f"reason_{place}", _("Pilih alasan jedanya."))
        return said

    def entry(self) -> Entry:
        """Return what the request should say."""
        said, row = self.cleaned_data, self.request
        return Entry(
            number=said["number"],
            channel=Channel(said["channel"]),
            received=self._moment("received", row.received_at) or said["received"],
            ended=self._moment("ended", row.ended_at),
            withdrawn=said["state"] == "withdrawn",
            pauses=[stretch for place in range(len(self.pauses)) for stretch in self._stretch(place)],
        )

    @property
    def rests(self) -> list[list[forms.BoundField]]:
        """Return the fields of each pause."""
        return [[self[f"{name}_{n}"] for name in ("began", "ended", "reason")] for n in range(len(self.pauses))]

    def _stretch(self, place: int) -> list[Stretch]:
        pause, said = self.pauses[place], self.cleaned_data
        began = self._moment(f"began_{place}", pause.began_at if pause else None)
        if began is None:
            return []
        ended = self._moment(f"ended_{place}", pause.ended_at if pause else None)
        return [Stretch(began, ended, PauseReason(said[f"reason_{place}"]))]

    def _moment(self, name: str, known: datetime | None) -> datetime | None:
        return on_the_clock(self.cleaned_data[name], self.zone, known=known)

    def _initial(self) -> dict[str, Any]:
        row = self.request
        told: dict[str, Any] = {
            "number": row.number,
            "channel": row.channel,
            "received": wall_clock(row.received_at, self.zone),
            "ended": wall_clock(row.ended_at, self.zone),
            "state": "open" if row.ended_at is None else "withdrawn" if row.withdrawn else "completed",
        }
        for place, pause in enumerate(self.pauses):
            if pause is not None:
                told[f"began_{place}"] = wall_clock(pause.began_at, self.zone)
                told[f"ended_{place}"] = wall_clock(pause.ended_at, self.zone)
                told[f"reason_{place}"] = pause.reason
        return told

    def _add_pause(self, place: int, *, is_new: bool) -> None:
        self.fields[f"began_{place}"] = WallClockField(label=_("Mulai jeda"), required=False)
        self.fields[f"ended_{place}"] = WallClockField(label=_("Dilanjutkan"), required=False)
        choices = [("", _("Pilih")), *PauseReason.choices] if is_new else PauseReason.choices
        self.fields[f"reason_{place}"] = forms.ChoiceField(label=_("Alasan jeda"), choices=choices, required=not is_new)
