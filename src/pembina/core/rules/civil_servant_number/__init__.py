"""The number of a civil servant: NIP of a PNS, NI of a PPPK."""

from pembina.core.rules.civil_servant_number.findings import Finding, findings_on
from pembina.core.rules.civil_servant_number.formula import CivilServantNumber, Sex, Status, read_number
from pembina.core.rules.civil_servant_number.refusals import Reason, UnreadableNumberError
from pembina.core.rules.dated import NotInForceError

__all__ = [
    "CivilServantNumber",
    "Finding",
    "NotInForceError",
    "Reason",
    "Sex",
    "Status",
    "UnreadableNumberError",
    "findings_on",
    "read_number",
]
