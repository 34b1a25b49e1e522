"""Writes ``docs/cli.md`` from the commands themselves: ``python -m pembina.cli.reference > docs/cli.md``."""

from collections.abc import Iterator

import click

from pembina.cli.main import main

WIDTH = 100
OPENING = """# Command line

`pembina` has one command for each thing one does with an installation. This page is written from the commands
themselves with `python -m pembina.cli.reference > docs/cli.md`; a test fails where the two differ.

## Environment

| Variable | Meaning |
|---|---|
| `PEMBINA_HOME` | directory of the data; without it, the place where the system keeps a user's data |
| `PEMBINA_DATABASE_URL` | `postgresql://user:password@host:5432/name`; without it, SQLite in `PEMBINA_HOME` |
| `PEMBINA_HOSTS` | names under which the pages are reached, separated by commas; without it, `localhost` only |
| `PEMBINA_TRUSTED_PROXY` | `1` behind a proxy that overwrites `X-Forwarded-For` and `X-Forwarded-Proto` |
| `PEMBINA_SECRET_KEY` | the signing key, where several hosts share one; without it, `secret.key` in `PEMBINA_HOME` |
| `PEMBINA_GOVERNMENT_NAME` | name of the government, shown at the head of every page |
| `PEMBINA_PUBLIC_ADDRESS` | `https://…` as printed in QR codes and signed into badges; without it, that of the visit |
| `PEMBINA_CERTIFICATE_NUMBER` | how certificates are numbered; without it, `{nomor:5}/SERT/{tahun}` |
| `PEMBINA_BADGE_KEYS` | keys of badges, where hosts share them; without it, `badge-keys.json` in `PEMBINA_HOME` |
| `PEMBINA_SIASN_AGENCY_ID` | id of the government in SIASN, for exports of learning hours |
| `PEMBINA_BRAND_COLOUR` | its colour as `#rrggbb`; one that is hard to read is refused with the reason |
| `PEMBINA_DATA_LICENCE`, `PEMBINA_DATA_LICENCE_URL` | licence of open data and its address; without them, CC-BY-4.0 |
| `PEMBINA_TIME_ZONE` | `Asia/Jakarta` (the default), `Asia/Makassar` or `Asia/Jayapura` |
| `PEMBINA_SSO_ISSUER` | an OpenID Connect issuer, as `https://sso.example.go.id/realms/asn`; without it, no SSO |
| `PEMBINA_SSO_CLIENT_ID`, `PEMBINA_SSO_CLIENT_SECRET` | the client there; it comes back to `/akun/sso/kembali/` |
| `PEMBINA_SSO_NIP_CLAIM` | the claim of the identity token that holds the NIP; without it, `nip` |
| `PEMBINA_MAIL_HOST` | mail server for invitations and notices; without it, links are copied and letters printed |
| `PEMBINA_MAIL_PORT` | `587` (STARTTLS, the default) or `465` (TLS from the start) |
| `PEMBINA_MAIL_USER`, `PEMBINA_MAIL_PASSWORD` | the account on that server |
| `PEMBINA_MAIL_FROM` | the sender's address; without it, the user |

## A first installation

```
pembina manage migrate
pembina manage collectstatic --noinput
pembina manage open_account 199001012015031001 "Rina Lestari" --role human_resources
pembina doctor
PEMBINA_HOSTS=pembina.example.go.id pembina serve --tls-certificate cert.pem --tls-key key.pem
```

`open_account` prints a random password once.
"""


def reference() -> str:
    """Return the page: what the environment sets, then the help of every command."""
    return OPENING + "".join(
        f"\n## {name}\n\n```\n{_help(name, command)}\n```\n" for name, command in every_command(main, "pembina")
    )


def every_command(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    """Yield each command below ``group`` with its full name, a group before its commands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{prefix} {name}")


def _help(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    return command.get_help(context)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
