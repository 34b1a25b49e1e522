"""Awards with published criteria, nominations and juries, and the medals of years of service."""
