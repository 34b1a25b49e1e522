"""The word that stands where a number would tell of too few people, and the reason."""

from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.core.rules.dated import parameters_in_force
from pembina.web.components.formatting import number


def smallest_cell() -> int:
    """Return the least number of people or requests that a number may describe."""
    found: int = parameters_in_force("pembina.core.rules.survey_sample", on=timezone.localdate())["smallest_cell"]
    return found


def hidden_word() -> str:
    """Return what stands in the place of the number."""
    return _("Tidak ditampilkan")


def hidden_because() -> str:
    """Return why."""
    least = {"least": number(smallest_cell())}
    return (
        _(
            "Angka dari kurang dari %(least)s tidak ditampilkan, begitu pula yang dapat membukanya lewat pengurangan "
            "(UU 27/2022)."
        )
        % least
    )


def hidden_shortly() -> str:
    """Return why in the few words for which a card has room."""
    return _("Kurang dari %(least)s, atau dapat membuka yang kurang dari itu") % {"least": number(smallest_cell())}
