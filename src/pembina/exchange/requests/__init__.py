"""Files of service requests: one row a request, or a log of their events; our templates, and the report of a check."""
