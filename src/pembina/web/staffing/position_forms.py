from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import AssignmentKind, DelegationKind, PositionKind
from pembina.domain.people.operations import Post
from pembina.web.choosing import ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField
from pembina.web.staffing.choices import StaffingForm

REASON = _("Dasar perubahan")


class PostForm(StaffingForm):
    """Where somebody works, as what and under whom."""

    unit = ChosenField(
        label=_("Unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit
    )
    position = forms.CharField(label=_("Jabatan"), max_length=200)
    position_kind = forms.ChoiceField(label=_("Jenis jabatan"), choices=PositionKind.choices)
    superior = ChosenField(
        label=_("Atasan"),
        search_label=_("Cari nama atau NIP atasan"),
        described=described_person,
        required=False,
        nothing=_("Tanpa atasan"),
    )

    def post(self, position_code: str = "") -> Post:
        said = self.cleaned_data
        return Post(
            unit=said["unit"],
            position=said["position"],
            position_kind=PositionKind(said["position_kind"]),
            superior=said["superior"],
            position_code=position_code,
        )


class AssignForm(PostForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=AssignmentKind.choices)
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Hari terakhir"), required=False, help_text=_("Kosongkan bila belum diketahui"))


class TransferForm(PostForm):
    from_day = DayField(label=_("Berlaku mulai"))


class CorrectForm(PostForm):
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Hari terakhir"), required=False)
    reason = forms.CharField(label=_("Alasan pembetulan"), max_length=200)


class SuperiorForm(StaffingForm):
    superior = ChosenField(
        label=_("Atasan baru"),
        search_label=_("Cari nama atau NIP atasan"),
        described=described_person,
        required=False,
        nothing=_("Tanpa atasan"),
    )
    from_day = DayField(label=_("Berlaku mulai"))


class EndForm(forms.Form):
    last_day = DayField(label=_("Hari terakhir"))


class DelegateForm(StaffingForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=DelegationKind.choices)
    unit = ChosenField(
        label=_("Unit kerja"), search_label=_("Cari nama atau kode unit kerja"), described=described_unit
    )
    on_behalf_of = ChosenField(
        label=_("Menggantikan"),
        search_label=_("Cari nama atau NIP"),
        described=described_person,
        required=False,
        nothing=_("Jabatan yang lowong"),
    )
    letter = forms.CharField(label=_("Nomor surat"), max_length=100)
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Hari terakhir"))
