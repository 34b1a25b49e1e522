"""What a leader reports, and what a counsellor keeps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.models.counselling import LONGEST_WORDS


def words(label: Any, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, max_length=LONGEST_WORDS, widget=widget, help_text=help_text)


class ReportForm(forms.Form):
    problem = words(
        _("Masalah kinerja yang terlihat"), _("Yang terlihat di pekerjaan. Jangan menulis dugaan tentang kesehatan.")
    )
    tried = words(_("Yang sudah diupayakan"), _("Umpan balik, coaching, mentoring, atau pelatihan."))


class NoteForm(forms.Form):
    words = words(_("Catatan konselor"))
