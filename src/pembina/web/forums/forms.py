"""What officers and citizens fill in."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.queries import working_at_or_below
from pembina.domain.people.searches import people_named, units_named, with_posts
from pembina.domain.services.enums import ForumKind, QuestionMeans
from pembina.domain.services.models import Complaint, Forum, PublicService
from pembina.domain.services.models.commitments import LONGEST_NOTE
from pembina.domain.services.models.forum_questions import LONGEST_QUESTION
from pembina.domain.services.models.forums import LONGEST_MINUTES, LONGEST_TEXT
from pembina.domain.services.operations.forums import AgendaLine, ForumPlan
from pembina.domain.services.queries.commitments import complaint_numbered
from pembina.domain.services.queries.forums import services_at_or_below, units_holding_forums
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField
from pembina.web.forums.times import at_clock, hours

CLOCK = ["%H:%M", "%H.%M", "%H:%M:%S"]
AGENDA_LINE = re.compile(r"(?:(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\s+)?(?P<title>.+)")
MOST_LINES, LONGEST_LINE = 40, 200


def words(label: Any, *, rows: int, longest: int, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


def clock_field(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, input_formats=CLOCK, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


def link_field(label: Any, help_text: Any = "") -> forms.URLField:
    return forms.URLField(label=label, required=False, max_length=200, assume_scheme="https", help_text=help_text)


class UnitForm(ChoosingForm):
    """The unit for which something is made."""

    unit = ChosenField(
        label=_("Unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit
    )

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.on = actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        units = units_holding_forums(self.actor, on=self.on).select_related("parent").order_by("name", "pk")
        return units, units_named(wanted)


class ForumForm(forms.Form):
    """An event. Day and hours are those of the unit's clock."""

    title = forms.CharField(label=_("Judul"), max_length=200)
    kind = forms.ChoiceField(label=_("Bentuk"), choices=ForumKind.choices)
    day = DayField(label=_("Tanggal"))
    starts = clock_field(_("Mulai pukul"))
    ends = clock_field(_("Selesai pukul"))
    last_day = DayField(label=_("Hari terakhir"), required=False, help_text=_("Hanya bila lebih dari sehari."))
    place = forms.CharField(label=_("Tempat"), max_length=200, required=False)
    link = link_field(_("Tautan daring"), _("Untuk yang ikut dari jauh. Isi tempat, tautan, atau keduanya."))
    description = words(_("Keterangan"), rows=3, longest=LONGEST_TEXT, required=False)
    agenda = words(
        _("Susunan acara"), rows=5, longest=LONGEST_TEXT, required=False,
        help_text=_("Satu baris satu acara, boleh diawali jam: 09.00 Pembukaan."),
    )  # fmt: skip
    services = forms.ModelMultipleChoiceField(
        label=_("Layanan yang dibahas"), queryset=PublicService.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, data: Any = None, *, unit: Unit, on: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.unit = unit
        services = services_at_or_below(unit, on=on)
        self.fields["services"].queryset = services  # type: ignore[attr-defined]
        if not services.exists():
            del self.fields["services"]
        self.fields["starts"].help_text = _("Menurut jam %(zone)s.") % {"zone": unit.get_time_zone_display()}

    def clean_agenda(self) -> list[AgendaLine]:
        lines = [line.strip() for line in self.cleaned_data["agenda"].splitlines() if line.strip()]
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(_("Paling banyak 40 baris, masing-masing 200 huruf."), code="long")
        return [_agenda_line(line) for line in lines]

    def plan(self) -> ForumPlan:
        said = self.cleaned_data
        zone = Forum(unit=self.unit).zone
        return ForumPlan(
            title=said["title"],
            kind=ForumKind(said["kind"]),
            starts_at=at_clock(said["day"], said["starts"], zone),
            ends_at=at_clock(said["last_day"] or said["day"], said["ends"], zone),
            place=said["place"],
            link=said["link"],
            description=said["description"],
            services=list(said.get("services", ())),
            agenda=said["agenda"],
        )


def told(forum: Forum) -> dict[str, Any]:
    """Return what an event says already, as the form asks for it."""
    starts, ends = (moment.astimezone(forum.zone) for moment in (forum.starts_at, forum.ends_at))
    lines = [f"{hours(item.begins)} {item.title}" if item.begins else item.title for item in forum.agenda.all()]
    return {
        "title": forum.title, "kind": forum.kind, "day": starts.date(), "starts": starts.time(), "ends": ends.time(),
        "last_day": ends.date() if ends.date() > starts.date() else None,
        "place": forum.place, "link": forum.link, "description": forum.description, "agenda": "\n".join(lines),
        "services": list(forum.services.all()),
    }  # fmt: skip


def _agenda_line(line: str) -> AgendaLine:
    found = AGENDA_LINE.fullmatch(line)
    if found is None or found["hour"] is None:
        return AgendaLine(line)
    return AgendaLine(found["title"], time(int(found["hour"]), int(found["minute"])))


class ReasonForm(forms.Form):
    """A reason that citizens will read."""

    reason = words(_("Alasan"), rows=3, longest=500, help_text=_("Warga akan membacanya."))


class RefuseQuestionForm(forms.Form):
    reason = words(_("Alasan tidak ditayangkan"), rows=2, longest=500, help_text=_("Hanya dibaca petugas."))


class AskForm(forms.Form):
    """A question of a citizen: no name, no address."""

    text = words(
        _("Pertanyaan Anda"), rows=3, longest=LONGEST_QUESTION,
        help_text=_("Tanpa nama. Jangan menulis NIK, nomor telepon, atau data pribadi siapa pun."),
    )  # fmt: skip
    service = forms.ModelChoiceField(
        label=_("Tentang layanan"), queryset=PublicService.objects.none(), required=False, empty_label=_("Umum")
    )

    def __init__(self, data: Any = None, *, forum: Forum, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["service"].queryset = forum.services.order_by("name", "pk")  # type: ignore[attr-defined]
        if not forum.services.all():
            del self.fields["service"]


class TakeForm(AskForm):
    """A question asked in the room, typed fast: Enter in the first field keeps it."""

    text = forms.CharField(
        label=_("Pertanyaan"),
        max_length=LONGEST_QUESTION,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    answer = words(_("Jawaban"), rows=2, longest=LONGEST_TEXT, required=False)
    means = forms.ChoiceField(
        label=_("Cara masuk"), initial=QuestionMeans.SPOKEN,
        choices=[choice for choice in QuestionMeans.choices if choice[0] != QuestionMeans.PAGE],
    )  # fmt: skip
    field_order = ("text", "answer", "means", "service")


class AnswerForm(forms.Form):
    answer = words(_("Jawaban"), rows=4, longest=LONGEST_TEXT)


class MinutesForm(forms.Form):
    text = words(
        _("Isi notulen"), rows=16, longest=LONGEST_MINUTES,
        help_text=_("Judul diawali #, butir diawali -, urutan diawali 1. Baris kosong memisahkan alinea."),
    )  # fmt: skip
    women = forms.IntegerField(label=_("Hadir perempuan"), required=False, min_value=0, max_value=1_000_000)
    men = forms.IntegerField(label=_("Hadir laki-laki"), required=False, min_value=0, max_value=1_000_000)


class PromiseForm(ChoosingForm):
    """A promise; whoever answers for it works in the unit or below it. Only names and posts are shown."""

    promise = words(_("Janji"), rows=2, longest=500, help_text=_("Satu hal yang dapat diperiksa warga."))
    owner = ChosenField(
        label=_("Penanggung jawab"), search_label=_("Cari nama pegawai"), described=described_person,
        help_text=_("Warga membaca jabatannya, bukan namanya."),
    )  # fmt: skip
    due_on = DayField(label=_("Tenggat"))
    complaint = forms.CharField(label=_("Nomor pengaduan"), max_length=16, required=False)

    def __init__(self, data: Any = None, *, unit: Unit, on: date, **options: Any) -> None:
        self.unit, self.on = unit, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        staff = Person.objects.filter(working_at_or_below(self.unit, on=self.on))
        return with_posts(staff.order_by("name", "pk"), on=self.on), people_named(wanted)

    def clean_complaint(self) -> Complaint | None:
        number = self.cleaned_data["complaint"]
        found = complaint_numbered(number, unit=self.unit) if number else None
        if number and found is None:
            raise ValidationError(_("Tidak ada pengaduan bernomor ini pada unit itu. Periksa nomornya."), code="none")
        return found


class ProgressForm(forms.Form):
    text = words(_("Perkembangan"), rows=3, longest=LONGEST_NOTE, help_text=_("Warga akan membacanya."))


class KeepForm(forms.Form):
    done_on = DayField(label=_("Selesai pada"))
    evidence = words(_("Bukti"), rows=3, longest=LONGEST_NOTE, help_text=_("Apa yang kini dapat dilihat warga."))
    link = link_field(_("Tautan bukti"))


class PostponeForm(forms.Form):
    to = DayField(label=_("Tenggat baru"))
    reason = words(_("Alasan"), rows=3, longest=LONGEST_NOTE, help_text=_("Warga akan membacanya."))
