"""How Dewi meets the pages of accounts."""


def _account_of_sari(world):
    return {"pk": world.account("sari").pk}


SAMPLES = {
    "account:accept_link": lambda world: {"code": "aaaa-bbbb-cccc-dddd"},
    "account:account": _account_of_sari,
    "account:close": _account_of_sari,
    "account:reopen": _account_of_sari,
    "account:withdraw": _account_of_sari,
    "account:invite_again": _account_of_sari,
    "account:end_sessions": _account_of_sari,
    "account:reset_factor": _account_of_sari,
    "account:remove_factor": lambda world: {"pk": 1},
}
OWN = {
    "account:me": "her own account",
    "account:end_others": "her own devices",
    "account:confirm": "asks for her own password",
    "account:password": "changes her own password",
    "account:set_up_totp": "secures her own account",
    "account:add_passkey": "secures her own account",
    "account:recovery_codes": "her own codes, after her password",
    "account:renew_recovery_codes": "her own codes, after her password",
    "account:remove_factor": "her own factor, after her password",
}
