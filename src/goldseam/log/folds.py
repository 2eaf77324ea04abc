"""Which folds keep snapshots, by kind of vault. A new capability adds its fold here, in one line."""

from __future__ import annotations

from typing import Any

from goldseam.core.base import FoldOf, VaultKind
from goldseam.core.breaches import ACCOUNTS, NAMED
from goldseam.core.desk import DESK
from goldseam.core.journal import JOURNAL
from goldseam.core.kindness import KINDNESS, NOTICED
from goldseam.core.letterbook import LETTERS
from goldseam.core.spaces import MEMBERS

FOLDS: dict[VaultKind, tuple[FoldOf[Any], ...]] = {
    VaultKind.PRIVATE: (JOURNAL, NAMED, NOTICED),
    VaultKind.DESK: (DESK,),
    VaultKind.SHARED: (MEMBERS, LETTERS, ACCOUNTS, KINDNESS),
}
