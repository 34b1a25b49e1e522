"""Whose account somebody may touch: never one's own, and none that holds a role one could not have given.

Otherwise whoever keeps accounts would become an administrator by inviting one anew or taking away the second factor.
"""

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.access.roles import EMPLOYEE


class OwnAccountError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Ini akun Anda sendiri.", en="This is your own account."),
            Text(
                id="Ubah di halaman Akun saya, atau minta bantuan pengelola lain.",
                en="Change it on the page My account, or ask another officer.",
            ),
        )


class AccountOutOfReachError(RefusedError):
    def __init__(self, role: Text) -> None:
        super().__init__(
            Text(
                id=f"Akun ini memegang peran {role.id}, yang tidak dapat Anda berikan.",
                en=f"This account holds the role {role.en}, which you cannot grant.",
            ),
            Text(id="Mintalah kepada administrator.", en="Ask an administrator."),
        )


class ClosedAccountError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Akun {name} sudah ditutup.", en=f"The account of {name} is closed."),
            Text(id="Buka kembali akunnya lebih dahulu.", en="Open the account again first."),
        )


def require_authority_over(user: User, *, by: User | None, closed_too: bool = False) -> None:
    """Raise ``RefusedError`` unless ``by`` may act on the account of ``user``; the system itself always may."""
    if not user.is_active and not closed_too:
        raise ClosedAccountError(user.display_name)
    if by is None:
        return
    if by.pk == user.pk:
        raise OwnAccountError
    grantable = {code for role in by.roles for code in role.grants} | {EMPLOYEE.code}
    for role in user.appointed_to:
        if role.code not in grantable:
            raise AccountOutOfReachError(role.name)
