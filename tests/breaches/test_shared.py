"""What one of two chose to show: the private questions first, both accounts side by side, and taking back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.breaches import accounts
from goldseam.core.base import VaultKind
from goldseam.log.models import EntryRow
from goldseam.spaces import leaving, pairing
from tests.cast import Someone, pair, someone
from tests.pages import close, fields, open_over, sent, text
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def bob() -> Someone:
    return someone("Bob")


@pytest.fixture
def space(alice: Someone, bob: Someone) -> UUID:
    return pair(alice, bob)


@pytest.fixture
def at_alice(alice: Someone, space: UUID) -> Client:
    return visitor(alice)


@pytest.fixture
def at_bob(bob: Someone, space: UUID) -> Client:
    return visitor(bob)


def index(space: UUID) -> str:
    return reverse("breaches:shared", args=[space])


def share(space: UUID) -> str:
    return reverse("breaches:share", args=[space])


def beside(space: UUID, breach: str) -> str:
    return reverse("breaches:share_beside", args=[space, breach])


def said(**more: Any) -> dict[str, Any]:
    return {
        "account": str(uuid4()),
        "kinds": ["lie_or_hidden"],
        "words": "I hid the loan.",
        "role": "broke_trust",
        "believe": "yes",
        "afraid": "no",
    } | more


def standing(who: Someone, space: UUID) -> list[list[tuple[bool, str]]]:
    """What the log holds, seen by one of the two: mine or not, and the words."""
    house = who.house()
    both = accounts.shown(house, house.space(space)).values()
    return [[(side.mine, side.body.words) for side in one.sides] for one in both]


def breach_of(who: Someone, space: UUID) -> str:
    house = who.house()
    (id,) = accounts.shown(house, house.space(space))
    return id


# Showing


def test_an_account_is_shown_to_both_and_names_no_part_of_the_other(
    at_alice: Client, at_bob: Client, space: UUID
) -> None:
    sent(at_bob.post(share(space), fields(at_bob.get(share(space))) | said()))
    for page in (text(at_alice.get(index(space))), text(at_bob.get(index(space)))):
        assert "I hid the loan." in page
        assert "A lie, or something hidden" in page
    assert "says they broke trust" in text(at_alice.get(index(space)))
    assert "I broke trust" in text(at_bob.get(index(space)))


def test_the_page_says_who_will_read_it_before_and_after(at_bob: Client, space: UUID) -> None:
    assert "Only you, until you show it" in text(at_bob.get(share(space)))
    assert "Write it for <bdi>Alice</bdi> to read." in text(at_bob.get(share(space)))
    assert "You and <bdi>Alice</bdi>" in text(at_bob.get(index(space)))


def test_each_sees_the_own_account_first(
    at_alice: Client, at_bob: Client, alice: Someone, bob: Someone, space: UUID
) -> None:
    sent(at_bob.post(share(space), said()))
    path = beside(space, breach_of(bob, space))
    sent(
        at_alice.post(path, fields(at_alice.get(path)) | said(words="I was told I imagined it.", role="hurt"))
    )
    assert standing(alice, space) == [[(True, "I was told I imagined it."), (False, "I hid the loan.")]]
    assert standing(bob, space) == [[(True, "I hid the loan."), (False, "I was told I imagined it.")]]
    assert "Each of you has said your own part" in text(at_bob.get(index(space)))
    assert "Put your own account beside it" not in text(at_alice.get(index(space)))


def test_a_part_that_is_not_said_shows_as_nothing(at_alice: Client, at_bob: Client, space: UUID) -> None:
    form = said()
    del form["role"]
    sent(at_bob.post(share(space), form))
    assert '<p class="small quiet">A lie, or something hidden</p>' in text(at_alice.get(index(space)))


@pytest.mark.parametrize("role", ["i_see_it_differently", "hurt"])
def test_what_is_disputed_stands_side_by_side_and_asks_for_nothing(
    role: str, at_alice: Client, at_bob: Client, bob: Someone, space: UUID
) -> None:
    sent(at_bob.post(share(space), said(role=role, words="It was not like that.")))
    sent(at_alice.post(beside(space, breach_of(bob, space)), said(role="hurt", words="It was.")))
    for browser in (at_alice, at_bob):
        page = text(browser.get(index(space)))
        assert "You see it differently. Both accounts stand" in page
        for pressed in ("apolog", "Apolog", "confess", "account beside"):
            assert pressed not in page
        home = text(browser.get(reverse("journey:home"), {"open": ""}))
        for step in ("An apology", "An account of what happened", "First words"):
            assert step not in home


def test_an_account_alone_has_no_standing_between_two(at_alice: Client, at_bob: Client, space: UUID) -> None:
    sent(at_bob.post(share(space), said(role="i_see_it_differently")))
    page = text(at_alice.get(index(space)))
    assert "Both accounts stand" not in page
    assert "sees it differently" in page


# The two questions


UNSURE = [("no", "no"), ("yes", "yes"), ("yes", "unsure"), ("no", "yes"), ("unsure", "yes"), ("no", "unsure")]


@pytest.mark.parametrize(("believe", "afraid"), UNSURE)
def test_help_comes_first_where_there_is_fear_or_no_belief(
    believe: str, afraid: str, at_bob: Client, bob: Someone, space: UUID
) -> None:
    asked = at_bob.post(share(space), said(believe=believe, afraid=afraid))
    assert asked.status_code == 422
    page = text(asked)
    assert "Before you show this" in page
    assert page.index("Before you show this") < page.index('name="words"')
    assert page.count("btn go") == 2  # not to show it, and the way back in of the page that closes over it
    assert standing(bob, space) == []
    assert fields(asked)["words"] == ["I hid the loan."]
    # Who is afraid is never trapped: after the help it can be shown.
    assert not {"believe", "afraid"} & fields(asked).keys()
    again = at_bob.post(share(space), fields(asked))
    assert again.status_code == 422 and standing(bob, space) == []
    sent(at_bob.post(share(space), fields(asked) | {"knowing": "1"}))
    assert standing(bob, space) == [[(True, "I hid the loan.")]]


@pytest.mark.parametrize("believe", ["yes", "unsure"])
def test_without_fear_and_without_disbelief_it_is_shown(believe: str, at_bob: Client, space: UUID) -> None:
    assert sent(at_bob.post(share(space), said(believe=believe))) == index(space)


def test_the_answers_are_kept_nowhere(at_bob: Client, bob: Someone, space: UUID) -> None:
    """The same account shown after different answers leaves the same behind, and no answer comes back."""
    left = []
    for answers in ({"believe": "no", "afraid": "yes", "knowing": "1"}, {"believe": "yes", "afraid": "no"}):
        before = EntryRow.objects.count()
        sent(at_bob.post(share(space), said(**answers)))
        entry = bob.house().lines(VaultKind.SHARED, space)[-1].entry
        assert entry is not None
        left.append((EntryRow.objects.count() - before, entry.body.role, entry.body.words, entry.body.kinds))
        assert not {"believe", "afraid"} & fields(at_bob.get(share(space))).keys()
    assert left[0] == left[1]


# What does not fit


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"kinds": []}, "kinds", "Choose at least one."),
        ({"kinds": ["no_such_kind"]}, "kinds", "Choose one of what is shown."),
        ({"words": ""}, "words", "Write a few words first."),
        ({"words": "\x00\u200b"}, "words", "Write a few words first."),
        ({"words": "x" * 20_001}, "words", "20,000 characters fit"),
        ({"words": "wörter " * 140_000}, "words", "20,000 characters fit"),
        ({"role": "guilty"}, "role", "Choose one of what is shown."),
        ({"believe": ""}, "believe", "Answer this for yourself."),
        ({"afraid": ""}, "afraid", "Answer this for yourself."),
        ({"afraid": "very"}, "afraid", "Choose one of what is shown."),
    ],
)
def test_what_does_not_fit_is_said_beside_it_and_shows_nothing(
    wrong: dict[str, Any], field: str, says: str, at_bob: Client, bob: Someone, space: UUID
) -> None:
    refused = at_bob.post(share(space), said() | wrong)
    assert refused.status_code == 422
    assert says in text(refused).split(f'id="id_{field}-err"')[1].split("</p>")[0]
    if "\x00" not in (words := (said() | wrong)["words"]):
        assert fields(refused)["words"] == [words]
    assert standing(bob, space) == []


def test_a_double_click_shows_it_once(at_bob: Client, bob: Someone, space: UUID) -> None:
    form = said(words="Once.\r\nOnly.")
    assert sent(at_bob.post(share(space), form)) == sent(at_bob.post(share(space), form)) == index(space)
    assert len(standing(bob, space)) == 1


def test_a_double_click_beside_the_other_shows_it_once(
    at_alice: Client, at_bob: Client, bob: Someone, space: UUID
) -> None:
    sent(at_bob.post(share(space), said()))
    path, form = beside(space, breach_of(bob, space)), said(role="hurt")
    assert sent(at_alice.post(path, form)) == sent(at_alice.post(path, form)) == index(space)


def test_other_words_in_a_second_tab_are_not_lost(
    at_alice: Client, at_bob: Client, alice: Someone, bob: Someone, space: UUID
) -> None:
    sent(at_bob.post(share(space), said()))
    path = beside(space, breach_of(bob, space))
    sent(at_alice.post(path, said(words="in one tab", role="hurt")))
    refused = at_alice.post(path, said(words="in the other", role="hurt"))
    assert refused.status_code == 422
    assert fields(refused)["words"] == ["in the other"]
    assert "in the other" not in str(standing(alice, space))


def test_who_has_shown_theirs_is_led_to_where_it_stands(at_bob: Client, bob: Someone, space: UUID) -> None:
    sent(at_bob.post(share(space), said()))
    answer = at_bob.get(beside(space, breach_of(bob, space)))
    assert (answer.status_code, answer.headers["Location"]) == (302, index(space))


def test_words_stay_where_the_other_took_theirs_back_meanwhile(
    at_alice: Client, at_bob: Client, alice: Someone, bob: Someone, space: UUID
) -> None:
    sent(at_bob.post(share(space), said()))
    breach = breach_of(bob, space)
    sent(at_bob.post(reverse("breaches:take_back", args=[space, breach])))
    asked = at_alice.post(beside(space, breach), said(words="Beside nothing now.", role="hurt"))
    assert asked.status_code == 422
    assert "was taken back" in text(asked)
    assert fields(asked)["words"] == ["Beside nothing now."]
    assert standing(alice, space) == []
    sent(at_alice.post(share(space), fields(asked) | {"believe": "yes", "afraid": "no"}))
    assert standing(alice, space) == [[(True, "Beside nothing now.")]]


def test_what_is_beside_nothing_is_not_found(at_alice: Client, space: UUID) -> None:
    nowhere = beside(space, str(uuid4()))
    assert at_alice.get(nowhere).status_code == 404
    assert at_alice.post(nowhere, said(words="")).status_code == 404


@pytest.mark.parametrize("tier", ["shared", "private"])
def test_words_outlive_keys_that_close_while_one_writes(
    tier: str, at_bob: Client, bob: Someone, space: UUID
) -> None:
    form = fields(at_bob.get(share(space))) | said(words="Two\nlines & <more>")
    close(at_bob, tier)
    answer = open_over(at_bob, share(space), at_bob.post(share(space), form))
    # The two private answers are not kept on the page that asks for the passphrase: they are asked again.
    assert answer.status_code == 422 and not {"believe", "afraid"} & fields(answer).keys()
    sent(at_bob.post(share(space), fields(answer) | {"believe": "yes", "afraid": "no"}))
    assert standing(bob, space) == [[(True, "Two\nlines & <more>")]]


# Paused, parted, alone


def test_nothing_is_shown_while_it_is_paused(
    at_bob: Client, alice: Someone, bob: Someone, space: UUID
) -> None:
    leaving.pause_space(alice.house(), space)
    refused = at_bob.post(share(space), said())
    assert refused.status_code == 422
    assert "This place is paused." in text(refused)
    assert fields(refused)["words"] == ["I hid the loan."]
    assert "Paused." in text(at_bob.get(index(space)))
    assert "Show something to" not in text(at_bob.get(index(space)))
    assert at_bob.get(share(space)).status_code == 302
    assert standing(bob, space) == []


def test_nothing_is_shown_after_parting_and_the_words_stay(
    at_bob: Client, alice: Someone, space: UUID
) -> None:
    leaving.leave_space(alice.house(), space)
    refused = at_bob.post(share(space), said())
    assert refused.status_code == 422
    assert "The pairing has ended." in text(refused)
    assert fields(refused)["words"] == ["I hid the loan."]


def test_alone_there_is_nobody_to_show_it_to() -> None:
    alice = someone("Alice")
    space = pairing.start_space(alice.house())
    browser = visitor(alice)
    assert browser.get(index(space)).headers["Location"] == reverse("spaces:room", args=[space])
    assert browser.get(share(space)).status_code == 302
    refused = browser.post(share(space), said())
    assert "Nobody has joined you here yet." in text(refused)


@pytest.fixture(params=["active", "paused", "separated"])
def shown(
    request: Any, at_alice: Client, at_bob: Client, alice: Someone, bob: Someone, space: UUID
) -> Iterator[str]:
    """Both have shown theirs; then the space is as it is."""
    sent(at_bob.post(share(space), said()))
    breach = breach_of(bob, space)
    sent(at_alice.post(beside(space, breach), said(role="hurt", words="I was told I imagined it.")))
    if request.param == "paused":
        leaving.pause_space(alice.house(), space)
    if request.param == "separated":
        leaving.leave_space(alice.house(), space)
    yield breach


def test_an_own_account_can_be_taken_back_always(
    shown: str, at_alice: Client, at_bob: Client, alice: Someone, space: UUID
) -> None:
    path = reverse("breaches:take_back", args=[space, shown])
    assert "Take back what you wrote" in text(at_bob.get(index(space)))
    assert sent(at_bob.post(path)) == sent(at_bob.post(path)) == index(space)
    for page in (text(at_alice.get(index(space))), text(at_bob.get(index(space)))):
        assert "I hid the loan." not in page
        assert "I was told I imagined it." in page
    assert standing(alice, space) == [[(True, "I was told I imagined it.")]]


def test_a_link_takes_nothing_back(shown: str, at_bob: Client, bob: Someone, space: UUID) -> None:
    assert at_bob.get(reverse("breaches:take_back", args=[space, shown])).status_code == 405
    assert len(standing(bob, space)[0]) == 2


def test_an_archive_opens_only_with_the_private_tier(
    alice: Someone, bob: Someone, at_bob: Client, space: UUID
) -> None:
    sent(at_bob.post(share(space), said()))
    breach = breach_of(bob, space)
    leaving.leave_space(alice.house(), space)
    browser = visitor(bob, private=False)
    closed = browser.get(index(space))
    assert closed.status_code == 403
    assert "I hid the loan." not in text(closed)
    path = reverse("breaches:take_back", args=[space, breach])
    sent(open_over(browser, path, browser.post(path)))
    assert standing(bob, space) == []


def test_without_a_name_the_other_is_the_other(
    at_alice: Client, at_bob: Client, alice: Someone, bob: Someone, space: UUID
) -> None:
    sent(at_alice.post(share(space), said(role="hurt")))
    leaving.leave_space(bob.house(), space)
    leaving.erase_own_words(bob.house(), space)
    page = text(at_alice.get(index(space)))
    assert "None" not in page
    assert "You and <bdi>the other</bdi>" in page


# Others


@pytest.mark.parametrize("name", ["Charlie", "Dana"])
def test_a_stranger_finds_nothing(name: str, at_bob: Client, bob: Someone, space: UUID) -> None:
    sent(at_bob.post(share(space), said()))
    breach = breach_of(bob, space)
    stranger = visitor(someone(name))
    paths = [index(space), share(space), beside(space, breach)]
    assert [stranger.get(path).status_code for path in paths] == [404] * 3
    posts = [*paths[1:], reverse("breaches:take_back", args=[space, breach])]
    assert [stranger.post(path, said()).status_code for path in posts] == [404] * 3


def test_nobody_takes_back_what_is_the_others(
    at_alice: Client, at_bob: Client, bob: Someone, space: UUID
) -> None:
    sent(at_bob.post(share(space), said()))
    sent(at_alice.post(reverse("breaches:take_back", args=[space, breach_of(bob, space)])))
    assert standing(bob, space) == [[(True, "I hid the loan.")]]


def test_what_is_named_in_private_changes_nothing_that_is_shared(
    at_alice: Client, at_bob: Client, space: UUID
) -> None:
    before = seen(at_bob, index(space))
    sent(
        at_alice.post(
            reverse("breaches:new"),
            {"breach": str(uuid4()), "kinds": ["lie_or_hidden"], "own_view": "mine alone", "role": "hurt"},
        )
    )
    assert seen(at_bob, index(space)) == before


# Looking at it first


def test_before_it_is_shown_one_sees_what_the_other_will_see(
    at_alice: Client, at_bob: Client, space: UUID
) -> None:
    written = {key: value for key, value in said().items() if key not in ("believe", "afraid")}
    looked = at_bob.post(share(space), written | {"look": "1"})
    assert looked.status_code == 200
    assert (
        "This is what" in text(looked)
        and "I hid the loan." in text(looked)
        and "Show this to" in text(looked)
    )
    assert "Answer this for yourself" not in text(looked)
    assert "I hid the loan." not in text(at_alice.get(index(space)))
    sent(at_bob.post(share(space), fields(looked) | {"believe": "yes", "afraid": "no"}))
    assert "I hid the loan." in text(at_alice.get(index(space)))


@pytest.mark.parametrize("wrong", [{"words": " "}, {"kinds": []}, {"words": "x" * 20_001}])
def test_looking_at_what_cannot_be_shown_says_why_and_keeps_the_words(
    at_bob: Client, space: UUID, wrong: dict[str, Any]
) -> None:
    looked = at_bob.post(share(space), said() | wrong | {"look": "1"})
    assert looked.status_code == 422 and 'aria-invalid="true"' in text(looked)
    assert "See what" in text(looked)


def test_after_looking_one_goes_back_to_writing_and_nothing_is_shown_or_lost(
    at_alice: Client, at_bob: Client, space: UUID
) -> None:
    """Whatever else is sent with it, also answers that would show it."""
    before = seen(at_alice, index(space))
    looked = at_bob.post(share(space), said() | {"look": "1"})
    back = at_bob.post(share(space), said() | fields(looked) | {"change": "1"})
    assert back.status_code == 200 and "I hid the loan." in text(back) and "See what" in text(back)
    assert 'aria-invalid="true"' not in text(back) and "Answer this for yourself" not in text(back)
    again = at_bob.post(share(space), fields(back) | {"words": "I hid the loan for a year.", "look": "1"})
    assert again.status_code == 200 and "for a year" in text(again)
    assert seen(at_alice, index(space)) == before
