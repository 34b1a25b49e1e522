"""What has the shape of a number or address of somebody is found; days, hours and sums of money are not."""

import pytest

from pembina.core.personal_traces import personal_traces


@pytest.mark.parametrize(
    "trace",
    [
        "0812 3456 7890", "081234567890", "+62 812-3456-7890", "(021) 5551234", "021-555.1234", "62.812.345.678",
        "3201010180000001", "3201.0101.8000.0001", "19790102 200312 1 001", "197901022003121001", "1234567",
        "tono@contoh.go.id", "tono.2+x@mail.contoh.id", "7K3M-9QXA-0F2T-HB5C", "12/345/6789", "081.234.567",
    ],
)  # fmt: skip
def test_what_points_to_somebody_is_found(trace):
    assert personal_traces(f"Hubungi {trace}, terima kasih.") == (trace,)


@pytest.mark.parametrize(
    "text",
    [
        "", "Loket 2 dibuka pukul 08.00-12.00 dan 13.00 - 16.00.", "Sejak 22-11-2026 sampai 30/11/2026.",
        "Pada 2026-11-22.", "Tahun 2024-2025 dan 2024/2025.", "Biayanya Rp 1.250.000.000 atau Rp1.500.000.",
        "Ada 1.234.567 berkas.", "UU 25/2009 Pasal 39", "3 hari, 4 jam, 20 menit", "Nomor antrean 123456.",
    ],
)  # fmt: skip
def test_days_hours_and_sums_are_let_pass(text):
    assert personal_traces(text) == ()


def test_each_is_named_once_in_the_order_of_the_text():
    assert personal_traces("08123456789, a@b.id dan lagi 08123456789") == ("08123456789", "a@b.id")
