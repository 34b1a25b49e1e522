"""Settings, addresses and the WSGI entry: the top of the house."""
