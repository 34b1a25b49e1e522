"""How long a value may be; as the records have it, which a test compares. Read here without loading Django."""

NAME = 200
TITLE_BEFORE = 40
TITLE_AFTER = 80
EMAIL = 254
PHONE = 20
POSITION = 200
POSITION_CODE = 40
UNIT_CODE = 64
UNIT_NAME = 200
