"""Files and systems in and out."""
