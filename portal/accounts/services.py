from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from wagtail.users.models import UserProfile

from portal.accounts import mail
from portal.accounts.models import User
from portal.core.mail import queue


@transaction.atomic
def add_person(
    *,
    email: str,
    name: str = "",
    password: str | None = None,
    is_verified: bool = False,
    is_staff: bool = False,
    is_superuser: bool = False,
) -> User:
    """A person who may sign in; without a password by a code sent to the address.

    `is_verified`: somebody already knows that the address is theirs, so a password opens the door at once.
    IntegrityError when the address is taken, in whatever case it is written.
    """
    person = User.objects.create_user(
        email, password, name=name, is_staff=is_staff, is_superuser=is_superuser
    )
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=is_verified)
    return person


@transaction.atomic
def follow_address(*, person: User) -> None:
    """After `person.email` was changed for them: the old address opens nothing any more, the new must be proved.

    Whoever reads mail at the old one is told.
    """
    old = EmailAddress.objects.filter(user=person).exclude(email=person.email)
    _tell_of_change(person, list(old.values_list("email", flat=True)))
    old.delete()
    address = {"user": person, "email": person.email}
    _, is_new = EmailAddress.objects.get_or_create(**address, defaults={"primary": True})
    if is_new:
        # Whoever came in through the city's identity provider had the old one.
        SocialAccount.objects.filter(user=person).delete()


@transaction.atomic
def confirm_address(*, person: User, proved: list[str]) -> None:
    """Somebody trusted has `proved` these addresses: if the person's own is one of them, no code is asked for."""
    if person.email in proved and not EmailAddress.objects.filter(email=person.email, verified=True).exists():
        facts = {"verified": True, "primary": True}
        EmailAddress.objects.update_or_create(user=person, email=person.email, defaults=facts)


@transaction.atomic
def end_wishes_for(*, email: str) -> None:
    """Its owner is here: nobody else goes on waiting to change to this address."""
    wished = EmailAddress.objects.filter(email__iexact=email, verified=False)
    wished.exclude(user__email__iexact=email).delete()


@transaction.atomic
def begin_account(*, person: User) -> None:
    """For somebody just added without a password: they come in by a code sent to their address."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    follow_address(person=person)


@transaction.atomic
def close_account(*, person: User) -> None:
    """Nobody gets in with this account any more, wherever they are signed in now."""
    person.is_active = False
    person.save(update_fields=["is_active"])
    for session in UserSession.objects.filter(user=person):
        session.end()


def _tell_of_change(person: User, addresses: list[str]) -> None:
    with translation.override(UserProfile.get_for_user(person).get_preferred_language()):
        for address in addresses:
            subject, text = mail.compose("account/email/email_changed", {})
            queue(EmailMessage(subject, text, to=[address]))
