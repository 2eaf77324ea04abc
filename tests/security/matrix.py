"""Who may see what: one line for every address. An address that is missing here fails the test.

The first word says what a page needs: `open` to all, `person` a sign-in, `shared` or `private` that tier,
and `in space` that the visitor is a member of the space in the address.
"""

from __future__ import annotations

MATRIX: dict[str, str] = {
    "web:leave": "open",
    "web:aside": "open",
    "web:healthz": "open",
    "accounts:sign_up": "open",
    "accounts:sign_in": "open",
    "accounts:sign_out": "open",
    "accounts:recover": "open",
    "accounts:goodbye": "open",
    "accounts:settings": "shared",
    "accounts:passphrase": "shared",
    "accounts:recovery": "shared",
    "accounts:new_code": "shared",
    "accounts:sessions": "private",
    "accounts:email": "private",
    "accounts:delete": "shared",
    "keys:unlock": "person",
    "keys:changed": "person",
    "keys:lock": "person",
    "journey:front": "open",
    "journey:door": "open",
    "journey:home": "shared",
    "journey:news": "shared",
    "journey:mine": "shared",
    "journey:not_today": "shared",
    "journey:enough": "shared",
    "journey:day": "shared",
    "journey:zone": "shared",
    "help:index": "open",
    "help:page": "open",
    "journal:index": "shared",
    "journal:search": "private",
    "journal:page": "private",
    "journal:delete": "private",
    "breaches:index": "shared",
    "breaches:new": "shared",
    "breaches:edit": "private",
    "breaches:delete": "private",
    "breaches:shared": "shared in space",
    "breaches:share": "private in space",
    "breaches:share_beside": "private in space",
    "breaches:take_back": "shared in space",
    "letters:index": "shared in space",
    "letters:new": "shared in space",
    "letters:write": "shared in space",
    "letters:keep": "shared in space",
    "letters:send": "private in space",
    "letters:discard": "private in space",
    "letters:letter": "shared in space",
    "letters:open": "shared in space",
    "letters:put_away": "shared in space",
    "letters:take_up": "shared in space",
    "letters:answer": "shared in space",
    "letters:take_back": "shared in space",
    "letters:revise": "private in space",
    "letters:withdraw": "shared in space",
    "spaces:index": "shared",
    "spaces:invite": "private",
    "spaces:accept": "private",
    "spaces:room": "shared in space",
    "spaces:new_code": "private in space",
    "spaces:pause": "shared in space",
    "spaces:resume": "private in space",
    "spaces:leave": "shared in space",
    "spaces:forget": "private in space",
}

# Every address with an id in it, other than a space's, is in one of the three tables below: another test fails where
# one is missing.

# Addresses of things that belong to one person alone, by an id that nobody else is given.
OWN = (
    "journal:page",
    "journal:delete",
    "breaches:edit",
    "breaches:delete",
    "letters:write",
    "letters:keep",
    "letters:send",
    "letters:discard",
)

# Addresses of things that both see, and whose the form is: of the one who made the thing, of the other, of nobody.
OF_BOTH: dict[str, str] = {
    "breaches:share_beside": "other",
    "breaches:take_back": "maker",
    "letters:letter": "nobody",
    "letters:open": "other",
    "letters:put_away": "other",
    "letters:take_up": "other",
    "letters:answer": "other",
    "letters:take_back": "other",
    "letters:revise": "maker",
    "letters:withdraw": "maker",
}

# Addresses of what everybody may read: words that come with the house.
CONTENT = ("journey:door", "help:page")
