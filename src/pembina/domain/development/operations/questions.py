"""The bank of questions of a curriculum.

A question that was asked in a test is never edited: it is retired, and what it should say becomes a question of its
own, so that old answers keep their meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.development.learning_refusals import QuestionIncompleteError, QuestionRetiredError
from pembina.domain.development.models import Choice, Curriculum, Question

FEWEST, MOST = 2, 6
LONGEST_CHOICE, LONGEST_QUESTION, LONGEST_TOPIC = 500, 2_000, 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is written: `right` is the place of the right answer among `choices`, from 0."""

    text: str
    choices: tuple[str, ...]
    right: int
    topic: str = ""
    explanation: str = ""

    def check(self) -> None:
        """Raise ``QuestionIncompleteError`` for anything that could not be asked."""
        problem = self._problem()
        if problem is not None:
            raise QuestionIncompleteError(problem)

    def _problem(self) -> Text | None:
        folded = [choice.strip().casefold() for choice in self.choices]
        if not self.text.strip():
            return Text(id="Pertanyaannya kosong.", en="The question is empty.")
        if not FEWEST <= len(folded) <= MOST or "" in folded:
            return Text(id=f"Ada {len(folded)} jawaban yang terisi.", en=f"There are {len(folded)} answers.")
        if len(set(folded)) < len(folded):
            return Text(id="Dua jawaban sama bunyinya.", en="Two answers say the same.")
        if not 0 <= self.right < len(folded):
            return Text(id="Jawaban yang benar belum ditunjuk.", en="No answer is named as the right one.")
        too_long = len(self.text) > LONGEST_QUESTION or any(len(each) > LONGEST_CHOICE for each in self.choices)
        if too_long or len(self.explanation) > LONGEST_QUESTION or len(self.topic) > LONGEST_TOPIC:
            return Text(id="Tulisannya terlalu panjang.", en="It is too long.")
        return None


def add_question(*, curriculum: Curriculum, asked: Asked, by: User, at: datetime) -> Question:
    """Put a question into the bank; raises ``QuestionIncompleteError``."""
    asked.check()
    with one_event():
        made = _kept(curriculum, asked)
        record("add_question", on=made, by=by, at=at, changes={"text": ("", made.text)}, created=True)
    return made


def add_questions(*, curriculum: Curriculum, asked: Sequence[Asked], by: User, at: datetime) -> int:
    """Put many into the bank, all or none; return how many. Raises ``QuestionIncompleteError``."""
    for each in asked:
        each.check()
    with one_event():
        made = Question.objects.bulk_create(_question(curriculum, each) for each in asked)
        Choice.objects.bulk_create(
            choice for question, each in zip(made, asked, strict=True) for choice in _choices(question, each)
        )
        touched = [Touched(question, {"text": ("", question.text)}, created=True) for question in made]
        record_many("add_question", subjects=touched, by=by, at=at)
    return len(made)


def edit_question(*, question: Question, asked: Asked, by: User, at: datetime) -> Question:
    """Say it differently; one that a test has asked is retired, and the new wording returned as a question of its own.

    Raises ``QuestionIncompleteError``, ``QuestionRetiredError``.
    """
    asked.check()
    with one_event():
        kept = Question.objects.select_for_update(of=("self",)).select_related("curriculum").get(pk=question.pk)
        if kept.retired_at is not None:
            raise QuestionRetiredError
        before = kept.text
        if kept.asked.exists():
            kept.retired_at = at
            kept.save(update_fields=["retired_at"])
            made = _kept(kept.curriculum, asked)
        else:
            made = _rewritten(kept, asked)
        record("edit_question", on=made, by=by, at=at, changes={"text": (before, made.text)})
    return made


def retire_question(*, question: Question, by: User, at: datetime) -> None:
    """Ask it in no new test; raises ``QuestionRetiredError``."""
    with one_event():
        kept = Question.objects.select_for_update().get(pk=question.pk)
        if kept.retired_at is not None:
            raise QuestionRetiredError
        kept.retired_at = at
        kept.save(update_fields=["retired_at"])
        record("retire_question", on=kept, by=by, at=at, changes={"retired_at": ("", at.isoformat())})


def restore_question(*, question: Question, by: User, at: datetime) -> None:
    """Bring a retired one back; one that is in use stays so."""
    with one_event():
        kept = Question.objects.select_for_update().get(pk=question.pk)
        before = kept.retired_at.isoformat() if kept.retired_at else ""
        kept.retired_at = None
        kept.save(update_fields=["retired_at"])
        record("restore_question", on=kept, by=by, at=at, changes={"retired_at": (before, "")})


def _kept(curriculum: Curriculum, asked: Asked) -> Question:
    made = _question(curriculum, asked)
    made.save()
    Choice.objects.bulk_create(_choices(made, asked))
    return made


def _rewritten(kept: Question, asked: Asked) -> Question:
    kept.text, kept.topic, kept.explanation = asked.text.strip(), asked.topic.strip(), asked.explanation.strip()
    kept.save(update_fields=["text", "topic", "explanation"])
    kept.choices.all().delete()
    Choice.objects.bulk_create(_choices(kept, asked))
    return kept


def _question(curriculum: Curriculum, asked: Asked) -> Question:
    told = {"text": asked.text.strip(), "topic": asked.topic.strip(), "explanation": asked.explanation.strip()}
    return Question(curriculum=curriculum, **told)


def _choices(question: Question, asked: Asked) -> list[Choice]:
    return [
        Choice(question=question, position=number, text=text.strip(), is_right=number - 1 == asked.right)
        for number, text in enumerate(asked.choices, start=1)
    ]
