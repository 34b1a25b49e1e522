import pytest


@pytest.mark.parametrize("accepted", ["en-US,en;q=0.9", "fr", ""])
def test_indonesian_whatever_the_browser_prefers(client, accepted):
    response = client.get("/akun/masuk/", headers={"accept-language": accepted})
    assert response.headers["Content-Language"] == "id"
    assert '<html lang="id"' in response.content.decode()


def test_english_by_switch_until_switched_back(client):
    client.post("/akun/bahasa/", {"language": "en", "next": "/akun/masuk/"})
    assert '<html lang="en"' in client.get("/akun/masuk/").content.decode()
    client.post("/akun/bahasa/", {"language": "id", "next": "/akun/masuk/"})
    assert '<html lang="id"' in client.get("/akun/masuk/").content.decode()


def test_a_language_nobody_speaks_here_is_indonesian(client):
    client.cookies["django_language"] = "xx"
    assert client.get("/akun/masuk/").headers["Content-Language"] == "id"
