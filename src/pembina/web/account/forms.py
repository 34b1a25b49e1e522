"""What one types to get in."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class NipField(forms.CharField):
    """The number of a civil servant; people copy a NIP with its spaces."""

    typed = {"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}
    hint: Any = _("18 angka tanpa spasi")

    def __init__(self, **options) -> None:
        defaults = {
            "label": _("NIP"),
            "help_text": self.hint,
            "max_length": 40,
            "error_messages": {"required": _("Isi NIP Anda.")},
            "widget": forms.TextInput(attrs=self.typed),
        }
        super().__init__(**{**defaults, **options})

    def to_python(self, value: object) -> str:
        return "".join((super().to_python(value) or "").split())


class AccountNameField(NipField):
    """The name of one's own account: a NIP, or letters, which a keyboard of digits could not type.

    Phones begin a word with a capital; no name of an account has one.
    """

    typed = {"inputmode": "text", "autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
    hint = _("18 angka tanpa spasi; mitra dan pejabat tanpa NIP mengisi nama akunnya")

    def to_python(self, value: object) -> str:
        return super().to_python(value).lower()


def password_field(
    label: Any, *, required: Any, autocomplete: str = "new-password", help_text: Any = ""
) -> forms.CharField:
    """Return a field that keeps what was typed as it was typed."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        max_length=256,
        error_messages={"required": required},
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
    )


class SignInForm(forms.Form):
    """NIP and password. Which of the two was wrong is never said."""

    nip = AccountNameField()
    password = password_field(_("Kata sandi"), required=_("Isi kata sandi Anda."), autocomplete="current-password")


class ChosenPassword(forms.Form):
    """A new password, twice. How strong it must be is judged where it is set."""

    password = password_field(
        _("Kata sandi baru"),
        required=_("Isi kata sandi baru."),
        help_text=_("Paling sedikit 12 huruf, angka, atau tanda; beberapa kata yang tidak berkaitan mudah diingat."),
    )
    again = password_field(_("Kata sandi baru, sekali lagi"), required=_("Isi sekali lagi kata sandi baru."))

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("Kedua kata sandi tidak sama."))
        return cleaned


class AcceptForm(ChosenPassword):
    """The answer to an invitation."""

    nip = AccountNameField()
    code = forms.CharField(
        label=_("Kode undangan"),
        help_text=_("Ada di surat atau tautan undangan; huruf besar atau kecil dan tanda hubung tidak penting."),
        max_length=40,
        error_messages={"required": _("Isi kode undangan.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ("nip", "code", "password", "again")


class CodeForm(forms.Form):
    """A code of the moment or a recovery code; apps show it with a space in the middle."""

    code = forms.CharField(
        label=_("Kode"),
        max_length=20,
        error_messages={"required": _("Isi kode.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        return "".join(sign for sign in self.cleaned_data["code"] if sign.isalnum())


class ConfirmForm(forms.Form):
    """One's own password again."""

    password = password_field(_("Kata sandi"), required=_("Isi kata sandi Anda."), autocomplete="current-password")


class PasswordForm(ChosenPassword):
    """Another password in place of the present one."""

    present = password_field(
        _("Kata sandi sekarang"), required=_("Isi kata sandi sekarang."), autocomplete="current-password"
    )
    field_order = ("present", "password", "again")


class CredentialField(forms.JSONField):
    """JSON that can be stored; what is nested too deeply, or holds a NUL or half a letter, is none."""

    def to_python(self, value: Any) -> Any:
        try:
            found = super().to_python(value)
            is_storable = b"\\u0000" not in json.dumps(found, ensure_ascii=False).encode()
        except (RecursionError, UnicodeEncodeError):
            is_storable = False
        if not is_storable:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found


class CredentialForm(forms.Form):
    """What the browser answers; filled in by the script of the page."""

    credential = CredentialField(required=False, widget=forms.HiddenInput)


class PasskeyForm(CredentialForm):
    """A new passkey with a name to know it by."""

    name = forms.CharField(
        label=_("Nama kunci sandi"),
        help_text=_("Misalnya: laptop kantor, ponsel saya"),
        max_length=60,
        error_messages={"required": _("Beri nama kunci sandi ini.")},
    )
