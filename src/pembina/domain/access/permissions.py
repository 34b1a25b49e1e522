"""What may be done, and over whom."""

from enum import StrEnum


class Permission(StrEnum):
    """One act that a page or an operation asks for."""

    SEE_OWN_RECORD = "see_own_record"
    SEE_STAFF = "see_staff"
    GIVE_FEEDBACK = "give_feedback"
    PLAN_PROGRAMME = "plan_programme"
    EVALUATE_EFFECT = "evaluate_effect"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_AUDIT = "read_audit"


class Scope(StrEnum):
    """How far a role's permissions reach in the organisation tree."""

    SELF = "self"
    UNIT = "unit"
    UNIT_AND_BELOW = "unit_and_below"
    GOVERNMENT = "government"
