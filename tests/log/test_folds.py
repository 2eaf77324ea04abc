from __future__ import annotations

import pkgutil
from importlib import import_module

import goldseam.core
from goldseam.core.base import FoldOf
from goldseam.log.folds import FOLDS


def test_every_fold_of_the_core_keeps_snapshots() -> None:
    """One that is left out works, and is read from its beginning each time."""
    names = [found.name for found in pkgutil.iter_modules(goldseam.core.__path__, "goldseam.core.")]
    folds = {
        fold for name in names for fold in vars(import_module(name)).values() if isinstance(fold, FoldOf)
    }
    kept = [fold for kind in FOLDS.values() for fold in kind]
    assert folds == set(kept) and len(kept) == len(set(kept))
    assert len({fold.name for fold in kept}) == len(kept)
