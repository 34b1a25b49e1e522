"""What cannot be released or averaged, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    DEPTH = "depth"
    TWICE = "twice"
    OVERLAP = "overlap"
    SCALE = "scale"
    SCORE = "score"


class UnusableAnswersError(ValueError):
    """The answers cannot be released or averaged; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def depth() -> UnusableAnswersError:
    return UnusableAnswersError(
        Refusal.DEPTH,
        Text(
            id="Jawaban tidak dikelompokkan menurut tingkat yang sama.",
            en="The answers are not grouped by the same cuts.",
        ),
        Text(
            id="Berikan untuk setiap jawaban satu nama pada setiap tingkat.",
            en="Give each answer one name on every cut.",
        ),
    )


def twice() -> UnusableAnswersError:
    return UnusableAnswersError(
        Refusal.TWICE,
        Text(id="Seorang penilai menjawab lebih dari sekali.", en="A rater has answered more than once."),
        Text(
            id="Terima satu jawaban per penilai; jawaban yang sudah dibuka tidak diubah lagi.",
            en="Take one answer of each rater; one that has been released is not changed any more.",
        ),
    )


def overlap() -> UnusableAnswersError:
    return UnusableAnswersError(
        Refusal.OVERLAP,
        Text(
            id="Bagian yang sudah dibuka saling bertumpang tindih.",
            en="Parts that have been released overlap each other.",
        ),
        Text(
            id="Gunakan bagian sebagaimana dihasilkan pada pembukaan pertama.",
            en="Use the parts as the first release made them.",
        ),
    )


def scale(lowest: object, highest: object) -> UnusableAnswersError:
    return UnusableAnswersError(
        Refusal.SCALE,
        Text(id=f"Skala {lowest} sampai {highest} bukan skala.", en=f"From {lowest} to {highest} is no scale."),
        Text(id="Berikan dua bilangan bulat yang berbeda.", en="Give two whole numbers, the lower one first."),
    )


def score(given: object) -> UnusableAnswersError:
    return UnusableAnswersError(
        Refusal.SCORE,
        Text(id=f"{given} tidak ada dalam skala.", en=f"{given} is not on the scale."),
        Text(
            id="Isi bilangan bulat dari skala itu; lewati penilai yang tidak menjawab.",
            en="Give a whole number of that scale; leave out raters who did not answer.",
        ),
    )
