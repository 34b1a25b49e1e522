"""What the account page says about an account."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.access.models import User


def account_facts(user: User) -> list[tuple[str, str]]:
    """Terms and values of a description list."""
    return [
        (_("Nama"), user.display_name),
        (_("NIP"), user.username),
        (_("Peran"), user.role.name.in_language(get_language() or "id")),
    ]
