"""How far a second, independent labelling of a sample agrees with the first: `python training/agreement.py`.

Cohen's kappa for each label over the sentences of `training/second/labels.jsonl`, whose labeller had not seen the first
labels; the sample is 186 drafts drawn at random from the first 32 authors.
"""

from __future__ import annotations

import json

from corpus import HERE, LABELS, REPROACHES, SIGNALS, f1, kappa, written


def main() -> None:
    """Print a table in Markdown."""
    first = {draft.id: draft for draft in written()}
    second = [json.loads(line) for line in (HERE / "second/labels.jsonl").read_text("utf-8").splitlines()]
    pairs = [
        (ours, frozenset(theirs))
        for line in second
        for ours, theirs in zip(first[line["id"]].labels, line["labels"], strict=True)
    ]
    print(f"{len(second)} drafts, {len(pairs)} sentences\n")
    print("| label | first | second | both | kappa | F1 |\n|---|---|---|---|---|---|")
    found = []
    for label in LABELS:
        a, b = [label in ours for ours, _ in pairs], [label in theirs for _, theirs in pairs]
        both = sum(x and y for x, y in zip(a, b, strict=True))
        found.append((kappa(a, b), f1(both, sum(a), sum(b))))
        print(f"| {label} | {sum(a)} | {sum(b)} | {both} | {found[-1][0]:.2f} | {found[-1][1]:.2f} |")
    mean = [sum(each) / len(found) for each in zip(*found, strict=True)]
    print(f"| mean | | | | {mean[0]:.2f} | {mean[1]:.2f} |\n")
    clean = [theirs for ours, theirs in pairs if not ours & REPROACHES]
    wrong = sum(bool(theirs & REPROACHES) for theirs in clean)
    print(
        f"clean sentences that the second reproaches: {wrong} of {len(clean)} ({100 * wrong / len(clean):.1f} %)"
    )
    judged = [(first[line["id"]].verdict, line["verdict"]) for line in second if line["verdict"]]
    same = sum(a == b for a, b in judged)
    print(f"verdicts the same: {same} of {len(judged)}")
    for signal in SIGNALS:
        a = [signal in first[line["id"]].signals for line in second]
        b = [signal in line["signals"] for line in second]
        print(f"{signal}: first {sum(a)}, second {sum(b)}, kappa {kappa(a, b):.2f}")


if __name__ == "__main__":
    main()
