"""The gallery shows every component from its example."""

import pytest

from pembina.web.components.examples import FOLDER, examples

COMPONENTS = sorted(path.stem for path in (FOLDER.parents[1] / "cotton").glob("*.html"))


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_component_has_an_example(component):
    assert (FOLDER / f"{component}.html").exists()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_gallery_is_sound_in_both_languages(strict_client, db, language):
    page = strict_client.get("/galeri/", headers={"cookie": f"django_language={language}"})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.content.decode()


def test_the_gallery_shows_and_explains_every_example(strict_client, db):
    html = strict_client.get("/galeri/").content.decode()
    assert len(examples()) >= 12
    for example in examples():
        assert f'id="{example.name}"' in html
