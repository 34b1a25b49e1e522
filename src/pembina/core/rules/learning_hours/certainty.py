"""How sure what this rule knows is."""

from enum import StrEnum

from pembina.core.text import Text


class Certainty(StrEnum):
    """Where a number was read."""

    QUOTED = "quoted"
    UNCONFIRMED = "unconfirmed"
    REFERENCE = "reference"
    AGENCY = "agency"
    GOVERNMENT = "government"
    CONVENTION = "convention"

    @property
    def sentence(self) -> Text:
        """Return it in words, for whoever opens how a number came about."""
        return _SENTENCES[self]


_SENTENCES = {
    Certainty.QUOTED: Text(
        id="Dibaca dalam terbitan yang mengutip peraturan, bukan dalam naskah resminya.",
        en="Read in a publication that quotes the regulation, not in its official text.",
    ),
    Certainty.UNCONFIRMED: Text(
        id="Belum ditemukan dalam sumber terbitan; periksa sebelum dijadikan dasar keputusan.",
        en="Not yet found in a published source; check it before a decision rests on it.",
    ),
    Certainty.REFERENCE: Text(
        id="Menurut tabel referensi layanan nasional SIASN.",
        en="From the reference tables of the national service SIASN.",
    ),
    Certainty.AGENCY: Text(
        id="Menurut tabel aplikasi satu instansi, bukan peraturan. Pemerintah yang menetapkan tabel lain mengikuti "
        "penetapannya.",
        en="From the table of one agency's application, not a regulation. A government that has set another table "
        "follows its own.",
    ),
    Certainty.GOVERNMENT: Text(id="Ditetapkan oleh pemerintah ini.", en="Set by this government."),
    Certainty.CONVENTION: Text(id="Ketentuan program, bukan peraturan.", en="A rule of the program, not a regulation."),
}
