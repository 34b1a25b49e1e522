"""What a change may name, in the order in which people read it: the two databases keep the keys of JSON differently."""

PERSON_FIELDS = (
    "name", "title_before", "title_after", "status", "rank", "education", "legal_position",
    "birth_date", "sex", "email", "phone",
)  # fmt: skip
# Unit by code, superior by NIP.
ASSIGNMENT_FIELDS = ("unit", "position", "position_code", "position_kind", "superior", "starts_on", "ends_on")
UNIT_FIELDS = ("kind", "sector", "time_zone", "parent", "opened_on")
READING_ORDER = {field: place for place, field in enumerate((*PERSON_FIELDS, *ASSIGNMENT_FIELDS, *UNIT_FIELDS))}
