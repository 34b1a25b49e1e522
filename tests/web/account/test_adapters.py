"""What django-allauth may and may not do here."""

from allauth.account.adapter import get_adapter
from allauth.socialaccount.adapter import get_adapter as get_social_adapter


def test_nobody_signs_up_by_themselves(rf):
    assert get_adapter().is_open_for_signup(rf.get("/")) is False
    assert get_social_adapter().is_open_for_signup(rf.get("/"), None) is False
