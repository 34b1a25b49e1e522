"""What a run found, beside the other levels of the programme."""
