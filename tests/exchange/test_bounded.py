import operator
import os
import signal

import pytest

from pembina.exchange import bounded
from pembina.exchange.bounded import ComputationStoppedError, within_limits


def test_the_answer_comes_back_from_another_process():
    assert within_limits(operator.add, "a", "b") == "ab"
    assert within_limits(os.getpid) != os.getpid()


def test_work_that_never_ends_is_stopped_with_a_remedy():
    with pytest.raises(ComputationStoppedError, match="batas waktu") as stopped:
        within_limits(signal.pause, seconds=0.2)
    assert "coba lagi" in stopped.value.remedy.id


def test_work_that_wants_too_much_memory_is_stopped():
    with pytest.raises(ComputationStoppedError, match="terlalu banyak memori"):
        within_limits(bytes, bounded.MEMORY_BYTES)


def test_a_process_killed_from_outside_is_reported_as_too_large():
    with pytest.raises(ComputationStoppedError, match="memori"):
        within_limits(os.abort)


def test_a_mistake_of_ours_is_not_blamed_on_the_file():
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        within_limits(operator.floordiv, 1, 0)


def test_nobody_waits_for_ever_when_all_places_are_taken(monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS_IN_THE_QUEUE", 0.01)
    for _ in range(bounded.AT_ONCE):
        assert bounded._places.acquire(blocking=False)
    try:
        with pytest.raises(ComputationStoppedError, match="Banyak berkas") as stopped:
            within_limits(os.getpid)
        assert stopped.value.busy
    finally:
        for _ in range(bounded.AT_ONCE):
            bounded._places.release()
