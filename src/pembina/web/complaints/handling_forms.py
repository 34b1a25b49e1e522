from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.complaint_deadlines import severities
from pembina.domain.access.models import User
from pembina.domain.people.searches import open_units, units_named
from pembina.domain.services.complaint_clock import begun_at, deadline_of
from pembina.domain.services.complaint_enums import ComplaintElement, ComplaintKind, ComplaintSeverity
from pembina.domain.services.models import Complaint, PublicService
from pembina.domain.services.operations.complaint_handling import Triage
from pembina.domain.services.operations.complaint_publications import Wording
from pembina.domain.services.queries.complaint_officers import officers_of
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_unit
from pembina.web.complaints.public_forms import text_field
from pembina.web.complaints.typed import TypedForm
from pembina.web.components.formatting import day, in_language


def severity_choices(on: date) -> list[tuple[str, str]]:
    """Return the severities with their limits, the shortest first."""
    told = gettext("%(label)s: %(days)d hari kerja")
    return [
        (rule.severity.value, told % {"label": in_language(rule.label), "days": rule.working_days})
        for rule in severities(on=on)
    ]


class TriageForm(TypedForm):
    """How a complaint is sorted; each severity shows the day that would follow from it."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=ComplaintKind.choices, widget=forms.RadioSelect)
    service = forms.ModelChoiceField(
        label=_("Layanan"), queryset=PublicService.objects.none(), required=False, empty_label=_("Bukan satu layanan")
    )
    element = forms.ChoiceField(
        label=_("Unsur"), choices=[("", _("Bukan salah satu unsur")), *ComplaintElement.choices], required=False
    )
    severity = forms.ChoiceField(
        label=_("Golongan"),
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Hanya untuk pengaduan. Tanggal di belakangnya adalah tenggat jawaban yang akan berlaku."),
    )

    def __init__(self, data: Any = None, *, complaint: Complaint, on: date) -> None:
        first = {name: getattr(complaint, name) for name in ("kind", "element", "severity")}
        super().__init__(data, initial=first | {"service": complaint.service_id})
        services = cast(forms.ModelChoiceField, self.fields["service"])
        services.queryset = PublicService.objects.filter(unit=complaint.unit_id).order_by("name", "pk")
        cast(forms.ChoiceField, self.fields["severity"]).choices = [
            (value, f"{label} · {self._due(complaint, value)}") for value, label in severity_choices(on)
        ]

    @staticmethod
    def _due(complaint: Complaint, severity: str) -> str:
        return day(deadline_of(unit=complaint.unit, severity=severity, since=begun_at(complaint)).due_on)

    def triage(self) -> Triage:
        said = self.cleaned_data
        return Triage(ComplaintKind(said["kind"]), said["service"], said["element"], said["severity"])


class TogetherForm(TypedForm):
    """How several complaints are sorted alike; service and kind of each stay."""

    severity = forms.ChoiceField(
        label=_("Golongan"),
        choices=ComplaintSeverity.choices,
        widget=forms.RadioSelect,
        help_text=_("Saran dan pujian di antaranya tetap tanpa golongan."),
    )
    element = forms.ChoiceField(
        label=_("Unsur"), choices=[("", _("Tidak diubah")), *ComplaintElement.choices], required=False
    )

    def __init__(self, data: Any = None, *, on: date) -> None:
        super().__init__(data)
        cast(forms.ChoiceField, self.fields["severity"]).choices = severity_choices(on)


class AssignForm(TypedForm):
    officer = forms.ModelChoiceField(label=_("Petugas"), queryset=User.objects.none(), empty_label=_("Pilih petugas"))

    def __init__(self, data: Any = None, *, complaint: Complaint, on: date) -> None:
        super().__init__(data)
        cast(forms.ModelChoiceField, self.fields["officer"]).queryset = officers_of(complaint.unit, on=on)


class ForwardForm(ChoosingForm):
    """To which unit a complaint goes, and why; whoever complained reads the reason."""

    unit = ChosenField(
        label=_("Unit yang menangani"),
        search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit,
    )
    reason = text_field(_("Alasan"), rows=3, help_text=_("Dapat dibaca oleh pelapor."))

    def __init__(self, data: Any = None, *, complaint: Complaint, on: date) -> None:
        self.complaint, self.on = complaint, on
        super().__init__(data)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        units = open_units(self.on).exclude(pk=self.complaint.unit_id).select_related("parent")
        return units.order_by("name", "pk"), units_named(wanted)


class ReplyForm(TypedForm):
    text = text_field(_("Jawaban"), rows=5, help_text=_("Dapat dibaca oleh pelapor. Nama Anda tidak ditampilkan."))
    is_final = forms.ChoiceField(
        label=_("Ini"),
        choices=[
            ("yes", _("Jawaban akhir; pengaduan dijawab dan tenggatnya berhenti")),
            ("no", _("Kabar atau pertanyaan; pengaduan tetap diproses")),
        ],
        initial="yes",
        widget=forms.RadioSelect,
    )


class PublishForm(TypedForm):
    """What everybody is to read, filled in with what was written; the officer words it anew."""

    question = text_field(
        _("Yang ditanyakan"), rows=5, help_text=_("Tulis ulang tanpa nama, alamat, nomor, dan tanggal yang khas.")
    )
    answer = text_field(_("Jawaban kantor"), rows=5, help_text=_("Dibaca siapa saja, bukan hanya pelapor."))

    def wording(self) -> Wording:
        return Wording(self.cleaned_data["question"], self.cleaned_data["answer"])


class WithdrawForm(TypedForm):
    text = text_field(_("Alasan"), rows=3, help_text=_("Hanya dibaca petugas pengaduan."))


class NoteForm(TypedForm):
    text = text_field(_("Catatan internal"), rows=3, help_text=_("Hanya dibaca petugas pengaduan unit ini."))


class DeclineForm(TypedForm):
    text = text_field(
        _("Alasan"),
        rows=4,
        help_text=_("Dapat dibaca oleh pelapor. Sebutkan ke mana ia dapat mengadu, misalnya instansi yang berwenang."),
    )
