"""The lot of a programme's waves explained to those who must defend it."""

from collections.abc import Sequence

from pembina.core.text import Text

_PARTS = {
    "sector": Text(id="sektor", en="sector"),
    "size": Text(id="besar kecilnya unit", en="size"),
    "baseline": Text(id="capaian sebelum program", en="the outcome before the programme"),
}


def lot_explained(units: int, waves: int, seed: str, divided_by: Sequence[str], keep_out: bool) -> Text:
    """Say what was drawn, how anybody can repeat it, and why it is fair."""
    what = Text(
        id=f"Urutan {units} unit dalam {waves} gelombang{' dan satu kelompok pembanding' if keep_out else ''} diundi, "
        "bukan dipilih",
        en=f"The order of {units} units in {waves} waves{' and one group to compare with' if keep_out else ''} was "
        "drawn by lot, not chosen",
    )
    like = _among_the_like([_PARTS[part] for part in divided_by])
    return Text(
        id=f"{what.id}: setiap unit berpeluang sama untuk mulai lebih dulu atau belakangan{like.id}. Siapa pun dapat "
        f"mengulangi undian ini dari teks “{seed}” yang diumumkan sebelumnya, dengan hasil yang sama. Karena undian "
        "tidak mengenal unit mana yang lebih baik, perbedaan yang muncul sesudah mulai berasal dari program atau dari "
        "kebetulan yang besarnya dapat dihitung.",
        en=f"{what.en}: every unit is as likely to start earlier as later{like.en}. Anybody can repeat the draw from "
        f"the text “{seed}”, published beforehand, with the same outcome. Since a lot does not know which unit is "
        "better, a difference that appears after the start comes from the programme or from chance, whose size can be "
        "computed.",
    )


def _among_the_like(parts: Sequence[Text]) -> Text:
    if not parts:
        return Text(id="", en="")
    listed = Text(id=_listed([part.id for part in parts], "dan"), en=_listed([part.en for part in parts], "and"))
    return Text(
        id=f", dan unit yang serupa menurut {listed.id} dibagi rata di antara gelombang",
        en=f", and units alike by {listed.en} are spread evenly over the waves",
    )


def _listed(words: Sequence[str], joined: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joined} {words[-1]}"
