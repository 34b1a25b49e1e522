from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.web.choosing import ChosenField
from pembina.web.choosing.describe import described_unit
from pembina.web.components.fields import DayField
from pembina.web.staffing.choices import StaffingForm

SEARCH = _("Cari nama atau kode unit kerja")


class DescribeUnitForm(forms.Form):
    code = forms.CharField(label=_("Kode"), max_length=64)
    name = forms.CharField(label=_("Nama"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"), choices=UnitKind.choices)
    sector = forms.ChoiceField(label=_("Bidang"), choices=Sector.choices)
    time_zone = forms.ChoiceField(label=_("Zona waktu"), choices=TimeZone.choices)
    reason = forms.CharField(label=_("Dasar perubahan"), max_length=200, required=False)


class OpenUnitForm(StaffingForm):
    code = forms.CharField(label=_("Kode"), max_length=64)
    name = forms.CharField(label=_("Nama"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"), choices=UnitKind.choices)
    sector = forms.ChoiceField(label=_("Bidang"), choices=Sector.choices)
    time_zone = forms.ChoiceField(label=_("Zona waktu"), choices=TimeZone.choices)
    parent = ChosenField(label=_("Unit induk"), search_label=SEARCH, described=described_unit)
    on = DayField(label=_("Dibentuk pada"))


class MoveUnitForm(StaffingForm):
    parent = ChosenField(label=_("Unit induk baru"), search_label=SEARCH, described=described_unit)
    on = DayField(
        label=_("Berlaku mulai"),
        help_text=_("Susunan berubah begitu disimpan. Isi hari ini atau hari sebelumnya menurut surat keputusannya."),
    )


class CloseUnitForm(forms.Form):
    on = DayField(label=_("Hari terakhir"))


class MergeUnitForm(StaffingForm):
    parent = ChosenField(label=_("Digabung ke"), search_label=SEARCH, described=described_unit)
    on = DayField(
        label=_("Hari terakhir unit ini"),
        help_text=_(
            "Pegawai pindah sehari sesudahnya. Layanan, loket, dan unit di bawahnya pindah begitu disimpan, jadi "
            "isi kemarin agar petugasnya tetap melayani hari ini."
        ),
    )
