"""What is wrong with a page: each rule yields sentences, none means the page keeps it."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "for", "list")
WITHOUT_LABEL = {"hidden", "submit", "reset", "button", "image"}
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|<c-")


def problems_of_page(html: str) -> list[str]:
    """All problems of a whole document."""
    try:
        page = plain(html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(html))
    except ParseError as error:
        return [f"invalid HTML: {error}"]
    rules = (document, headings, *RULES_OF_PARTS)
    return [problem for rule in rules for problem in rule(page)]


def problems_of_part(html: str) -> list[str]:
    """All problems of a fragment, as partial updates send them."""
    try:
        part = plain(html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parseFragment(html))
    except ParseError as error:
        return [f"invalid HTML: {error}"]
    return [problem for rule in RULES_OF_PARTS if rule is not references for problem in rule(part)]


def plain(tree: Element) -> Element:
    """The tree with SVG elements under their bare names."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return tree


def elements(page: Element, *names: str) -> Iterator[Element]:
    return (element for element in page.iter() if isinstance(element.tag, str) and (not names or element.tag in names))


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def name(element: Element) -> str:
    """A rough accessible name: its own label, its text, or the alternative text of a picture inside."""
    inside = (child.get("alt") or child.get("aria-label") or "" for child in element.iter())
    return element.get("aria-label") or element.get("aria-labelledby") or text(element) or "".join(inside)


def document(page: Element) -> Iterator[str]:
    if not page.get("lang"):
        yield "the document has no lang"
    titles = [text(title) for head in elements(page, "head") for title in elements(head, "title")]
    if len(titles) != 1 or not titles[0].strip(" ·"):
        yield f"the document needs one title, not {titles}"
    if len(list(elements(page, "main"))) != 1:
        yield "the document needs one main"


def headings(page: Element) -> Iterator[str]:
    levels = [int(element.tag[1]) for element in elements(page, "h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1:
        yield f"a page has one h1, not {levels.count(1)}"
    for above, below in itertools.pairwise(levels):
        if below > above + 1:
            yield f"a heading jumps from h{above} to h{below}"
    for element in elements(page, "h1", "h2", "h3", "h4", "h5", "h6"):
        if not text(element):
            yield f"an empty {element.tag}"


def identities(page: Element) -> Iterator[str]:
    counts = Counter(element.get("id") for element in elements(page) if element.get("id") is not None)
    for identity, count in counts.items():
        if count > 1 or not identity:
            yield f"the id {identity!r} stands {count} times"


def references(page: Element) -> Iterator[str]:
    known = {element.get("id") for element in elements(page)}
    for element in elements(page):
        for attribute in REFERENCES:
            for target in element.get(attribute, "").split():
                if target not in known:
                    yield f"{element.tag} {attribute}={target!r} points at nothing"
        link = element.get("href", "") if element.tag == "a" else ""
        if link.startswith("#") and link[1:] not in known:
            yield f"the link {link!r} points at nothing"


def labels(page: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in elements(page, "label") if text(label)}
    wrapped = {id(control) for label in elements(page, "label") if text(label) for control in label.iter()}
    for control in elements(page, "input", "select", "textarea"):
        named = control.get("aria-label") or control.get("aria-labelledby")
        if control.get("type") in WITHOUT_LABEL or named or id(control) in wrapped:
            continue
        if control.get("id") not in labelled:
            yield f"{control.tag} {control.get('name')!r} has no label"


def inline_code(page: Element) -> Iterator[str]:
    for element in elements(page):
        for attribute in element.attrib:
            if attribute == "style" or attribute.startswith("on"):
                yield f"{element.tag} has {attribute}=, which the content security policy blocks"
        if element.get("href", "").strip().lower().startswith("javascript:"):
            yield "a javascript: link"
    for script in elements(page, "script"):
        if not script.get("src") and script.get("type") != "application/json":
            yield "an inline script"
    if list(elements(page, "style")):
        yield "an inline style sheet"


def names(page: Element) -> Iterator[str]:
    for element in elements(page, "a", "button", "summary", "legend", "th", "caption"):
        if not name(element):
            yield f"{element.tag} {element.get('href') or ''} has no text"
    for link in elements(page, "a"):
        if not link.get("href"):
            yield f"the link {text(link)!r} leads nowhere"
    for image in elements(page, "img"):
        if image.get("alt") is None:
            yield f"the image {image.get('src')!r} has no alt"
    for drawing in elements(page, "svg"):
        titled = any(child.tag == "title" for child in drawing)
        if drawing.get("role") == "img" and not (drawing.get("aria-label") or titled):
            yield "an svg with role=img has no title"


def leftovers(page: Element) -> Iterator[str]:
    # Code that is shown, and data in which braces are braces.
    shown = {id(inner) for code in elements(page, "pre") for inner in code.iter()}
    shown |= {id(data) for data in elements(page, "script") if data.get("type") == "application/json"}
    for element in elements(page):
        if id(element) in shown:
            continue
        for words in (element.text, element.tail, *element.attrib.values()):
            if LEFTOVER.search(words or ""):
                yield f"template syntax left in {element.tag}: {words.strip()[:60]!r}"


RULES_OF_PARTS = (identities, references, labels, inline_code, names, leftovers)
