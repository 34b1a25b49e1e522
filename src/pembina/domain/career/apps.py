from django.apps import AppConfig

ON_RECORD = ("Award", "AwardCriterion", "JuryMember", "AwardWinner", "HeldMedal", "RecordImport")
# Of these the trail knows who and when; their words stand in the records alone.
WITHOUT_WORDS = {
    "Nomination": ("evidence", "correction_asked", "decline_reason", "reading"),
    "NominationReason": ("words",),
    "NominationSupport": ("words", "evidence", "link"),
    "DeclaredRelation": ("words",),
    "JurySheet": ("guard_reason",),
    "JuryScore": ("points", "is_met", "reason"),
    "ServiceCheck": ("discipline", "had_unpaid_leave", "note"),
}


class CareerConfig(AppConfig):
    name = "pembina.domain.career"
    label = "career"
    verbose_name = "Karier"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        for record in ON_RECORD:
            auditlog.register(self.get_model(record))
        for record, words in WITHOUT_WORDS.items():
            auditlog.register(self.get_model(record), exclude_fields=list(words))
