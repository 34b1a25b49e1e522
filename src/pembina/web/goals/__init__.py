"""What is expected of somebody in a year, where it stands, and what comes next."""
