import pytest

from pembina.web.uploads import BrokenSealError, opened, sealed


def test_what_was_sealed_comes_back():
    assert opened(sealed({"n": 29}, purpose="a"), purpose="a") == {"n": 29}


def test_a_changed_text_is_refused():
    text = sealed({"n": 29}, purpose="a")
    with pytest.raises(BrokenSealError):
        opened(text[:-1] + ("A" if text[-1] != "A" else "B"), purpose="a")


def test_a_seal_of_another_purpose_is_refused():
    with pytest.raises(BrokenSealError):
        opened(sealed({"n": 29}, purpose="a"), purpose="b")


def test_an_old_seal_is_refused():
    with pytest.raises(BrokenSealError):
        opened(sealed(1, purpose="a"), purpose="a", seconds=-1)


def test_repetition_costs_little():
    assert len(sealed(["kepuasan"] * 1000, purpose="a")) < 300
