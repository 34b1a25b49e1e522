"""What was said of a person in a period, as the form of the result has it beside each result and each value.

The words of leaders stand there as they were given: giving them is their duty and the form is theirs. What colleagues
and others said is counted by tone alone, for it was said to the person and to the leader, not to whoever files the
form. It is taken when the document is sealed, and changes no more.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from pembina.domain.performance.feedback_enums import Capacity, Tone
from pembina.domain.performance.models import Appraisal, Feedback
from pembina.domain.performance.queries.feedback import feedback_tally

MOST_IN_A_CELL = 5
CAPACITIES = {
    Capacity.PEER.value: "rekan setingkat", Capacity.SUBORDINATE.value: "bawahan", Capacity.OTHER.value: "pihak lain",
}  # fmt: skip
TONES = {
    Tone.APPRECIATION.value: "apresiasi", Tone.TO_IMPROVE.value: "perlu diperbaiki", Tone.NEUTRAL.value: "netral",
}  # fmt: skip


def feedback_told(appraisal: Appraisal) -> dict[str, Any]:
    """Return the tally of the period and the lines of each cell, in the language of the official paper.

    `goals` has the lines of each result of the plan in its order, `values` those of each value, `rest` all others.
    """
    period = appraisal.period
    tally = feedback_tally(appraisal.person, first=period.starts_on, last=period.ends_on)
    said = list(notes_of_period(appraisal))
    numbers = list(appraisal.plan.goals.values_list("pk", flat=True)) if appraisal.plan else []
    of_values = [note for note in said if note.value and note.goal_id not in numbers]
    return {
        "positive": tally.positive if tally else 0,
        "other": tally.other if tally else 0,
        "goals": [lines_of(note for note in said if note.goal_id == goal) for goal in numbers],
        "values": {
            value: lines_of(note for note in of_values if note.value == value)
            for value in sorted({note.value for note in of_values})
        },
        "rest": lines_of(note for note in said if not note.value and note.goal_id not in numbers),
    }


def notes_of_period(appraisal: Appraisal) -> QuerySet[Feedback]:
    """Return what was said of the days of the period, the latest day first."""
    period = appraisal.period
    said = Feedback.objects.filter(person=appraisal.person_id, happened_on__range=(period.starts_on, period.ends_on))
    return said.order_by("-happened_on", "-pk")


def lines_of(notes: Iterable[Feedback]) -> list[str]:
    """Return the latest words of leaders, and of all others how many said what."""
    listed = list(notes)
    leaders = [note for note in listed if note.capacity == Capacity.LEADER]
    lines = [_line(note) for note in leaders[:MOST_IN_A_CELL]]
    if len(leaders) > MOST_IN_A_CELL:
        lines.append(f"dan {len(leaders) - MOST_IN_A_CELL} catatan pimpinan lainnya.")
    return lines + _counted([note for note in listed if note.capacity != Capacity.LEADER])


def _line(note: Feedback) -> str:
    parts = [f"{_short(note.happened_on)} ({TONES[note.tone]}): {note.behaviour}"]
    parts += [f"Dampak: {note.impact}"] if note.impact else []
    parts += [f"Langkah berikutnya: {note.next_step}"] if note.next_step else []
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def _counted(notes: Sequence[Feedback]) -> list[str]:
    counts = Counter((note.capacity, note.tone) for note in notes)
    told = []
    for capacity, name in CAPACITIES.items():
        some = [f"{counts[capacity, tone]} {word}" for tone, word in TONES.items() if counts[capacity, tone]]
        told += [f"Dari {name}: {', '.join(some)}."] if some else []
    return told


def _short(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year}"
