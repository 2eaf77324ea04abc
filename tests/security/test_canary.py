"""The gate, 1: every flow is driven with words that nobody else uses; then every byte that was left is searched."""

from __future__ import annotations

import contextlib
import io
import logging
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import structlog
from django.conf import settings
from django.core import mail
from django.urls import reverse

from goldseam.core import journal
from goldseam.spaces.models import Space
from goldseam.web.logs import speak_without_content
from tests.cast import PASSPHRASE, pair, someone
from tests.security import flows, leftovers
from tests.visitors import visitor

# Real commits: the words must have had every chance to reach a file.
pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")

WORD = "Vermillionzebrafish"


@pytest.fixture
def spoken(
    capfd: pytest.CaptureFixture[str],
) -> Iterator[Callable[[], bytes]]:
    """All that the product's own logging says, and all that anything prints past it."""
    root, request = logging.getLogger(), logging.getLogger("django.request")
    before = (root.handlers, root.level, request.level, threading.excepthook)
    with contextlib.redirect_stderr(io.StringIO()) as paper:
        speak_without_content()
        yield lambda: (paper.getvalue() + "".join(capfd.readouterr())).encode()
    root.handlers, root.level, request.level, threading.excepthook = before
    logging.captureWarnings(False)
    structlog.reset_defaults()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where anything that makes a temporary file would make it."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def scene() -> flows.Scene:
    alice, bob, third = (someone(f"{name}{WORD}") for name in ("Alice", "Bob", "Third"))
    space = pair(alice, bob)
    return flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third), [PASSPHRASE])


def break_something(scene: flows.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error with words in it, in the middle of a page that was sent words."""

    def broken(*, id: str, text: str) -> None:
        raise ValueError(f"cannot keep {text}")

    scene.at_alice.raise_request_exception = False
    with monkeypatch.context() as patched:
        patched.setattr(journal, "write", broken)
        answer = scene.at_alice.post("/mine/journal/", {"page": str(uuid4()), "text": f"broken {WORD}"})
    # The words come back to who sent them, in a field; nothing tells of the error.
    assert answer.status_code == 500 and answer.content.decode().count(WORD) == 1
    assert b"cannot keep" not in answer.content and f"\nbroken {WORD}</textarea>".encode() in answer.content
    scene.at_alice.raise_request_exception = True


def test_no_word_is_left_anywhere(
    scene: flows.Scene,
    spoken: Callable[[], bytes],
    temporary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with flows.listening() as heard:
        # What was shared comes first: without a letter, opening one and answering it would be no act.
        for flow in [*flows.SHARED, *flows.PRIVATE]:
            flow(scene, WORD)
        break_something(scene, monkeypatch)
        scene.secrets += [m.value for client in scene.browsers for m in client.cookies.values() if m.value]
        before = [*leftovers.databases(), *leftovers.backup(tmp_path)]
        for flow in flows.ENDINGS:
            flow(scene, WORD)
    places = [*before, *leftovers.databases(), *leftovers.files(temporary, Path(settings.DATA))]
    places += [("logs", spoken()), ("mail", repr(getattr(mail, "outbox", [])).encode())]
    assert b"library" in dict(places)["logs"] or b"broken" in dict(places)["logs"]
    cookies = [morsel.value for client in scene.browsers for morsel in client.cookies.values()]
    assert leftovers.found([WORD], [("cookies", "\n".join(cookies).encode())]) == []
    assert leftovers.found([WORD], [("addresses", "\n".join(heard.addresses).encode())]) == []
    assert len(scene.secrets) > 8
    assert leftovers.found([WORD, *scene.secrets], places) == []


def test_no_cookie_is_in_the_session_store() -> None:
    client = visitor(someone("Alice"))
    client.get("/home/")
    stored = list(leftovers.databases())
    for name in (settings.SESSION_COOKIE_NAME, settings.UNLOCK_COOKIE_NAME):
        value = client.cookies[name].value
        assert leftovers.found([value], stored) == []
        if name == settings.UNLOCK_COOKIE_NAME:
            assert not any(bytes.fromhex(value) in content for _, content in stored)


def test_no_key_of_the_server_is_in_a_database_or_a_backup(tmp_path: Path) -> None:
    someone("Alice")
    keys = [file.read_bytes().strip() for file in (Path(settings.DATA) / "keys").iterdir()]
    assert len(keys) >= 4
    for place, content in [*leftovers.databases(), *leftovers.backup(tmp_path)]:
        assert not any(key in content for key in keys), place


@pytest.mark.parametrize("spelling", range(len(leftovers.spellings(WORD))))
def test_the_search_would_notice(spelling: int) -> None:
    """A check that cannot fail is none."""
    kept = leftovers.spellings(WORD[:9])[spelling]
    Space.objects.create(state=kept.decode()[:10]) if spelling < 3 else None
    assert leftovers.found([WORD[:9]], [("a place", b"before" + kept + b"after")])
    assert spelling >= 3 or leftovers.found([WORD[:9]], list(leftovers.databases()))


def test_a_page_over_closed_keys_keeps_its_words_in_the_page_alone(scene: flows.Scene) -> None:
    """What is sent too late travels back to its writer, and lies nowhere in between."""
    closed = visitor(scene.alice, private=False)
    answer = closed.post(reverse("journal:search"), {"words": f"late {WORD}"})
    assert answer.status_code == 403 and f"late {WORD}".encode() in answer.content
    assert leftovers.found([WORD], list(leftovers.databases())) == []
