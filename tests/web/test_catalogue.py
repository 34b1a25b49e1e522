"""Every sentence of the interface has its English, and the compiled catalogue is the one in the source."""

import ast
import gettext
import re
from pathlib import Path

import pytest

import pembina

PACKAGE = Path(pembina.__file__).parent
CATALOGUE = PACKAGE / "web" / "locale" / "en" / "LC_MESSAGES"
IN_TEMPLATES = re.compile(r"""(?:\{%\s*translate\s+|_\()(["'])(.+?)\1""")
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext"}
REMEDY = "see the head of web/locale/en/LC_MESSAGES/django.po"


def compiled():
    with (CATALOGUE / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def sentences_of_templates():
    for path in sorted((PACKAGE / "web").rglob("templates/**/*.html")):
        for _quote, sentence in IN_TEMPLATES.findall(path.read_text("utf-8")):
            yield sentence.replace("%", "%%")


def sentences_of_code():
    for folder in ("web", "domain"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                called = isinstance(call, ast.Call) and getattr(call.func, "id", "") in GETTEXT
                if called and isinstance(call.args[0], ast.Constant):
                    yield call.args[0].value


@pytest.mark.parametrize("sentences", [sentences_of_templates, sentences_of_code])
def test_every_sentence_is_translated(sentences):
    known = {key if isinstance(key, str) else key[0] for key in compiled()._catalog}
    missing = sorted(set(sentences()) - known)
    assert missing == [], REMEDY


def test_the_source_has_no_open_or_doubtful_entry():
    source = (CATALOGUE / "django.po").read_text("utf-8")
    assert "#, fuzzy" not in source
    assert not re.search(r'^msgstr(?:\[\d\])? ""\n(?!")', source.split("\n\n", 1)[1], re.M)


def test_the_compiled_catalogue_agrees_with_its_source():
    entries = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', (CATALOGUE / "django.po").read_text("utf-8"), re.M)
    catalogue = compiled()
    assert len(entries) > 50
    for sentence, english in entries:
        assert catalogue.gettext(sentence.replace('\\"', '"')) == english.replace('\\"', '"'), REMEDY
