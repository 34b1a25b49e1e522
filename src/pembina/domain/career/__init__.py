"""Awards with published criteria, and the medals of years of service."""
