"""What is asked of whoever decides, signs, or keeps what follows."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.models import Partner
from pembina.domain.development.queries.partners import partners_in_use
from pembina.domain.impact.decision_content import DecisionTold
from pembina.domain.impact.enums import TaskKind, TaskState
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.models.decisions import ACTIONS
from pembina.domain.impact.models.designs import LONGEST_TEXT
from pembina.domain.impact.operations.tasks import TaskTold
from pembina.domain.people.models import Person
from pembina.domain.people.searches import people_named, with_posts
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person
from pembina.web.components.fields import DayField

AGREES, DISSENTS = "agrees", "dissents"


def area(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, required=required, max_length=LONGEST_TEXT, widget=widget, help_text=help_text)


class DecideForm(ChoosingForm):
    """The human decision beside that of the rule."""

    serious_harm = forms.BooleanField(
        label=_("Ada kerugian berat yang dilaporkan karena program ini"), required=False,
        help_text=_("Misalnya kecelakaan, kerugian warga, atau pelanggaran hak. Aturan menjawab lain bila ada."),
    )  # fmt: skip
    action = forms.ChoiceField(label=_("Keputusan Anda: program ini"), choices=ACTIONS, widget=forms.RadioSelect)
    reason = area(
        _("Alasan"), required=False, help_text=_("Wajib bila keputusan Anda berbeda dari aturan. Dibaca semua orang.")
    )  # fmt: skip
    review_on = DayField(label=_("Ditinjau kembali pada"))
    spent = forms.DecimalField(
        label=_("Biaya terpakai sampai hari ini (Rp)"), required=False, min_value=0, max_digits=16, decimal_places=2,
        help_text=_("Semua biaya program, dengan angka saja. Dipakai untuk menghitung biaya per satuan dampak."),
    )  # fmt: skip

    def told(self) -> DecisionTold:
        said = self.cleaned_data
        return DecisionTold(
            action=said["action"], review_on=said["review_on"], reason=said["reason"],
            serious_harm=said["serious_harm"], spent=said["spent"],
        )  # fmt: skip


class SignForm(ChoosingForm):
    """A signature: in agreement, or with a dissent."""

    agrees = forms.ChoiceField(
        label=_("Pendapat Anda"), widget=forms.RadioSelect,
        choices=[(AGREES, _("Saya setuju dengan keputusan ini")), (DISSENTS, _("Saya berpendapat berbeda"))],
    )  # fmt: skip
    dissent = area(
        _("Pendapat berbeda"), required=False,
        help_text=_("Hanya bila Anda berpendapat berbeda. Tercetak di surat keputusan dengan nama Anda."),
    )  # fmt: skip

    def told(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"agrees": said["agrees"] == AGREES, "dissent": said["dissent"]}


class TaskForm(ChoosingForm):
    """What follows, who does it with whom, and until when."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=TaskKind.choices)
    title = forms.CharField(label=_("Yang dikerjakan"), max_length=300)
    owner = ChosenField(label=_("Pelaksana"), search_label=_("Cari nama pegawai"), described=described_person)
    partner = forms.ModelChoiceField(
        label=_("Mitra"), queryset=Partner.objects.none(), required=False, empty_label=_("Tanpa mitra")
    )  # fmt: skip
    due_on = DayField(label=_("Paling lambat"))

    def __init__(self, data: Any = None, *, on: date, partner: Partner | None = None, **options: Any) -> None:
        self.on = on
        super().__init__(data, **options)
        # One that was retired since stays with its task.
        standing = Partner.objects.filter(pk=partner.pk) if partner else Partner.objects.none()
        cast(forms.ModelChoiceField, self.fields["partner"]).queryset = partners_in_use() | standing

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return with_posts(Person.objects.order_by("name", "pk"), on=self.on), people_named(wanted)

    def told(self) -> TaskTold:
        return TaskTold(**self.cleaned_only("kind", "title", "owner", "due_on", "partner"))

    def cleaned_only(self, *names: str) -> dict[str, Any]:
        """Return what was said, without the searches."""
        return {name: self.cleaned_data[name] for name in names}


class ProposedForm(ChoosingForm):
    """Who does what usually follows."""

    owner = ChosenField(label=_("Pelaksana"), search_label=_("Cari nama pegawai"), described=described_person)

    def __init__(self, data: Any = None, *, on: date, **options: Any) -> None:
        self.on = on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return with_posts(Person.objects.order_by("name", "pk"), on=self.on), people_named(wanted)


class EndForm(ChoosingForm):
    """How a task ended."""

    state = forms.ChoiceField(
        label=_("Bagaimana berakhirnya"), widget=forms.RadioSelect,
        choices=[(TaskState.DONE.value, TaskState.DONE.label), (TaskState.DROPPED.value, TaskState.DROPPED.label)],
    )  # fmt: skip
    note = area(_("Catatan"), help_text=_("Apa yang dikerjakan, atau mengapa tidak dikerjakan."))

    def told(self) -> dict[str, Any]:
        return {"state": TaskState(self.cleaned_data["state"]), "note": self.cleaned_data["note"]}


def task_initial(task: FollowUpTask) -> dict[str, Any]:
    return {name: getattr(task, name) for name in ("kind", "title", "owner", "partner", "due_on")}
