"""The letters that people get by mail about their trainings, in Indonesian; what is due, the domain decides."""
