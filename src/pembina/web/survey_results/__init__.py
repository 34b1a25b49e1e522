"""What a survey has come to: the result, its follow-up, its official report, and the public board."""
