"""What human resources put down for the medals of years of service, and what the list is narrowed by."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.career.enums import DisciplineLevel, MedalKey
from pembina.domain.career.operations.medals import CheckTold
from pembina.domain.career.queries.medals import MedalWish
from pembina.web.components.fields import DayField
from pembina.web.recognition.forms import words

STATES = [
    ("", _("Semua")), ("eligible", _("Dapat diusulkan")), ("unknown", _("Belum diperiksa")),
    ("not_yet", _("Belum genap")), ("barred", _("Terhalang")), ("held", _("Sudah dimiliki")),
    ("not_covered", _("Tidak tercakup")), ("unreadable", _("NIP tidak terbaca")),
]  # fmt: skip
LEAVE = [("", _("Belum diperiksa")), ("no", _("Tidak pernah")), ("yes", _("Pernah"))]


class MedalFilters(forms.Form):
    """The list; what cannot be understood narrows nothing."""

    q = forms.CharField(label=_("Cari nama atau NIP"), required=False, max_length=100)
    unit = forms.CharField(label=_("Unit kerja"), required=False, max_length=100)
    medal = forms.ChoiceField(
        label=_("Tanda kehormatan"), required=False, choices=[("", _("Semua")), *MedalKey.choices]
    )  # fmt: skip
    state = forms.ChoiceField(label=_("Keadaan"), required=False, choices=STATES)
    sort = forms.ChoiceField(
        label=_("Urutan"), required=False,
        choices=[("", _("Nama A–Z")), ("years", _("Masa kerja terlama")), ("state", _("Paling mendesak"))],
    )  # fmt: skip

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.is_valid()
        self.chosen = {name: str(self.cleaned_data.get(name) or "").replace("\0", "") for name in self.fields}
        self.data = self.chosen
        self.full_clean()

    @property
    def query(self) -> str:
        """Return what is chosen as an address carries it, with an ampersand at the end."""
        return f"{urlencode({name: value for name, value in self.chosen.items() if value})}&"

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen[name] for name in ("q", "unit", "medal", "state"))

    @property
    def wish(self) -> MedalWish:
        """Return what is chosen as the domain asks it."""
        said = self.chosen
        return MedalWish(said["q"], said["unit"], said["medal"], said["state"], said["sort"])


class CheckForm(forms.Form):
    """What the personal file says; what was not looked up is left as it is."""

    checked_on = DayField(label=_("Diperiksa pada"))
    discipline = forms.ChoiceField(
        label=_("Hukuman disiplin terberat selama karier"), required=False,
        choices=[("", _("Belum diperiksa")), *DisciplineLevel.choices],
    )  # fmt: skip
    leave = forms.ChoiceField(label=_("Cuti di luar tanggungan negara"), required=False, choices=LEAVE)
    source = forms.CharField(label=_("Sumber"), max_length=200, help_text=_("Misalnya: berkas kepegawaian, SIASN."))
    note = words(_("Catatan"), required=False, longest=1_000)

    def told(self) -> CheckTold:
        """Return what was said."""
        said = self.cleaned_data
        leave = {"yes": True, "no": False}.get(said["leave"])
        return CheckTold(said["checked_on"], said["discipline"], leave, said["source"], said["note"])


class MedalForm(forms.Form):
    """A medal that somebody was given."""

    medal = forms.ChoiceField(label=_("Tanda kehormatan"), choices=MedalKey.choices, widget=forms.RadioSelect)
    awarded_on = DayField(label=_("Tanggal keputusan"))
    decree = forms.CharField(label=_("Nomor keputusan"), max_length=100)


class TakeBackForm(forms.Form):
    """Why an entry is taken back."""

    reason = words(_("Alasan"), longest=500)
