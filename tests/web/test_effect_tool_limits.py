"""One visitor's file cannot hold up the others: it is computed in a process that ends."""

from pembina.exchange import bounded
from pembina.web.effect_tool import views, work
from web.effect_tool_files import ask, never_ending, panel_csv, send_file, text_of


def test_a_real_process_gives_the_answer(strict_client):
    assert "Program berdampak berarti" in text_of(ask(strict_client, panel_csv()))


def test_a_computation_that_does_not_end_is_stopped_with_a_remedy(strict_client, monkeypatch):
    monkeypatch.setattr(views, "look_at", never_ending)
    monkeypatch.setattr(work, "SECONDS", 0.2)
    response = send_file(strict_client, panel_csv())
    assert response.status_code == 422
    assert "melewati batas waktu" in text_of(response)
    assert "pembina effect" in text_of(response)


def test_the_third_at_once_is_asked_to_come_back(strict_client, monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS_IN_THE_QUEUE", 0.01)
    for _ in range(bounded.AT_ONCE):
        assert bounded._places.acquire(blocking=False)
    try:
        response = send_file(strict_client, panel_csv())
    finally:
        for _ in range(bounded.AT_ONCE):
            bounded._places.release()
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "kirim lagi" in text_of(response)
