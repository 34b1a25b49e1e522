"""Words that the citizen's page, the officer's desk, files and posters share."""

from django.utils.translation import gettext_lazy as _

PROFILE_LABELS = {
    "sex": _("Jenis kelamin"),
    "age_band": _("Umur"),
    "education": _("Pendidikan"),
    "occupation": _("Pekerjaan"),
}
