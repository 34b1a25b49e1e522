"""How sure what the rules of appraisal know is."""

from enum import StrEnum

from pembina.core.text import Text


class Certainty(StrEnum):
    """Where a rule was read."""

    OFFICIAL = "official"
    QUOTED = "quoted"
    REFERENCE = "reference"
    MEASURED = "measured"
    AGENCY = "agency"
    UNCONFIRMED = "unconfirmed"
    CONVENTION = "convention"

    @property
    def sentence(self) -> Text:
        """Return it in words, for whoever opens how an answer came about."""
        return _SENTENCES[self]


_SENTENCES = {
    Certainty.OFFICIAL: Text(
        id="Dibaca dalam naskah resmi peraturan.", en="Read in the official text of the regulation."
    ),
    Certainty.QUOTED: Text(
        id="Dibaca dalam terbitan yang mengutip peraturan, bukan dalam naskah resminya.",
        en="Read in a publication that quotes the regulation, not in its official text.",
    ),
    Certainty.REFERENCE: Text(
        id="Menurut tabel referensi layanan nasional SIASN.",
        en="From the reference tables of the national service SIASN.",
    ),
    Certainty.MEASURED: Text(
        id="Diukur dari gambar dalam naskah resmi, yang tidak mencantumkan angka.",
        en="Measured from a figure of the official text, which prints no numbers.",
    ),
    Certainty.AGENCY: Text(
        id="Menurut aplikasi satu instansi, bukan dalam naskah peraturan.",
        en="From the application of one agency, not from the text of the regulation.",
    ),
    Certainty.UNCONFIRMED: Text(
        id="Belum ditemukan dalam sumber terbitan; periksa sebelum dijadikan dasar keputusan.",
        en="Not yet found in a published source; check it before a decision rests on it.",
    ),
    Certainty.CONVENTION: Text(id="Ketentuan program, bukan peraturan.", en="A rule of the program, not a regulation."),
}
