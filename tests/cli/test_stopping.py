"""A house with many open pages stops in good order: every stream is ended, none is cut off."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.cli.listening import ENDED, GREETING, Streams, sessions_for
from tests.cli.running import Running

MANY = 400


@pytest.mark.slow
def test_with_400_open_streams_it_stops_in_good_order(tmp_path: Path) -> None:
    data = tmp_path / "data"
    cookies = sessions_for(MANY, data)
    with Running(data, "serve") as house, Streams(house.port, cookies) as streams:
        assert [heard for heard in streams.heard if GREETING not in heard] == []
        house.stop(signal.SIGTERM)
        assert house.process.returncode == 0
        cut = [said for said in streams.to_the_end() if not said.endswith(ENDED)]
        assert cut == [], f"{len(cut)} streams were cut off"
    assert house.said.rstrip().endswith("Stopped.")
    assert "library" not in house.said, "the server had to cancel what was still open"
