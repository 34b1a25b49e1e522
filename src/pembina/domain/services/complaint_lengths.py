"""How long what is written about a complaint may be; read here without loading Django."""

LONGEST_TEXT = 5_000
LONGEST_TITLE = 200
