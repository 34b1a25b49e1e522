"""The one sentence that answers whether a programme worked, or two together; with figures and without."""

from collections.abc import Mapping

from django.utils.translation import gettext as _


def answers(*, is_joint: bool, with_figures: bool) -> Mapping[str, str]:
    """Return the sentences by the answer; without figures where these would tell of too few units."""
    if is_joint:
        return _of_both() if with_figures else _of_both() | _plain_of_both()
    return _of_one() if with_figures else _of_one() | _plain_of_one()


def _of_one() -> dict[str, str]:
    return {
        "not_credible": _("Tidak dapat dijawab: buktinya tidak layak untuk menyimpulkan dampak program ini."),
        "effective": _("Ya. Karena program ini %(figure)s %(moved)s %(size)s."),
        "effective_size_uncertain": _(
            "Ya, tetapi besarnya belum pasti: karena program ini %(figure)s %(moved)s kira-kira %(size)s."
        ),
        "no_meaningful_effect": _("Tidak. Program ini tidak mengubah %(figure)s secara berarti."),
        "harmful": _("Tidak, malah memburuk: karena program ini %(figure)s %(moved)s %(size)s."),
        "inconclusive": _("Belum diketahui: data belum cukup untuk memastikan apakah program ini mengubah %(figure)s."),
    }


def _plain_of_one() -> dict[str, str]:
    return {
        "effective": _("Ya. Program ini memperbaiki %(figure)s."),
        "effective_size_uncertain": _("Ya, tetapi besarnya belum pasti: program ini memperbaiki %(figure)s."),
        "harmful": _("Tidak, malah memburuk: program ini memperburuk %(figure)s."),
    }


def _of_both() -> dict[str, str]:
    return {
        "not_credible": _(
            "Tidak dapat dijawab: buktinya tidak layak untuk menyimpulkan dampak kedua program ini bersama-sama."
        ),
        "effective": _("Ya. Karena kedua program ini bersama-sama %(figure)s %(moved)s %(size)s."),
        "effective_size_uncertain": _(
            "Ya, tetapi besarnya belum pasti: karena kedua program ini bersama-sama %(figure)s %(moved)s kira-kira "
            "%(size)s."
        ),
        "no_meaningful_effect": _(
            "Tidak. Kedua program ini bersama-sama tidak mengubah %(figure)s secara berarti."
        ),
        "harmful": _("Tidak, malah memburuk: karena kedua program ini bersama-sama %(figure)s %(moved)s %(size)s."),
        "inconclusive": _(
            "Belum diketahui: data belum cukup untuk memastikan apakah kedua program ini bersama-sama mengubah "
            "%(figure)s."
        ),
    }  # fmt: skip


def _plain_of_both() -> dict[str, str]:
    return {
        "effective": _("Ya. Kedua program ini bersama-sama memperbaiki %(figure)s."),
        "effective_size_uncertain": _(
            "Ya, tetapi besarnya belum pasti: kedua program ini bersama-sama memperbaiki %(figure)s."
        ),
        "harmful": _("Tidak, malah memburuk: kedua program ini bersama-sama memperburuk %(figure)s."),
    }
