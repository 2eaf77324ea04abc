"""Where Goldseam listens, and by which address people reach it."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.given import given

LOOPBACK_NAMES = ("127.0.0.1", "::1")
USUAL_PORT = {"http": 80, "https": 443}
NO_ADDRESS = (
    "GOLDSEAM_URL must be a whole address with nothing after the name, such as https://goldseam.example.org"
)
NOT_WITHOUT_HTTPS = (
    "Without https, everyone on the network could read along, so Goldseam does not start this way.\n"
    "On this machine only:  leave out --host and GOLDSEAM_URL.\n"
    "For others to reach:   put a web server with https in front, and set\n"
    "                       GOLDSEAM_URL=https://your.address.example"
)


@dataclass(frozen=True, slots=True)
class Address:
    """The host and port to listen on; `url` is empty unless the operator named a public address."""

    host: str
    port: int
    url: str = ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """`localhost` is both loopback addresses, since a browser may try either."""
        return LOOPBACK_NAMES if self.host == "localhost" else (self.host,)

    @property
    def secure(self) -> bool:
        return urlsplit(self.url).scheme == "https"


def read_address(host: str | None, port: int | None, environ: Mapping[str, str]) -> Address:
    """The address from the options or else from the environment.

    Raises `CannotGoOn` for a port that is none, and wherever words would cross a network in plain http.
    """
    address = Address(
        host=host or given("GOLDSEAM_HOST", environ) or "localhost",
        port=_port(given("GOLDSEAM_PORT", environ) or "8000") if port is None else port,
        url=read_url(environ),
    )
    _port(str(address.port))
    if not address.secure and not is_loopback(address.host):
        raise CannotGoOn(NOT_WITHOUT_HTTPS)
    return address


def read_url(environ: Mapping[str, str]) -> str:
    """The address by which people reach it, as browsers spell it in `Origin`; "" where it is this machine.

    Raises `CannotGoOn` for half an address or one with a path, and for plain http to anywhere but this machine.
    """
    url = given("GOLDSEAM_URL", environ)
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise CannotGoOn(NO_ADDRESS) from None
    more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in USUAL_PORT or not host or more:
        raise CannotGoOn(NO_ADDRESS)
    if parts.scheme == "http" and not is_loopback(host):
        raise CannotGoOn(NOT_WITHOUT_HTTPS)
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port not in (None, USUAL_PORT[parts.scheme]) else "")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:
        raise CannotGoOn(f"{text} is not a port. A port is a number up to 65535, such as 8000.")
    return int(text)


def is_loopback(host: str) -> bool:
    """Whether this name or number can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def listen(address: Address) -> list[socket.socket]:
    """Take the port before anything else is done. Raises `CannotGoOn` if another program has it."""
    taken: list[socket.socket] = []
    port = address.port
    for host in address.hosts:
        try:
            taken.append(_bind(host, port))
        except OSError as fault:
            if taken and fault.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                continue  # a machine without IPv6
            for other in taken:
                other.close()
            raise CannotGoOn(_why_not(host, port, fault)) from fault
        port = taken[0].getsockname()[1]
    return taken


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By its protocol asyncio knows a connection as TCP, and sends the parts of an answer without waiting.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(1)  # on Linux two programs may bind one port; only one of them may listen
    except OSError:
        made.close()
        raise
    return made


def _why_not(host: str, port: int, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken. Perhaps Goldseam is running already: look at http://localhost:{port}\n"
            f"To use another port: goldseam serve --port {port + 1 if port < 65535 else 8000}"
        )
    if fault.errno == errno.EACCES:
        return f"Port {port} is for the system's own programs. Choose one above 1023, such as 8000."
    return f"Goldseam cannot listen on {host}: {os.strerror(fault.errno or 0)}."


def local_url(sockets: list[socket.socket]) -> str:
    """The address to open on this machine. Always `localhost`: passkeys refuse addresses made of numbers."""
    return f"http://localhost:{sockets[0].getsockname()[1]}"
