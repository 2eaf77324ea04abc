"""Trains the network: `python training/train.py`. About an hour on two cores; `--device cuda` takes minutes.

First a network that is measured: it reads all authors but every fifth, and says what it makes of these. From that come
the thresholds and the figures in `training/figures.json`. Then the one that is shipped, which reads all, with the same
thresholds; its files go to `src/goldseam/coach/weights/`. `--measure` or `--ship` does one of the two.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys

import torch
from corpus import HERE, folds, near_duplicates, written
from learn import Plan, mirrored, say, train
from network import Reader, base

sys.path.insert(0, str(HERE.parent / "src"))

import mirroring
from export import WEIGHTS, export, tell
from fit import report

from goldseam.coach.pieces import Pieces

FOLDS = 5
KEPT = HERE / "kept"
"""What a run leaves for the next step; git does not see it."""


def must_cut_alike() -> None:
    """End where the product's own code would cut a draft into other pieces than the library that training uses."""
    known, own = Reader(base()).tokenizer, Pieces(base() / "vocab.txt")
    for draft in written():
        for sentence in draft.sentences:
            read = known.encode(sentence, add_special_tokens=False)
            if own.read(sentence) != (list(read.ids), list(read.offsets)):
                raise SystemExit(f"{draft.id}: cut in another way")


def measure(plan: Plan, device: str, fold: int) -> None:
    """Train on four fifths of the authors and keep what it says of the rest."""
    drafts, pairs = written(), mirroring.written()
    held = folds(drafts, FOLDS)[fold]
    said_of = sorted({pair.points for pair in pairs})
    apart = set(said_of[fold::FOLDS])
    net = train(
        base(),
        [draft for draft in drafts if draft.author not in held],
        [pair for pair in pairs if pair.points not in apart],
        plan,
        device,
    )
    mine = [draft for draft in drafts if draft.author in held]
    theirs = [pair for pair in pairs if pair.points in apart]
    kept = (mine, say(net, base(), mine, device), theirs, mirrored(net, base(), theirs, device))
    KEPT.mkdir(exist_ok=True)
    (KEPT / f"fold{fold}.pickle").write_bytes(pickle.dumps(kept))
    torch.save(net.state_dict(), KEPT / f"fold{fold}.pt")


def ship(plan: Plan, device: str) -> None:
    """Train on everything and write the files of the product."""
    net = train(base(), written(), mirroring.written(), plan, device)
    KEPT.mkdir(exist_ok=True)
    torch.save(net.state_dict(), KEPT / "whole.pt")
    export(net.cpu(), WEIGHTS)


def fit() -> None:
    """Thresholds and figures, from what the measured networks said."""
    drafts, said, pairs, laid = [], [], [], []
    for file in sorted(KEPT.glob("fold*.pickle")):
        some = pickle.loads(file.read_bytes())  # noqa: S301 - our own, written a moment ago
        for every, part in zip((drafts, said, pairs, laid), some, strict=True):
            every.extend(part)
    found = report(drafts, said, pairs, laid)
    found.pop("said")
    told = found.pop("told")
    (HERE / "figures.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    tell(WEIGHTS, told)
    print(json.dumps(found, indent=1))


def main() -> None:
    """Measure, ship, fit; or one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    if twins := near_duplicates(written()):
        raise SystemExit(f"near duplicates: {[(a.id, b.id) for a, b, _ in twins]}")
    must_cut_alike()
    plan, every = Plan(epochs=7), not (given.measure or given.ship or given.fit)
    if given.measure or every:
        measure(plan, given.device, given.fold)
    if given.ship or every:
        ship(plan, given.device)
    if given.fit or every:
        fit()


if __name__ == "__main__":
    main()
