from typing import Any

from django import forms
from django.core.signing import BadSignature, TimestampSigner
from django.core.validators import RegexValidator
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.complaint_enums import ComplaintElement, ComplaintKind
from pembina.domain.services.complaint_lengths import LONGEST_TEXT
from pembina.domain.services.operations.complaints import Contact, Submission
from pembina.web.complaints.targets import Target, TargetForm
from pembina.web.complaints.typed import TypedForm

SIGNER = TimestampSigner(salt="pembina.web.complaints")
TOKEN_LENGTH, TOKEN_LASTS = 32, 7 * 24 * 60 * 60


def new_key() -> str:
    """Return a signed token for a new form; what is sent with it twice is one complaint."""
    return SIGNER.sign(get_random_string(TOKEN_LENGTH))


def text_field(label: Any, *, rows: int = 6, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=widget,
        help_text=help_text,
        error_messages={"required": _("Tulis dahulu isinya.")},
    )


class ComplaintForm(TargetForm):
    """What a citizen writes. Who they are is optional, and kept apart."""

    key = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Yang ingin disampaikan"), choices=ComplaintKind.choices, widget=forms.RadioSelect)
    element = forms.ChoiceField(
        label=_("Tentang apa"), choices=[("", _("Belum tahu")), *ComplaintElement.choices], required=False
    )
    text = text_field(
        _("Ceritakan"),
        help_text=_(
            "Apa yang terjadi, kapan, dan di mana? Paling banyak 5.000 huruf. Jangan menulis NIK atau nomor rekening."
        ),
    )
    name = forms.CharField(
        label=_("Nama"), max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=_("Telepon atau WhatsApp"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        validators=[RegexValidator(r"^\+?[\d\s().-]{6,}$", _("Tulis nomor telepon, misalnya 0812 3456 7890."))],
    )
    email = forms.EmailField(label=_("Surel"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, initial={"kind": ComplaintKind.COMPLAINT, "key": new_key()}, **options)
        if self.is_searching and not self.initial.get("key"):
            self.initial["key"] = new_key()

    @property
    def token(self) -> str:
        """Return the token of this form, a new one where it was forged or is too old: then it is a new complaint."""
        try:
            return SIGNER.unsign(self.cleaned_data["key"], max_age=TOKEN_LASTS)
        except BadSignature:
            return get_random_string(TOKEN_LENGTH)

    @property
    def about_you(self) -> list[forms.BoundField]:
        return [self[name] for name in ("name", "phone", "email")]

    @property
    def gives_contact(self) -> bool:
        """Say whether the part about the writer stands open."""
        return any(self[name].value() or self[name].errors for name in ("name", "phone", "email"))

    def submission(self, about: Target) -> Submission:
        said = self.cleaned_data
        return Submission(
            kind=ComplaintKind(said["kind"]),
            unit=about.unit,
            service=about.service,
            element=said["element"],
            text=said["text"],
            contact=Contact(said["name"], said["phone"], said["email"]),
        )


class CodeForm(TypedForm):
    code = forms.CharField(
        label=_("Kode tindak lanjut"),
        max_length=60,
        help_text=_("16 huruf dan angka, misalnya 7K3M-9QXA-0F2T-HB5C. Huruf besar atau kecil sama saja."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class WriteForm(TypedForm):
    text = text_field(_("Tambahan keterangan"), rows=4)


class ReopenForm(TypedForm):
    text = text_field(_("Apa yang belum selesai?"), rows=4)
