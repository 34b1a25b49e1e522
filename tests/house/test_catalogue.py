"""The English catalogue is complete, in step with the pages, and compiled."""

import ast
import gettext
import re

import pytest
from django.utils.translation.template import templatize

from house.tree import PACKAGE, ROOT, WEB, files

CATALOGUE = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
FUNCTIONS = {"gettext", "gettext_lazy", "gettext_noop", "_", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
CALL = re.compile(
    r"""\b(?:(n|p|np)?gettext|_)\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:,\s*u?('(?:[^'\\]|\\.)*'))?"""
)
FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$')
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def entries():
    """Return msgid -> (texts, fuzzy) of the catalogue, the header left out."""
    found = {}
    for block in re.split(r"\n\s*\n", CATALOGUE.read_text(encoding="utf-8")):
        fields, name = {}, None
        for line in block.splitlines():
            if match := FIELD.match(line):
                name = match.group(1)
                fields[name] = ast.literal_eval(match.group(2))
            elif line.startswith('"') and name:
                fields[name] += ast.literal_eval(line)
        if fields.get("msgid"):
            texts = [text for field, text in fields.items() if field.startswith("msgstr")]
            found[fields["msgid"]] = (texts, "fuzzy" in block.split("msgid")[0])
    return found


def wanted():
    """Return every message that pages and code ask for."""
    found = set()
    for path in files("*.html", under=PACKAGE):
        for match in CALL.finditer(templatize(path.read_text(encoding="utf-8"))):
            found.add(ast.literal_eval(match.group(3) if match.group(1) == "p" else match.group(2)))
    for path in files("*.py", under=PACKAGE):
        found |= set(messages_of(path))
    return found


def messages_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(getattr(node, "func", None), "id", None)
        if isinstance(node, ast.Call) and name in FUNCTIONS:
            message = node.args[1 if name.startswith("pgettext") else 0]
            if isinstance(message, ast.Constant):
                yield message.value


def hidden_messages(tree):
    """Yield the lines of messages that xgettext does not see, for it reads no code within an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "id", None) in FUNCTIONS:
                    yield call.lineno


def test_no_message_hides_in_a_formatted_string():
    found = {
        path.name: list(hidden_messages(ast.parse(path.read_text("utf-8")))) for path in files("*.py", under=PACKAGE)
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_message_in_a_formatted_string_is_found():
    assert list(hidden_messages(ast.parse("""x = 1\ny = f"{x} {_('dipakai')}" + _('Satu')"""))) == [2]


def test_every_message_has_its_english():
    missing = sorted(wanted() - entries().keys())
    assert missing == [], f"Not in {CATALOGUE.relative_to(ROOT)}"


def test_every_entry_is_translated_and_reviewed():
    assert [message for message, (texts, fuzzy) in entries().items() if fuzzy or not all(texts)] == []


def test_nothing_is_translated_that_no_page_says():
    assert sorted(entries().keys() - wanted()) == []


def test_placeholders_survive_translation():
    for message, (texts, _) in entries().items():
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) <= set(PLACEHOLDER.findall(message)), message


def test_the_compiled_catalogue_is_in_step():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [message for message, (texts, _) in entries().items() if compiled.gettext(message) not in texts]
    assert stale == [], "Run: pembina manage compilemessages"


def test_the_reader_of_messages_sees_them():
    assert "NIP terdiri atas 18 angka." in wanted()


@pytest.mark.parametrize(
    "source", ["{% translate 'Satu' %}", "{% blocktranslate %}Satu{% endblocktranslate %}", "{{ _('Satu') }}"]
)
def test_a_message_is_seen_however_a_page_writes_it(source):
    assert [ast.literal_eval(match.group(2)) for match in CALL.finditer(templatize(source))] == ["Satu"]
