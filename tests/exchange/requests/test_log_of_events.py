"""Logs of events: first to last, with the waiting between; published figures are reproduced."""

import dataclasses

from exchange.requests.conftest import SERVICES
from needed import shared
from pembina.core.rules.service_time import MISSING
from pembina.core.rules.service_time.span_figures import figures_of
from pembina.domain.services.intake.reading import Meaning
from pembina.exchange.requests.guessing import guessed
from pembina.exchange.requests.reading import read_requests
from pembina.exchange.tables import read_table

HEAD = "case_id,activity,timestamp"
MINUTE = 60_000_000


def of_data(name, **corrections):
    path = shared(name)
    table = read_table(path, name=path.name)
    reading = dataclasses.replace(guessed(table).reading, service="IZIN-01", **corrections)
    return read_requests(table, reading=reading, services=SERVICES)


def test_the_published_figures_of_the_permit_log():
    figures = figures_of(of_data("permit_receipt_wabo/events.csv").spans)
    assert figures.count == 1434
    assert (round(figures.mean, 3), round(figures.deviation, 3)) == (467_263.915, 1_322_517.208)
    assert (figures.longest, figures.median) == (23_832_541.524, 2_800.432)


def test_the_cases_of_the_permit_log_are_open_and_backwards_too():
    rows = of_data("permit_receipt_wabo/cases.csv").rows
    assert (rows.count, (rows.ended == MISSING).sum()) == (1434, 105)
    assert ((rows.ended < rows.received) & (rows.ended != MISSING)).sum() == 2


def test_an_activity_that_ends_a_request_leaves_the_others_open():
    last = {"t10 determine necessity to stop indication": Meaning.COMPLETED}
    rows = of_data("permit_receipt_wabo/events.csv", meanings=last).rows
    assert 0 < (rows.ended == MISSING).sum() < 1434


def test_the_published_figures_of_the_tickets_and_their_pauses():
    found = of_data("tickets_bpic2013_closed/events.csv")
    figures = figures_of(found.spans)
    assert (figures.count, round(figures.mean / 86400, 6)) == (1487, 178.884877)
    assert found.rows.pause_of.size == 507
    assert set(found.rows.pause_reason) == {"applicant"}
    assert found.rows.says_pauses


def test_waiting_ends_with_the_next_event_and_waiting_again_goes_on(read):
    found = read(
        HEAD, "A,Diterima,2024-03-01T08:00", "A,Menunggu pemohon,2024-03-01T08:10", "A,menunggu,2024-03-01T08:15",
        "A,Diproses,2024-03-01T08:30", "A,Menunggu instansi lain,2024-03-01T08:40", "A,Selesai,2024-03-01T09:00",
    )  # fmt: skip
    rows = found.rows
    assert rows.ended[0] - rows.received[0] == 60 * MINUTE
    assert (rows.pause_ended - rows.pause_began).tolist() == [20 * MINUTE, 20 * MINUTE]
    assert rows.pause_reason == ["applicant", "other_office"]


def test_a_request_that_was_taken_up_again_is_open(read):
    rows = read(HEAD, "A,Selesai,2024-03-01T08:00", "A,Diproses,2024-03-01T09:00", "B,Selesai,2024-03-01T08:00").rows
    assert rows.ended[0] == MISSING
    assert rows.says_open.tolist() == [True, False]


def test_waiting_that_lasts_has_no_end(read):
    rows = read(HEAD, "A,Diproses,2024-03-01T08:00", "A,Pending,2024-03-01T09:00", "B,Closed,2024-03-01T08:00").rows
    assert rows.pause_ended.tolist() == [MISSING]


def test_order_in_the_file_does_not_matter_but_for_events_of_one_moment(read):
    rows = read(HEAD, "A,Selesai,2024-03-01T09:00", "A,Diproses,2024-03-01T08:00", "A,Draf,2024-02-01T08:00").rows
    assert rows.ended[0] - rows.received[0] == 60 * MINUTE


def test_a_request_with_an_event_that_cannot_be_read_is_left_out_whole(read):
    found = read(HEAD, "A,Diproses,2024-03-01T08:00", "A,Selesai,kemarin", "B,Selesai,2024-03-01T08:00", ",x,")
    assert found.rows.number == ["B"]
    assert {(f.row, f.code) for f in found.findings} == {
        (2, "broken_case"), (3, "bad_time"), (5, "no_number"), (5, "no_time"),
    }  # fmt: skip
