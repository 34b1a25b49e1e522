"""The questions of the satisfaction survey and the words of their answers.

PermenPANRB 14/2017, Annex, as printed questionnaires of governments ask them; the English is ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.core.text import Text
from pembina.domain.services.enums import ElementOrder


@dataclass(frozen=True, slots=True)
class Question:
    """One element: its key, its name, what is asked, and the words of the answers 1 to 4."""

    element: str
    name: Text
    asked: Text
    answers: tuple[Text, Text, Text, Text]


def _question(element: str, name: Text, asked: Text, indonesian: str, english: str) -> Question:
    words = zip(indonesian.split(" | "), english.split(" | "), strict=True)
    one, two, three, four = (Text(id=own, en=other) for own, other in words)
    return Question(element, name, asked, (one, two, three, four))


FITTING = (
    "Tidak sesuai | Kurang sesuai | Sesuai | Sangat sesuai",
    "Does not fit | Hardly fits | Fits | Fits very well",
)

QUESTIONS = {
    question.element: question
    for question in (
        _question(
            "persyaratan",
            Text(id="Persyaratan", en="Requirements"),
            Text(
                id="Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
                en="How well do the requirements fit the kind of service?",
            ),
            *FITTING,
        ),
        _question(
            "prosedur",
            Text(id="Sistem, mekanisme, dan prosedur", en="System, mechanism and procedure"),
            Text(
                id="Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
                en="How easy is the procedure of this office?",
            ),
            "Tidak mudah | Kurang mudah | Mudah | Sangat mudah",
            "Not easy | Hardly easy | Easy | Very easy",
        ),
        _question(
            "waktu",
            Text(id="Waktu penyelesaian", en="Time to completion"),
            Text(
                id="Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
                en="How quickly was the service given?",
            ),
            "Tidak cepat | Kurang cepat | Cepat | Sangat cepat",
            "Not quickly | Hardly quickly | Quickly | Very quickly",
        ),
        _question(
            "biaya",
            Text(id="Biaya/tarif", en="Fee"),
            Text(
                id="Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
                en="How reasonable is the fee of the service?",
            ),
            "Sangat mahal | Cukup mahal | Murah | Gratis",
            "Very expensive | Rather expensive | Cheap | Free of charge",
        ),
        _question(
            "produk",
            Text(id="Produk spesifikasi jenis pelayanan", en="Product of the service"),
            Text(
                id="Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar "
                "pelayanan dengan hasil yang diberikan?",
                en="How well does the result fit what the service standard promises?",
            ),
            *FITTING,
        ),
        _question(
            "kompetensi",
            Text(id="Kompetensi pelaksana", en="Competence of the staff"),
            Text(
                id="Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
                en="How competent were the staff?",
            ),
            "Tidak kompeten | Kurang kompeten | Kompeten | Sangat kompeten",
            "Not competent | Hardly competent | Competent | Very competent",
        ),
        _question(
            "perilaku",
            Text(id="Perilaku pelaksana", en="Conduct of the staff"),
            Text(
                id="Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan "
                "keramahan?",
                en="How polite and friendly were the staff?",
            ),
            "Tidak sopan dan ramah | Kurang sopan dan ramah | Sopan dan ramah | Sangat sopan dan ramah",
            "Not polite and friendly | Hardly polite and friendly | Polite and friendly | Very polite and friendly",
        ),
        _question(
            "pengaduan",
            Text(id="Penanganan pengaduan, saran, dan masukan", en="Handling of complaints and suggestions"),
            Text(
                id="Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
                en="How are complaints of users handled?",
            ),
            "Tidak ada | Ada tetapi tidak berfungsi | Berfungsi kurang maksimal | Dikelola dengan baik",
            "Not at all | In place but not working | Working but not fully | Handled well",
        ),
        _question(
            "sarana",
            Text(id="Sarana dan prasarana", en="Facilities"),
            Text(
                id="Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
                en="How good are the facilities?",
            ),
            "Buruk | Cukup | Baik | Sangat baik",
            "Poor | Fair | Good | Very good",
        ),
    )
}


def elements_in(order: str) -> tuple[str, ...]:
    """Return the keys U1 to U9 as a unit numbers them."""
    if order == ElementOrder.QUESTIONNAIRE:
        return (*ELEMENTS[:7], "sarana", "pengaduan")
    return ELEMENTS


def questions_in(order: str) -> Iterator[tuple[str, Question]]:
    """Yield U1 to U9 with their questions, as a unit numbers them."""
    for number, element in enumerate(elements_in(order), start=1):
        yield f"U{number}", QUESTIONS[element]
