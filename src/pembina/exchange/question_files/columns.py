"""The columns of a file of questions."""

MOST_CHOICES = 6
TOPIC, TEXT, RIGHT, EXPLANATION = "pokok_bahasan", "pertanyaan", "jawaban_benar", "penjelasan"
CHOICES = tuple(f"jawaban_{letter}" for letter in "abcdef"[:MOST_CHOICES])
COLUMNS = (TOPIC, TEXT, *CHOICES, RIGHT, EXPLANATION)
