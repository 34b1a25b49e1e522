"""Pages: one folder per journey, with components and static files."""
