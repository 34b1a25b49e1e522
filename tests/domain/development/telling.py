"""What tests of notices share: people with an address, and a mail server that only remembers."""

from pembina.domain.development.operations.notices import send_notices


def reachable(person, address=""):
    """Return a person with an address."""
    person.email = address or f"{person.nip}@contoh.go.id"
    person.save()
    return person


class Post:
    """Keeps every letter that goes out."""

    def __init__(self, at):
        self.at, self.letters = at, []

    def send(self, at=None):
        """Send what is due and return only the letters of this time."""
        before = len(self.letters)
        assert send_notices(send=self.letters.append, by=None, at=at or self.at) == len(self.letters) - before
        return self.letters[before:]

    def kinds(self, at=None):
        """Return who is told of what, in words."""
        return sorted((letter.kind.value, letter.person.nip) for letter in self.send(at))
