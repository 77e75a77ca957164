#!/usr/bin/env python3
"""Score the kinds of removed lines against labels that were given by hand.

usage: Benchmarks/furniture_kinds.py OUT.jsonl... [--list]

Each OUT is what `stemma extract --json` writes. The labels are Benchmarks/labels/furniture-kinds.tsv: no line is kept there, only a hash of
the article's id and the line. A line counts as right when its kind is the label's, or one of two where both are as good; a line whose label
is `article` stands in the gold text, and is right when it is in ours. Lines that are in no output are counted apart.
The faults of half of the lines, those whose hash ends in an even digit, were looked at while the rules were made; the others' were not.
"""
import collections, hashlib, json, pathlib, sys

LABELS = pathlib.Path(__file__).resolve().parent / "labels" / "furniture-kinds.tsv"


def labels():
    rows = [line.rstrip("\n").split("\t") for line in open(LABELS, encoding="utf-8") if not line.startswith("#")]
    return {mark: kinds.split("|") for mark, _, kinds in rows}


def mark(name, line):
    return hashlib.sha256(f"{name}\n{line}".encode()).hexdigest()[:16]


def score(outputs, listed=False):
    """Shares of the labelled lines with the right kind: of all, of those with one label, and of either half."""
    wanted, found = labels(), {}
    for output in outputs:
        for row in open(output, encoding="utf-8"):
            article = json.loads(row)
            if article.get("type") != "article":
                continue
            for line in article["furniture"]:
                found.setdefault(mark(article["id"], line["text"]), (line["kind"], line["text"]))
            for line in [*article["text"].split("\n\n"), article.get("title") or ""]:
                found.setdefault(mark(article["id"], line), ("article", line))
    right, all_ = collections.Counter(), collections.Counter()
    for name, kinds in wanted.items():
        if name not in found:
            all_["absent"] += 1
            continue
        kind, line = found[name]
        half = "developed" if int(name[-1], 16) % 2 == 0 else "unseen"
        for group in ("kinds", half, *(["single"] if len(kinds) == 1 else [])):
            all_[group] += 1
            right[group] += kind in kinds
        if listed and kind not in kinds and half == "developed":
            print(f"{kind} should be {'|'.join(kinds)}: {line[:160]}")
    return {"lines": all_["kinds"], "absent": all_["absent"],
            **{g: right[g] / max(1, all_[g]) for g in ("kinds", "single", "developed", "unseen")}}


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--list"]
    if not arguments:
        sys.exit(__doc__)
    print(json.dumps(score(arguments, "--list" in sys.argv)))
