"""The front and the home page."""

from pembina.domain.access.personas import PERSONAS


def test_a_visitor_reads_what_pembina_does_and_may_sign_in(strict_client, db):
    html = strict_client.get("/").content.decode()
    assert "Pembinaan ASN yang terbukti pada layanan" in html
    assert 'href="/akun/masuk/"' in html
    assert "Pemerintah Kabupaten Sukamaju" in html


def test_somebody_signed_in_is_greeted_with_the_role_and_its_possibilities(strict_client, budi):
    strict_client.force_login(budi)
    html = strict_client.get("/").content.decode()
    assert f"Selamat datang, {PERSONAS['budi'].display_name}" in html
    assert PERSONAS["budi"].role.description.id in html
    assert "Memberi umpan balik" in html
    assert "Mengelola akun" not in html


def test_the_front_speaks_english_when_asked(strict_client, db):
    html = strict_client.get("/", headers={"cookie": "django_language=en"}).content.decode()
    assert '<html lang="en">' in html
    assert "Staff development that shows in the service" in html


def test_navigation_marks_where_the_visitor_is(strict_client, db):
    assert strict_client.get("/").content.decode().count('href="/" aria-current="page"') == 2
    assert 'href="/" aria-current' not in strict_client.get("/galeri/").content.decode()


def test_every_address_in_the_navigation_answers(strict_client, db):
    navigation = strict_client.get("/").context["pages"]
    assert navigation
    for entry in navigation:
        assert strict_client.get(entry.address).status_code == 200
