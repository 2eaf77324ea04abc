"""Where Goldseam listens, and where it refuses to."""

from __future__ import annotations

import socket

import pytest

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.address import Address, listen, local_url, read_address


def test_without_options_it_is_this_machine_alone() -> None:
    address = read_address(None, None, {})
    assert address == Address("localhost", 8000)
    assert address.hosts == ("127.0.0.1", "::1")


def test_options_win_over_the_environment() -> None:
    environ = {"GOLDSEAM_HOST": "127.0.0.2", "GOLDSEAM_PORT": "9000"}
    assert read_address(None, None, environ) == Address("127.0.0.2", 9000)
    assert read_address("::1", 1234, environ) == Address("::1", 1234)


@pytest.mark.parametrize(
    ("host", "environ"),
    [
        ("0.0.0.0", {}),
        ("192.168.1.5", {}),
        ("::", {}),
        ("goldseam.example", {}),
        ("0.0.0.0", {"GOLDSEAM_URL": "http://goldseam.example"}),
        ("127.0.0.1", {"GOLDSEAM_URL": "http://goldseam.example"}),
        ("0.0.0.0", {"GOLDSEAM_URL": "http://localhost:8000"}),
    ],
)
def test_plain_http_beyond_this_machine_is_refused(host: str, environ: dict[str, str]) -> None:
    with pytest.raises(CannotGoOn, match="Without https"):
        read_address(host, None, environ)


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1", "localhost"])
def test_https_in_front_allows_any_host(host: str) -> None:
    assert read_address(host, None, {"GOLDSEAM_URL": "https://goldseam.example/"}).secure


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine_needs_no_https(host: str) -> None:
    assert not read_address(host, None, {"GOLDSEAM_URL": "http://localhost:8000"}).secure


@pytest.mark.parametrize("url", ["goldseam.example", "https://", "ftp://goldseam.example"])
def test_half_an_address_is_refused(url: str) -> None:
    with pytest.raises(CannotGoOn, match="whole address"):
        read_address(None, None, {"GOLDSEAM_URL": url})


@pytest.mark.parametrize("port", ["-1", "eighty", "70000", "٨٠", " 80"])
def test_a_port_is_a_number(port: str) -> None:
    with pytest.raises(CannotGoOn, match="not a port"):
        read_address(None, None, {"GOLDSEAM_PORT": port})


def test_a_taken_port_is_named_and_everything_is_let_go() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotGoOn, match=f"Port {port} is taken"):
            listen(Address("localhost", port))
    for made in listen(Address("localhost", port)):
        made.close()


def test_a_port_taken_on_the_other_loopback_address_is_found_too() -> None:
    if not socket.has_dualstack_ipv6():
        return
    other = socket.create_server(("::1", 0), family=socket.AF_INET6)
    with other, pytest.raises(CannotGoOn, match="is taken"):
        listen(Address("localhost", other.getsockname()[1]))


def test_any_free_port_is_the_same_on_both_addresses() -> None:
    sockets = listen(Address("localhost", 0))
    try:
        assert len({made.getsockname()[1] for made in sockets}) == 1
        assert {made.proto for made in sockets} == {socket.IPPROTO_TCP}, (
            "Else an answer waits for its second part."
        )
        assert local_url(sockets) == f"http://localhost:{sockets[0].getsockname()[1]}"
    finally:
        for made in sockets:
            made.close()


def test_a_host_that_is_not_here_is_said() -> None:
    with pytest.raises(CannotGoOn, match="cannot listen"):
        listen(Address("203.0.113.7", 0))
