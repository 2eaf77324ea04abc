"""What the properties of the vault are tried with."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from goldseam.vault import Cost, Head, Kind, Place, SpaceKey

# A guess must be cheap in a test; every call that uses it says so with `floor=`.
CHEAP = Cost(iterations=1, memory_kib=8, lanes=1)

# Two cores and a coverage tracer: time says nothing here.
tried = settings(deadline=None, max_examples=60)
tried_often = settings(deadline=None, max_examples=300)

keys = st.binary(min_size=32, max_size=32)
plains = st.binary(max_size=1200)
ids = st.uuids()
numbers = st.integers(0, 2**63 - 1)
places = st.builds(
    Place,
    kind=st.sampled_from(list(Kind)),
    row=ids,
    vault=ids,
    sequence=numbers,
    previous=st.sampled_from([b"", bytes(32)]) | keys,
)
space_keys = st.builds(SpaceKey, key=keys, slot=st.integers(0, 255), mine=keys, partner=st.none() | keys)
spaces = st.dictionaries(ids, space_keys, max_size=6)
heads = st.dictionaries(ids, st.builds(Head, seq=numbers, hash=keys), max_size=6)
