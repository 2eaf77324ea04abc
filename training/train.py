"""Trains the network: `python training/train.py`. Half an hour on one core; `--device cuda` takes minutes.

It reads four fifths of the authors, and says what it makes of the rest. From that come the thresholds and the figures
in `training/figures.json`. What was measured is what is shipped: its files go to `src/goldseam/coach/weights/`, and
with them the names of the authors whom it did not read, so that the tests can take its score again.
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
    """Train on four fifths of the authors, keep what it says of the rest, and write the files of the product."""
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
    (KEPT / "said.pickle").write_bytes(pickle.dumps(kept))
    torch.save(net.state_dict(), KEPT / "network.pt")
    export(net.cpu(), WEIGHTS)


def fit() -> None:
    """Thresholds and figures, from what the network said."""
    drafts, said, pairs, laid = pickle.loads((KEPT / "said.pickle").read_bytes())  # noqa: S301 - our own
    found = report(drafts, said, pairs, laid)
    found.pop("said")
    told = found.pop("told")
    text = json.dumps(found, indent=1, default=float)
    (HERE / "figures.json").write_text(text + "\n", "utf-8")
    tell(WEIGHTS, told, sorted({draft.author for draft in drafts}))
    print(text)


def main() -> None:
    """Train, then fit; with `--fit` only the second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    if twins := near_duplicates(written()):
        raise SystemExit(f"near duplicates: {[(a.id, b.id) for a, b, _ in twins]}")
    must_cut_alike()
    if not given.fit:
        measure(Plan(epochs=7), given.device, given.fold)
    fit()


if __name__ == "__main__":
    main()
