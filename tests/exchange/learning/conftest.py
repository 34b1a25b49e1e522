"""Sari and Budi, by their numbers, and a good row of the ledger."""

from datetime import date
from decimal import Decimal

import pytest

from pembina.exchange.learning import LedgerRow

SARI, BUDI, DEWI = "199001012015032001", "198503172010011005", "197504121999032004"
TODAY = date(2026, 11, 22)
PNS_ID = "A5EB03E23C52F6A0E040640A040252AD"


@pytest.fixture
def ledger():
    def make(**more):
        told = {
            "key": "1", "nip": SARI, "pns_id": PNS_ID, "form": 3, "title": "Manajemen waktu", "organiser": "BKPSDM",
            "number": "800/12/2026", "hours": Decimal(24), "first_day": date(2026, 11, 3),
            "last_day": date(2026, 11, 5), "name": "Sari",
        }  # fmt: skip
        return LedgerRow(**{**told, **more})

    return make
