"""The service-time ledger: the counter, the requests of a unit, and how long its services take."""
