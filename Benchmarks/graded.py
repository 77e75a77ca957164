#!/usr/bin/env python3
"""Score pairs whose degree of copying is known, such as clough-stevenson (answers cut, lightly, heavily or not copied).

usage: Benchmarks/graded.py PAIRS.jsonl OUTPUT.jsonl [--list]

PAIRS has lines {"a", "b", "level", "label"}, where label is "reuse" or "none"; OUTPUT is what `stemma match --json` wrote.
Prints precision, recall and F1 of "copied", and the share called a copy of each level, as one JSON object.
"""
import json
import sys
from collections import Counter

COPYING = {"verbatim", "edited", "partial", "spun"}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def score(pairs, output, show=False):
    found = {frozenset((row["a"], row["b"])) for row in lines(output) if row.get("type") == "pair" and row["kind"] in COPYING}
    asked, said = Counter(), Counter()
    tally = Counter()
    for row in lines(pairs):
        is_found = frozenset((row["a"], row["b"])) in found
        asked[row["level"]] += 1
        said[row["level"]] += is_found
        tally[row["label"] == "reuse", is_found] += 1
        if show and is_found != (row["label"] == "reuse"):
            print("missed" if row["label"] == "reuse" else "wrong", row["a"], row["b"], row["level"], file=sys.stderr)
    right = tally[True, True]
    precision = right / max(1, right + tally[False, True])
    recall = right / max(1, right + tally[True, False])
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall),
            "called_copies": {level: said[level] / count for level, count in asked.items()}}


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    print(json.dumps(score(*arguments, "--list" in sys.argv)))
