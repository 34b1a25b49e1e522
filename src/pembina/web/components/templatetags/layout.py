"""What the frame of every page needs: navigation, names, the icons."""

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pembina.web.components.icons import ICONS
from pembina.web.components.navigation import Entry, ThumbBar, entries, thumb_bar

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[Entry]:
    return entries(context.get("request"))


@register.simple_tag
def thumb_navigation(pages: list[Entry]) -> ThumbBar:
    return thumb_bar(pages)


@register.simple_tag
def government_name() -> str:
    return getattr(settings, "PEMBINA_GOVERNMENT_NAME", "")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative line icon; the words beside it carry the meaning."""
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', ICONS[name])


@register.filter
def initials(name: str) -> str:
    """First letters of the first and the last word, academic titles after a comma left out."""
    words = [word for word in name.split(",")[0].split() if word[:1].isalpha() and not word.endswith(".")]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"
