"""What operations refuse, each with what happened and what to do next."""

from pembina.core.text import Text


class RefusedError(ValueError):
    """The records would contradict themselves or a rule; nothing was written."""

    def __init__(self, message: Text, remedy: Text) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message} {remedy}")


class OwnRoleError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak seorang pun memberi peran kepada dirinya sendiri.", en="Nobody grants a role to oneself."),
            Text(id="Minta orang lain yang berwenang memberikannya.", en="Ask somebody else who may grant it."),
        )


class RoleOutOfReachError(RefusedError):
    def __init__(self, role: Text) -> None:
        super().__init__(
            Text(
                id=f"Peran Anda tidak mencakup pemberian peran {role.id} di tempat itu.",
                en=f"Your roles do not let you grant the role {role.en} there.",
            ),
            Text(id="Mintalah kepada administrator.", en="Ask an administrator."),
        )


class RoleNotForAccountError(RefusedError):
    def __init__(self, role: Text, username: str) -> None:
        super().__init__(
            Text(
                id=f"Peran {role.id} tidak dapat dipegang akun {username}.",
                en=f"The role {role.en} cannot be held by the account {username}.",
            ),
            Text(
                id="Mitra memakai akun mitra-…, kepala daerah tanpa NIP memakai pejabat-…, ASN memakai NIP.",
                en="Partners use an account mitra-…, heads of region without NIP pejabat-…, civil servants their NIP.",
            ),
        )


class RoleNotForUnitError(RefusedError):
    def __init__(self, role: Text) -> None:
        super().__init__(
            Text(
                id=f"Peran {role.id} tidak dapat dibatasi pada satu unit kerja.",
                en=f"The role {role.en} cannot be confined to one unit.",
            ),
            Text(id="Kosongkan unit kerja.", en="Leave the unit empty."),
        )


class RoleHeldAlreadyError(RefusedError):
    def __init__(self, name: str, role: Text) -> None:
        super().__init__(
            Text(
                id=f"{name} sudah memegang peran {role.id} pada hari-hari itu.",
                en=f"{name} holds the role {role.en} on some of these days already.",
            ),
            Text(
                id="Akhiri pemberian yang lama, atau pilih tanggal lain.",
                en="End the earlier grant, or choose other dates.",
            ),
        )


class RolesApartError(RefusedError):
    """Whoever decides on programmes does not evaluate them."""

    def __init__(self, name: str, held: Text, wanted: Text) -> None:
        super().__init__(
            Text(
                id=f"{name} memegang peran {held.id} pada hari-hari itu; peran {wanted.id} tidak boleh dirangkap "
                "dengannya, karena siapa yang memutus tidak menilai.",
                en=f"{name} holds the role {held.en} on some of these days; {wanted.en} may not be held beside it, "
                "since whoever decides does not evaluate.",
            ),
            Text(
                id="Beri peran ini kepada orang lain, atau akhiri yang lama lebih dahulu.",
                en="Give this role to somebody else, or end the earlier one first.",
            ),
        )


class RoleEndedAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pemberian peran ini sudah berakhir.", en="This grant has ended already."),
            Text(id="Berikan peran itu lagi bila diperlukan.", en="Grant the role again where it is needed."),
        )


class LastAdministratorError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Tanpa administrator ini tidak ada lagi yang dapat memberi semua peran.",
                en="Without this administrator nobody could grant all roles any more.",
            ),
            Text(id="Jadikan orang lain administrator lebih dahulu.", en="Make somebody else an administrator first."),
        )
