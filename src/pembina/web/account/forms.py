from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """NIP and password. Which of the two was wrong is never said."""

    nip = forms.CharField(
        label=_("NIP"),
        help_text=_("18 angka tanpa spasi"),
        max_length=32,
        error_messages={"required": _("Isi NIP Anda.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "username", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Kata sandi"),
        strip=False,
        max_length=256,
        error_messages={"required": _("Isi kata sandi Anda.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_nip(self) -> str:
        """People copy a NIP with its spaces."""
        return "".join(self.cleaned_data["nip"].split())
