"""The ledger of learning hours (JP): whose, who is behind, and what goes to SIASN."""
