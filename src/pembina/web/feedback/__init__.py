"""What colleagues say to each other about their work, who asked for it, and how often leaders speak."""
