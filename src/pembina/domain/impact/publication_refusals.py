"""What is refused when a decision is published, or what was published is withdrawn."""

from collections.abc import Mapping, Sequence

from pembina.core.personal_traces import personal_traces
from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError

__all__ = ["RefusedError"]


class PublishedAlreadyError(RefusedError):
    """Citizens read one version at a time."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Kabar keputusan ini sudah terbit.", en="This decision is published already."),
            Text(
                id="Tarik dulu dengan alasannya, lalu terbitkan yang baru.",
                en="Withdraw it with the reason, then publish it anew.",
            ),
        )


class NotPublishedError(RefusedError):
    """There is nothing to take back."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Kabar keputusan ini tidak sedang terbit.", en="This decision is not published now."),
            Text(id="Muat ulang halaman.", en="Reload the page."),
        )


SEALED = Text(
    id="Isi itu sudah disegel bersama keputusan dan tidak dapat diubah, maka kabarnya tidak dapat diterbitkan. "
    "Sampaikan keputusan ini kepada warga dengan pengumuman tersendiri.",
    en="It was sealed with the decision and cannot be changed, so that it cannot be published. Tell the citizens of "
    "this decision in an announcement of its own.",
)
# What each text is called, and what can be done about it.
FIELDS: Mapping[str, tuple[Text, Text]] = {
    "message": (
        Text(id="Pesan kepada warga", en="The message to the citizens"),
        Text(id="Keluarkan dari pesan.", en="Take it out of the message."),
    ),
    "reason": (Text(id="Alasan", en="The reason"), Text(id="Keluarkan dari alasan.", en="Take it out of the reason.")),
    "title": (
        Text(id="Judul evaluasi", en="The title of the evaluation"),
        Text(id="Tulis judul tanpa itu.", en="Write the title without it."),
    ),
    "sealed_programme": (Text(id="Judul program", en="The title of the programme"), SEALED),
    "sealed_purpose": (Text(id="Tujuan program", en="The purpose of the programme"), SEALED),
    "sealed_title": (Text(id="Judul evaluasi", en="The title of the evaluation"), SEALED),
    "sealed_reason": (Text(id="Alasan keputusan", en="The reason of the decision"), SEALED),
}  # fmt: skip


class TracesError(RefusedError):
    """A number or an address in a text that citizens read leads to a person; `about` is the field that holds it."""

    def __init__(self, field: str, traces: Sequence[str]) -> None:
        named, remedy = FIELDS[field]
        listed = ", ".join(f"“{trace}”" for trace in traces)
        super().__init__(
            Text(
                id=f"{named.id} akan dibaca warga, tetapi menunjuk orang: {listed}.",
                en=f"{named.en} will be read by citizens, but points to a person: {listed}.",
            ),
            remedy,
        )
        self.about = (field,)


def require_no_traces(texts: Mapping[str, str]) -> None:
    """Raise ``TracesError`` for the first text that points to a person; `texts` by the words of `FIELDS`."""
    for field, text in texts.items():
        if traces := personal_traces(text):
            raise TracesError(field, traces)
