"""Handing the server's keys out and taking them back: all of them, the right ones, or none."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from goldseam.upkeep import CannotGoOn, asking, keyfiles
from goldseam.upkeep.keyfiles import export_keys, handed_out, import_keys, read_keys
from goldseam.web.serverkeys import load_server_keys
from tests.vault.strategies import CHEAP

PASSPHRASE = "six words that only tests know"
said: list[str] = []


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    load_server_keys(folder / "keys")
    return folder


def export(data: Path, target: Path, passphrase: str = PASSPHRASE) -> Path:
    export_keys(data, target, lambda: passphrase, said.append, cost=CHEAP, floor=CHEAP)
    return target


def take_back(data: Path, source: Path, passphrase: str = PASSPHRASE) -> None:
    data.mkdir(exist_ok=True)
    import_keys(data, source, lambda: passphrase, said.append, floor=CHEAP)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_keys_come_back_as_they_were_on_a_new_machine(data: Path, tmp_path: Path) -> None:
    file = export(data, tmp_path / "kept")
    new = tmp_path / "new"
    take_back(new, file)
    assert read_keys(new) == read_keys(data)
    assert load_server_keys(new / "keys").made == ()
    for made in (file, *(new / "keys").iterdir()):
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE((new / "keys").stat().st_mode) == 0o700
    assert not any(key in file.read_bytes() for key in read_keys(data).values())
    assert not (new / "keys.part").exists()


def test_importing_what_is_there_changes_nothing_and_a_lost_key_comes_back(
    data: Path, tmp_path: Path
) -> None:
    file = export(data, tmp_path / "kept")
    before = everything(data / "keys")
    take_back(data, file)
    (data / "keys" / "names.key").unlink()
    take_back(data, file)
    assert everything(data / "keys") == before


def test_other_keys_are_never_overwritten(data: Path, tmp_path: Path) -> None:
    file = export(data, tmp_path / "kept")
    other = tmp_path / "other"
    load_server_keys(other / "keys")
    (other / "keys" / "django.key").unlink()
    before = everything(other)
    with pytest.raises(CannotGoOn, match="holds another key"):
        take_back(other, file)
    assert everything(other) == before


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart_and_change_nothing(
    data: Path, tmp_path: Path
) -> None:
    file = export(data, tmp_path / "kept")
    whole, new = file.read_bytes(), tmp_path / "new"
    with pytest.raises(CannotGoOn, match="not the passphrase"):
        take_back(new, file, "six words that nobody knows at all")
    for bad in (whole[:-1], whole[: len(whole) // 2], whole[:100] + b"\0\0" + whole[102:]):
        file.write_bytes(bad)
        with pytest.raises(CannotGoOn, match="is damaged"):
            take_back(new, file)
    for none in (b"", b"a letter"):
        file.write_bytes(none)
        with pytest.raises(CannotGoOn, match="is no file that"):
            take_back(new, file)
    file.unlink()
    with pytest.raises(CannotGoOn, match="cannot be read"):
        take_back(new, file)
    assert everything(new) == {}


def test_nothing_is_asked_about_a_damaged_file(data: Path, tmp_path: Path) -> None:
    file = export(data, tmp_path / "kept")
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(CannotGoOn, match="is damaged"):
        import_keys(tmp_path / "new", file, lambda: pytest.fail("asked"), said.append)


def test_a_file_that_lacks_a_key_is_refused(data: Path, tmp_path: Path) -> None:
    from goldseam.vault import seal_server_keys

    some = {name: key for name, key in read_keys(data).items() if name != "reveals"}
    (tmp_path / "kept").write_bytes(seal_server_keys(some, PASSPHRASE, cost=CHEAP, floor=CHEAP))
    with pytest.raises(CannotGoOn, match="lacks the key “reveals”"):
        take_back(tmp_path / "new", tmp_path / "kept")
    assert everything(tmp_path / "new") == {}


def test_a_key_that_is_missing_or_cut_is_not_exported(data: Path, tmp_path: Path) -> None:
    place = data / "keys" / "contacts.key"
    place.write_bytes(b"short")
    with pytest.raises(CannotGoOn, match=r"contacts\.key is no key"):
        export(data, tmp_path / "kept")
    place.unlink()
    with pytest.raises(CannotGoOn, match=r"contacts\.key cannot be read"):
        export(data, tmp_path / "kept")
    with pytest.raises(CannotGoOn, match="There is no data"):
        export(tmp_path / "nowhere", tmp_path / "kept")
    assert not place.exists() and not (tmp_path / "kept").exists()


def test_a_key_that_a_later_version_adds_goes_along(data: Path, tmp_path: Path) -> None:
    (data / "keys" / "later.key").write_bytes(bytes(32))
    take_back(tmp_path / "new", export(data, tmp_path / "kept"))
    assert read_keys(tmp_path / "new")["later"] == bytes(32)


def test_an_export_overwrites_nothing_and_wants_a_long_passphrase(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept"
    target.write_text("a letter")
    with pytest.raises(CannotGoOn, match="is there already"):
        export(data, target)
    assert target.read_text() == "a letter"
    for passphrase, words in (
        ("short", "at least 12"),
        ("  a        b  ", "at least 12"),
        ("x" * 200, "too long"),
    ):
        with pytest.raises(CannotGoOn, match=words):
            export(data, tmp_path / "other", passphrase)
    with pytest.raises(CannotGoOn, match="cannot be written"):
        export(data, tmp_path / "nowhere" / "kept")
    assert not (tmp_path / "other").exists()


def test_a_disk_that_fails_leaves_no_half_file(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keyfiles.os, "fsync", full)
    with pytest.raises(CannotGoOn, match="No space left"):
        export(data, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_it_is_remembered_that_exactly_these_keys_are_kept_elsewhere(data: Path, tmp_path: Path) -> None:
    assert handed_out(data) == ""
    export(data, tmp_path / "kept")
    assert len(handed_out(data)) == len("2026-01-01")
    remembered = (data / keyfiles.HANDED_OUT).read_bytes()
    assert not any(key.hex().encode() in remembered or key in remembered for key in read_keys(data).values())
    (data / "keys" / "later.key").write_bytes(bytes(32))
    assert handed_out(data) == ""


class Typed:
    """A terminal at which these are typed."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)

    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    typed = Typed(*lines)
    monkeypatch.setattr(asking.sys, "stdin", typed)
    monkeypatch.setattr(asking, "getpass", lambda words: typed.lines.pop(0))


def test_a_new_passphrase_is_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "one", "one")
    assert asking.asked_twice() == "one"
    at_a_terminal(monkeypatch, "one", "two")
    with pytest.raises(CannotGoOn, match="not the same"):
        asking.asked_twice()
    at_a_terminal(monkeypatch, "one")
    assert asking.asked_once() == "one"


def test_without_a_terminal_a_file_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Typed, "isatty", lambda self: False)
    at_a_terminal(monkeypatch)
    with pytest.raises(CannotGoOn, match="--passphrase-file"):
        asking.asked_once()
    (tmp_path / "it").write_text("a passphrase\n")
    assert asking.from_file(tmp_path / "it") == "a passphrase"
    with pytest.raises(CannotGoOn, match="cannot be read"):
        asking.from_file(tmp_path / "none")
