"""Most tests here are about the rules. Those about both together are marked `network`."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The coach without its network, unless the test is about it."""
    if request.node.get_closest_marker("network") is None:
        monkeypatch.setattr("goldseam.coach.reading.network", lambda: None)
