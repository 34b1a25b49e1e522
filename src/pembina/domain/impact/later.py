"""Whether a decision still stands on what it stood on: a later run beside the one decided on."""

from pembina.core.effect.verdict import Code
from pembina.core.text import Text

BENEFIT = frozenset({Code.EFFECTIVE, Code.SIZE_UNCERTAIN})
NOW = {
    Code.HARMFUL: Text(id="Kini keadaan memburuk karena program.", en="By now things got worse because of it."),
    Code.NO_MEANINGFUL_EFFECT: Text(id="Dampaknya tidak tampak lagi.", en="The effect shows no longer."),
    Code.INCONCLUSIVE: Text(
        id="Dengan data yang baru, dampaknya belum dapat disimpulkan.",
        en="With the new data nothing can be concluded.",
    ),
    Code.NOT_CREDIBLE: Text(
        id="Bukti yang baru tidak layak untuk menyimpulkan apa pun.", en="The new evidence carries no conclusion."
    ),
}
HOLDS = Text(id="Dampaknya bertahan.", en="The effect holds.")
SAME = Text(id="Kesimpulannya tetap.", en="The conclusion is the same.")
WORKS_NOW = Text(
    id="Kini program tampak berdampak; waktu diputuskan belum.", en="By now the programme works; back then it did not."
)


def still_holds(then: Code, now: Code) -> Text:
    """Say in a sentence what a later verdict means for one that was decided on."""
    if now in BENEFIT:
        return HOLDS if then in BENEFIT else WORKS_NOW
    return SAME if now is then else NOW[now]
