"""What the lists of decisions and tasks are narrowed by and sorted; kept in the address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.impact.enums import TaskKind, TaskState
from pembina.domain.impact.models import Decision, Evaluation, FollowUpTask
from pembina.domain.impact.models.decisions import ACTIONS
from pembina.domain.impact.queries.decisions import SOON, to_review
from pembina.domain.impact.queries.tasks import overdue
from pembina.domain.people.searches import words_in

LONGEST_SEARCH = 100
ALL = [("", _("Semua"))]


def search_field(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, widget=widget)


def choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


class AddressFilters(forms.Form):
    """Fields in an address; what cannot be understood narrows nothing."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__({})
        self.data = {name: self._understood(name, data.get(name, "")) for name in self.fields}
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def _understood(self, name: str, written: str) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and not field.valid_value(written):
            return ""
        return written[:LONGEST_SEARCH].replace("\0", "")

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.chosen.items() if name not in {"sort", "whose"})

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""


class DecisionSort(models.TextChoices):
    NEW = "", _("Terbaru")
    TITLE = "title", _("Program A–Z")
    REVIEW = "review", _("Peninjauan terdekat")


DECISION_ORDERS = {
    "": ("-decided_at", "-pk"),
    "title": ("evaluation__programme__title", "-decided_at", "-pk"),
    "review": ("review_on", "pk"),
}
ATTENTION = (
    ("unsigned", _("Tanda tangan belum lengkap")),
    ("dissent", _("Ada pendapat berbeda")),
    ("review", _("Waktunya ditinjau kembali")),
    ("newer", _("Ada perhitungan sesudahnya")),
    ("open", _("Tindak lanjut belum selesai")),
)


class DecisionFilters(AddressFilters):
    q = search_field(_("Cari program atau evaluasi"))
    action = choice(_("Keputusan"), [*ALL, *ACTIONS])
    departs = choice(_("Dibanding aturan"), [*ALL, ("no", _("Sesuai aturan")), ("yes", _("Menyimpang dari aturan"))])
    attention = choice(_("Perlu perhatian"), [*ALL, *ATTENTION])
    sort = choice(_("Urutan"), DecisionSort.choices)

    def narrow(self, decisions: QuerySet[Decision], *, on: date) -> QuerySet[Decision]:
        """Return what is left of decisions that carry their figures, in the order asked for."""
        if wanted := self.chosen["q"]:
            decisions = decisions.filter(named(wanted, "evaluation__"))
        if self.chosen["action"]:
            decisions = decisions.filter(action=self.chosen["action"])
        if departs := self.chosen["departs"]:
            same = Q(action=F("rule_action"))
            decisions = decisions.filter(same if departs == "no" else ~same)
        if attention := self.chosen["attention"]:
            decisions = decisions.filter(needing(on)[attention])
        return decisions.order_by(*DECISION_ORDERS[self.chosen["sort"]])


def needing(on: date) -> dict[str, Q]:
    """Return the conditions of what calls for attention."""
    return {
        "unsigned": Q(signed_count__lt=F("signer_count")),
        "dissent": Q(dissent_count__gt=0),
        "review": to_review(on),
        "newer": Q(newer__isnull=False),
        "open": Q(open_count__gt=0),
    }


class WaitingSort(models.TextChoices):
    DAY = "", _("Hari keputusan terdekat")
    TITLE = "title", _("Program A–Z")


WHEN = (("late", _("Sudah lewat")), ("soon", _("Dalam 30 hari")), ("ready", _("Hasilnya sudah ada")))


class WaitingFilters(AddressFilters):
    q = search_field(_("Cari program atau evaluasi"))
    when = choice(_("Hari keputusan"), [*ALL, *WHEN])
    sort = choice(_("Urutan"), WaitingSort.choices)

    def narrow(self, evaluations: QuerySet[Evaluation], *, on: date) -> QuerySet[Evaluation]:
        if wanted := self.chosen["q"]:
            evaluations = evaluations.filter(named(wanted))
        conditions = {
            "late": Q(decides_on__lt=on),
            "soon": Q(decides_on__gte=on, decides_on__lte=on + SOON),
            "ready": Q(run_number__isnull=False),
        }
        if when := self.chosen["when"]:
            evaluations = evaluations.filter(conditions[when])
        by_title = ("programme__title", "pk")
        return evaluations.order_by(*(by_title if self.chosen["sort"] else ("decides_on", "pk")))


class TaskSort(models.TextChoices):
    DAY = "", _("Tenggat terdekat")
    OWNER = "owner", _("Pelaksana A–Z")
    PROGRAMME = "programme", _("Program A–Z")


TASK_ORDERS = {
    "": ("due_on", "pk"),
    "owner": ("owner__name", "due_on", "pk"),
    "programme": ("decision__evaluation__programme__title", "due_on", "pk"),
}
SHOW = (("late", _("Terlambat")), ("soon", _("Jatuh tempo dalam 30 hari")))


class TaskFilters(AddressFilters):
    """The tab stands in the address too: the own tasks, or all in sight."""

    whose = forms.ChoiceField(choices=(("", ""), ("all", "")), required=False, widget=forms.HiddenInput)
    q = search_field(_("Cari tugas, program, atau pelaksana"))
    state = choice(_("Keadaan"), [*ALL, *TaskState.choices])
    kind = choice(_("Jenis"), [*ALL, *TaskKind.choices])
    show = choice(_("Tampilkan"), [*ALL, *SHOW])
    sort = choice(_("Urutan"), TaskSort.choices)

    @property
    def shows_all(self) -> bool:
        return self.chosen["whose"] == "all"

    def narrow(self, tasks: QuerySet[FollowUpTask], *, on: date) -> QuerySet[FollowUpTask]:
        if wanted := self.chosen["q"]:
            title = words_in("title", wanted) | words_in("owner__name", wanted)
            tasks = tasks.filter(title | words_in("decision__evaluation__programme__title", wanted))
        for name in ("state", "kind"):
            if self.chosen[name]:
                tasks = tasks.filter(**{name: self.chosen[name]})
        soon = Q(state=TaskState.OPEN, due_on__gte=on, due_on__lte=on + SOON)
        if show := self.chosen["show"]:
            tasks = tasks.filter(overdue(on) if show == "late" else soon)
        return tasks.order_by(*TASK_ORDERS[self.chosen["sort"]])


def named(wanted: str, prefix: str = "") -> Q:
    """Return the condition that words stand in the title of an evaluation or of its programme, or that it is a code."""
    titles = words_in(f"{prefix}title", wanted) | words_in(f"{prefix}programme__title", wanted)
    return titles | Q(**{f"{prefix}programme__code__iexact": wanted.strip()})
