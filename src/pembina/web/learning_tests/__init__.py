"""What participants thought and learned: the reaction form, tests from a bank of questions, gains, and grades."""
