"""``pembina manage open_account``: how the first account of an installation comes about."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pembina.domain.access.accounts import open_account
from pembina.domain.access.roles import ROLES


class Command(BaseCommand):
    help = "Open an account and print its random password once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nip", help="The 18 digits of the NIP, which is the user name.")
        parser.add_argument("name", help="The name to show.")
        parser.add_argument("--role", choices=list(ROLES), default="employee", help="What the account may do.")

    def handle(self, *args: Any, nip: str, name: str, role: str, **options: Any) -> None:
        try:
            opened = open_account(nip=nip, display_name=name, role=ROLES[role], by=None, at=timezone.now())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{nip}  {opened.password}")
