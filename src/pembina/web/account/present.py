"""What the account page says about an account."""

from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.web.components.formatting import in_language


def account_facts(user: User) -> list[tuple[str, str]]:
    """Terms and values of a description list."""
    return [
        (_("Nama"), user.display_name),
        (_("NIP"), user.username),
        (_("Peran"), in_language(user.role.name)),
    ]
