"""What happened, for oneself: named, revised, erased; closed and open; and everything that can be typed."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.breaches.told import told
from goldseam.content import words
from goldseam.core.breaches import BreachNamed
from tests.cast import Someone, someone
from tests.pages import close, fields, open_over, sent, text
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db

INDEX, NEW = reverse("breaches:index"), reverse("breaches:new")
KEPT = f"{INDEX}?kept"


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def browser(alice: Someone) -> Client:
    return visitor(alice)


def said(**more: Any) -> dict[str, Any]:
    """A whole form as somebody fills it in."""
    return {
        "breach": str(uuid4()),
        "kinds": ["lie_or_hidden"],
        "size": "one_event",
        "when_words": "last spring",
        "own_view": "I asked, and was told that I imagined it.",
        "role": "hurt",
    } | more


def kept(who: Someone) -> list[BreachNamed]:
    return [one.body for one in told(who.house()).values()]


def named(who: Someone, browser: Client, **more: Any) -> UUID:
    sent(browser.post(NEW, said(**more)))
    return UUID(list(told(who.house()))[-1])


# Naming


def test_what_is_named_is_kept_and_read_again(alice: Someone, browser: Client) -> None:
    place = sent(browser.post(NEW, fields(browser.get(NEW)) | said()))
    page = text(browser.get(place))
    assert "Saved. Only you have these words." in page
    assert "A lie, or something hidden" in page
    assert "last spring" in page
    assert "I was hurt" in page
    (body,) = kept(alice)
    assert body.own_view == "I asked, and was told that I imagined it."


def test_one_word_for_the_kind_is_enough(alice: Someone, browser: Client) -> None:
    sent(browser.post(NEW, fields(browser.get(NEW)) | {"kinds": ["drifting_apart"]}))
    (body,) = kept(alice)
    assert (body.size, body.role, body.own_view) == ("not_sure", "not_said", "")


def test_every_kind_is_offered_with_a_plain_line(browser: Client) -> None:
    page = text(browser.get(NEW))
    for kind in words().breaches.kinds.values():
        assert f"<b>{kind.title}</b><small>{kind.line}</small>" in page


def test_no_part_is_chosen_for_anybody(browser: Client) -> None:
    assert not {"role", "size", "kinds", "second_to"} & fields(browser.get(NEW)).keys()


def test_second_to_what_counts_only_where_it_fits(alice: Someone, browser: Client) -> None:
    sent(browser.post(NEW, said(kinds=["second_to_something"], second_to=["work", "screens"])))
    sent(browser.post(NEW, said(kinds=["drifting_apart"], second_to=["work"])))
    assert [list(body.second_to) for body in kept(alice)] == [["work", "screens"], []]


def test_naming_works_while_the_pages_are_closed(alice: Someone) -> None:
    browser = visitor(alice, private=False)
    page = text(browser.get(sent(browser.post(NEW, said()))))
    assert "Saved. Only you have these words." in page
    assert "last spring" not in page
    assert len(kept(alice)) == 1


def test_a_double_click_names_it_once(alice: Someone, browser: Client) -> None:
    form = said()
    assert sent(browser.post(NEW, form)) == sent(browser.post(NEW, form)) == KEPT
    assert len(kept(alice)) == 1


def test_other_words_from_a_form_that_came_back_are_kept_too(alice: Someone, browser: Client) -> None:
    form = said()
    for view in ("before Back", "after Back"):
        sent(browser.post(NEW, form | {"own_view": view}))
    assert [body.own_view for body in kept(alice)] == ["before Back", "after Back"]


def test_a_broken_id_costs_no_words(alice: Someone, browser: Client) -> None:
    sent(browser.post(NEW, said(breach="none", base="none")))
    assert len(kept(alice)) == 1


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"kinds": []}, "kinds", "Choose at least one."),
        ({"kinds": ["no_such_kind"]}, "kinds", "Choose one of what is shown."),
        ({"second_to": ["no_such_thing"]}, "second_to", "Choose one of what is shown."),
        ({"size": "enormous"}, "size", "Choose one of what is shown."),
        ({"role": "guilty"}, "role", "Choose one of what is shown."),
        ({"when_words": "x" * 201}, "when_words", "A few words are enough here."),
        ({"own_view": "x" * 20_001}, "own_view", "20,000 characters fit"),
        ({"own_view": "wörter " * 140_000}, "own_view", "20,000 characters fit"),
    ],
)
@pytest.mark.parametrize("private", [True, False])
def test_what_does_not_fit_is_said_beside_it_and_nothing_is_lost(
    wrong: dict[str, Any], field: str, says: str, private: bool, alice: Someone
) -> None:
    refused = visitor(alice, private=private).post(NEW, said() | wrong)
    assert refused.status_code == 422
    assert says in text(refused).split(f'id="id_{field}-err"')[1].split("</p>")[0]
    for name in ("own_view", "when_words"):
        assert fields(refused)[name] == [(said() | wrong)[name]]
    assert kept(alice) == []


def test_control_characters_go_and_the_words_stay(alice: Someone, browser: Client) -> None:
    sent(browser.post(NEW, said(own_view="be\x00fore\x07 after", when_words="sp\x00ring\u202e")))
    (body,) = kept(alice)
    assert (body.own_view, body.when_words) == ("before after", "spring")


def test_right_to_left_words_keep_their_direction(alice: Someone, browser: Client) -> None:
    named(alice, browser, when_words="في الربيع")
    assert "<bdi>في الربيع</bdi>" in text(browser.get(INDEX))


@pytest.mark.parametrize("closed", [("shared", "private"), ("private",)])
def test_words_outlive_keys_that_close_while_one_writes(closed: tuple[str, ...], alice: Someone) -> None:
    browser = visitor(alice)
    form = fields(browser.get(NEW)) | said(kinds=["lie_or_hidden", "broken_promises"])
    close(browser, *closed)
    answer = browser.post(NEW, form)
    if "shared" in closed:
        answer = open_over(browser, NEW, answer)
    assert sent(answer) == KEPT
    (body,) = kept(alice)
    assert [*body.kinds] == ["lie_or_hidden", "broken_promises"]
    assert body.own_view == form["own_view"]


# Reading and revising


def edit(breach: UUID) -> str:
    return reverse("breaches:edit", args=[breach])


def test_the_form_comes_back_as_it_was_filled_in(alice: Someone, browser: Client) -> None:
    form = said(kinds=["second_to_something", "drifting_apart"], second_to=["work"], size="many_small")
    sent(browser.post(NEW, form))
    (breach,) = told(alice.house())
    again = fields(browser.get(edit(UUID(breach))))
    for name in ("kinds", "second_to", "size", "when_words", "own_view", "role"):
        assert again[name] == (form[name] if isinstance(form[name], list) else [form[name]]), name


def test_it_says_what_such_a_thing_can_damage(alice: Someone, browser: Client) -> None:
    page = text(browser.get(edit(named(alice, browser, kinds=["lie_or_hidden", "broken_promises"]))))
    for kind in ("lie_or_hidden", "broken_promises"):
        for harm in words().breaches.kinds[kind].damages:
            assert f"<li>{harm}</li>" in page


def test_a_new_view_takes_the_place_of_the_old_one(alice: Someone, browser: Client) -> None:
    path = edit(named(alice, browser))
    form = fields(browser.get(path)) | {"own_view": "I see it more clearly now.", "role": "both_of_us"}
    assert sent(browser.post(path, form)) == KEPT
    (body,) = kept(alice)
    assert (body.own_view, body.role) == ("I see it more clearly now.", "both_of_us")


def test_a_double_click_on_the_new_view_is_one(alice: Someone, browser: Client) -> None:
    path = edit(named(alice, browser))
    form = fields(browser.get(path)) | {"own_view": "Once more."}
    assert sent(browser.post(path, form)) == sent(browser.post(path, form)) == KEPT


def test_two_tabs_overwrite_nothing_unseen(alice: Someone) -> None:
    one, other = visitor(alice), visitor(alice)
    path = edit(named(alice, one))
    first, second = fields(one.get(path)), fields(other.get(path))
    sent(one.post(path, first | {"own_view": "from one window"}))
    asked = other.post(path, second | {"own_view": "from the other"})
    assert asked.status_code == 422
    assert "You kept other words in another window" in text(asked)
    assert "from one window" in text(asked)
    assert fields(asked)["own_view"] == ["from the other"]
    assert [body.own_view for body in kept(alice)] == ["from one window"]
    sent(other.post(path, fields(asked)))
    assert [body.own_view for body in kept(alice)] == ["from the other"]


def test_a_view_that_was_erased_in_another_tab_keeps_its_words_on_the_page(alice: Someone) -> None:
    one, other = visitor(alice), visitor(alice)
    breach = named(alice, one)
    form = fields(other.get(edit(breach))) | {"own_view": "I had more to say."}
    sent(one.post(reverse("breaches:delete", args=[breach])))
    asked = other.post(edit(breach), form)
    assert asked.status_code == 422
    assert "You erased this in another window." in text(asked)
    assert kept(alice) == []
    sent(other.post(NEW, fields(asked)))
    assert [body.own_view for body in kept(alice)] == ["I had more to say."]


@pytest.mark.parametrize("wrong", [{"kinds": []}, {"own_view": "x" * 20_001}, {"when_words": "x" * 201}])
def test_a_new_view_that_does_not_fit_leaves_the_old_one(
    wrong: dict[str, Any], alice: Someone, browser: Client
) -> None:
    path = edit(named(alice, browser))
    refused = browser.post(path, fields(browser.get(path)) | wrong)
    assert refused.status_code == 422
    assert [body.own_view for body in kept(alice)] == [said()["own_view"]]


def test_a_new_view_outlives_keys_that_close(alice: Someone, browser: Client) -> None:
    path = edit(named(alice, browser))
    form = fields(browser.get(path)) | {"own_view": "Two\nlines & <more>", "kinds": ["drifting_apart"]}
    close(browser, "private")
    assert sent(open_over(browser, path, browser.post(path, form))) == KEPT
    (body,) = kept(alice)
    assert (body.own_view, [*body.kinds]) == ("Two\nlines & <more>", ["drifting_apart"])


# Erasing


def test_what_is_erased_is_gone(alice: Someone, browser: Client) -> None:
    breach = named(alice, browser)
    path = reverse("breaches:delete", args=[breach])
    assert sent(browser.post(path)) == sent(browser.post(path)) == INDEX
    assert browser.get(edit(breach)).status_code == 404
    assert "Nothing is named yet." in text(browser.get(INDEX))


# Closed, and others


def test_a_closed_page_is_the_same_whatever_it_holds(alice: Someone, browser: Client) -> None:
    closed = visitor(alice, private=False)
    empty = seen(closed, INDEX)
    for _ in range(2):
        named(alice, browser)
        assert seen(closed, INDEX) == empty
    assert fields(closed.get(INDEX))["next"] == [INDEX]
    assert closed.get(edit(UUID(next(iter(told(alice.house())))))).status_code == 403


@pytest.mark.parametrize("name", ["Bob", "Charlie", "Dana"])
def test_nobody_else_finds_it(name: str, alice: Someone, browser: Client) -> None:
    breach = named(alice, browser)
    other = visitor(someone(name))
    assert other.get(edit(breach)).status_code == 404
    assert other.post(edit(breach), {}).status_code == 404
    other.post(edit(breach), said(own_view="of somebody else"))
    other.post(reverse("breaches:delete", args=[breach]))
    assert [body.own_view for body in kept(alice)] == [said()["own_view"]]
