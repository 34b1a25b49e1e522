"""What organisers fill in about sessions and series; hours are those of the batch's clock."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.core.learning.series import LAST, Monthly, OnSkip, SeriesRule, Weekly
from pembina.domain.development.enums import Mode
from pembina.domain.development.models import Batch, Partner, Session
from pembina.domain.development.operations.series import SeriesPlan
from pembina.domain.development.operations.sessions import SessionPlan
from pembina.domain.people.models import Person
from pembina.domain.people.searches import people_named
from pembina.web.choosing import ChoosingForm, ChosenManyField
from pembina.web.choosing.describe import described_person
from pembina.web.components.clock import at_clock
from pembina.web.components.fields import DayField
from pembina.web.sessions.forms import active_people, words

CLOCK = ["%H:%M", "%H.%M", "%H:%M:%S"]
LONGEST_NAME, MOST_NAMES = 200, 20
WEEKDAYS = [
    (0, _("Senin")), (1, _("Selasa")), (2, _("Rabu")), (3, _("Kamis")), (4, _("Jumat")), (5, _("Sabtu")),
    (6, _("Minggu")),
]  # fmt: skip
ROUTINES = [
    ("weekly", _("Setiap minggu")), ("1", _("Pekan pertama setiap bulan")), ("2", _("Pekan kedua setiap bulan")),
    ("3", _("Pekan ketiga setiap bulan")), ("4", _("Pekan keempat setiap bulan")),
    (str(LAST), _("Pekan terakhir setiap bulan")),
]  # fmt: skip


def clock_field(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, input_formats=CLOCK, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


class MeetingForm(ChoosingForm):
    """What a session and a series have in common: how, where and with whom people meet."""

    mode = forms.ChoiceField(label=_("Cara bertemu"), choices=Mode.choices)
    room = forms.CharField(label=_("Ruang"), max_length=200, required=False)
    link = forms.URLField(label=_("Tautan daring"), max_length=200, required=False, assume_scheme="https")
    partner = forms.ModelChoiceField(
        label=_("Mitra"), queryset=Partner.objects.none(), required=False, empty_label=_("Seperti angkatannya")
    )
    trainers = ChosenManyField(
        label=_("Pengajar (pegawai)"), search_label=_("Cari nama pegawai"), described=described_person, required=False,
        help_text=_("Boleh lebih dari satu; yang sudah dicentang tetap terpilih saat mencari nama lain."),
    )  # fmt: skip
    outside = words(
        _("Pengajar dari luar"), rows=2, longest=2_000, required=False, help_text=_("Satu nama satu baris.")
    )

    def __init__(
        self, data: Any = None, *, batch: Batch, on: date, session: Session | None = None, **options: Any
    ) -> None:
        self.batch, self.on, self.session = batch, on, session
        super().__init__(data, **options)
        self.fields["partner"].queryset = Partner.objects.order_by("name")  # type: ignore[attr-defined]
        for name in ("starts", "begins"):
            if name in self.fields:
                self.fields[name].help_text = _("Menurut jam %(zone)s.") % {"zone": batch.get_time_zone_display()}

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return active_people(self.on, also=self._teaching()), people_named(wanted)

    def _teaching(self) -> list[int]:
        """Return who teaches the session already: nobody is lost from it by having left the service since."""
        return [] if self.session is None else _civil_servants_in(self.session)

    def clean_trainers(self) -> list[Person]:
        chosen = list(self.cleaned_data["trainers"])
        if len(chosen) > MOST_NAMES:
            raise ValidationError(_("Paling banyak 20 pengajar."), code="many")
        return chosen

    def clean_outside(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["outside"].splitlines() if line.strip()]
        if len(names) > MOST_NAMES or any(len(name) > LONGEST_NAME for name in names):
            raise ValidationError(_("Paling banyak 20 nama, masing-masing 200 huruf."), code="long")
        return names

    def meeting(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "mode": Mode(said["mode"]), "room": said["room"], "link": said["link"], "partner": said["partner"],
            "trainers": said["trainers"], "outside_trainers": said["outside"],
        }  # fmt: skip


class SessionForm(MeetingForm):
    title = forms.CharField(label=_("Judul sesi"), max_length=200)
    day = DayField(label=_("Tanggal"))
    starts = clock_field(_("Mulai pukul"))
    ends = clock_field(_("Selesai pukul"))
    field_order = ("title", "day", "starts", "ends")

    def plan(self) -> SessionPlan:
        said, zone = self.cleaned_data, self.batch.zone
        starts, ends = (at_clock(said["day"], said[name], zone) for name in ("starts", "ends"))
        return SessionPlan(title=said["title"], starts_at=starts, ends_at=ends, **self.meeting())


class SeriesForm(MeetingForm):
    """A routine; each session gets the title with its number."""

    title = forms.CharField(label=_("Judul sesi"), max_length=190, help_text=_("Setiap sesi mendapat nomornya."))
    routine = forms.ChoiceField(label=_("Berulang"), choices=ROUTINES)
    weekday = forms.TypedChoiceField(label=_("Hari"), choices=WEEKDAYS, coerce=int)
    every = forms.IntegerField(
        label=_("Setiap berapa minggu atau bulan"), min_value=1, max_value=12, initial=1,
    )  # fmt: skip
    first_on = DayField(label=_("Mulai"))
    last_on = DayField(label=_("Sampai"))
    begins = clock_field(_("Mulai pukul"))
    ends = clock_field(_("Selesai pukul"))
    on_holidays = forms.ChoiceField(
        label=_("Bila hari libur"), widget=forms.RadioSelect, initial=OnSkip.DROP.value,
        choices=[(OnSkip.DROP.value, _("Lewati")), (OnSkip.MOVE.value, _("Pindah ke hari kerja berikutnya"))],
    )  # fmt: skip
    field_order = ("title", "routine", "weekday", "every", "first_on", "last_on", "begins", "ends", "on_holidays")

    def series(self) -> SeriesPlan:
        said = self.cleaned_data
        # The hours of the plan are those of its first day; each session gets its own.
        starts, ends = (at_clock(said["first_on"], said[name], self.batch.zone) for name in ("begins", "ends"))
        plan = SessionPlan(title=said["title"], starts_at=starts, ends_at=ends, **self.meeting())
        return SeriesPlan(
            rule=self._rule(), first=said["first_on"], last=said["last_on"], begins=said["begins"], ends=said["ends"],
            on_holidays=OnSkip(said["on_holidays"]), plan=plan,
        )  # fmt: skip

    def _rule(self) -> SeriesRule:
        said = self.cleaned_data
        if said["routine"] == "weekly":
            return Weekly(said["weekday"], said["first_on"], said["every"])
        return Monthly(said["weekday"], int(said["routine"]), said["first_on"], said["every"])


def told_of_session(session: Session) -> dict[str, Any]:
    """Return what a session says already, as the form asks for it."""
    starts, ends = (moment.astimezone(session.batch.zone) for moment in (session.starts_at, session.ends_at))
    return {
        "title": session.title, "day": starts.date(), "starts": starts.time(), "ends": ends.time(),
        "mode": session.mode, "room": session.room, "link": session.link, "partner": session.partner_id,
        "trainers": _civil_servants_in(session),
        "outside": "\n".join(one.name for one in session.trainers.all() if one.person_id is None),
    }  # fmt: skip


def _civil_servants_in(session: Session) -> list[int]:
    return [one.person_id for one in session.trainers.all() if one.person_id is not None]
