#!/usr/bin/env python3
"""Score matching on a made press: pairs and families, by spin rate and by what was done to a copy.

usage: Benchmarks/press.py FOLDER OUTPUT.jsonl [--list]

FOLDER holds articles.jsonl, gold.jsonl and truth.jsonl as make_copies.py (evaluation data) writes them; OUTPUT is what
`stemma match FOLDER/articles.jsonl --json` wrote. Prints one JSON object:

  pair_recall, pair_precision    of pairs called copies, against gold's families; digests, which gold leaves out, aside
  unexplained                    wrong pairs of which neither page, nor one it was copied from, had paragraphs of another
                                 article added (where one had, the two do share text)
  recall_by_spin                 by the highest rate on the way from one page to the other through the tree
  family_recall, family_precision   of pairs within one family
  kinds, by_operation            of copies to which one operation alone was applied, those whose kind is right against
                                 their parent
  digests                        share found as partial with both sources, of those whose second source has a page here

What kind is right; copies that an operation left word for word as they were are passed over:

  none, typography, head, furniture, credit   verbatim: the report's text is the same, but for typography
  lead, number, quote, light                  edited: words were changed
  cut, add                                    partial where less than four fifths are kept of the longer, else edited; either
                                              will do within 0.03 of that
  drop                                        partial or edited: an editor who takes a paragraph out has edited
  spin                                        spun
"""
import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict

COPYING = {"verbatim", "edited", "partial", "spun"}
ASKED = {"none": {"verbatim"}, "typography": {"verbatim"}, "head": {"verbatim"}, "furniture": {"verbatim"}, "credit": {"verbatim"},
         "lead": {"edited"}, "number": {"edited"}, "quote": {"edited"}, "light": {"edited"}, "drop": {"partial", "edited"},
         "spin": {"spun"}}
CHANGING = {"number", "quote", "light", "drop", "spin"}
RUN = 12


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def words(text):
    return re.findall(r"\w+", text.replace("’", "'").lower())


def right_kinds(operation, source, copy):
    """Kinds that are right, or None where nothing was changed."""
    source, copy = words(source), words(copy)
    if operation in ("cut", "add"):
        kept = min(len(source), len(copy)) / max(len(source), len(copy), 1)
        return {"partial"} if kept < .77 else {"edited"} if kept > .83 else {"partial", "edited"}
    return None if operation in CHANGING and source == copy else ASKED[operation]


class Press:
    def __init__(self, folder):
        self.truth = {row["id"]: row for row in lines(os.path.join(folder, "truth.jsonl"))}
        self.gold = {row["id"]: row["family"] for row in lines(os.path.join(folder, "gold.jsonl")) if row["id"] in self.truth}
        self.texts = {row["id"]: row["text"] for row in lines(os.path.join(folder, "articles.jsonl"))}
        self.members = defaultdict(list)
        for name, family in self.gold.items():
            self.members[family].append(name)
        self.ways = {name: self.way(name) for name in self.truth}

    def way(self, name):
        """A page and those that it was copied from, upward."""
        way = []
        while name is not None:
            way.append(name)
            name = self.truth[name]["parent"]
        return way

    def spin(self, a, b):
        ours, theirs = self.ways[a], self.ways[b]
        common = set(ours) & set(theirs)
        return max((self.truth[n]["spin"] for n in ours + theirs if n not in common), default=0.0)

    def has_added(self, name):
        return any("add" in self.truth[step]["operations"] for step in self.ways[name])

    def second_sources(self):
        """Digest -> the first article that has its second half too, by runs of words."""
        wanted = defaultdict(set)
        for name, row in self.truth.items():
            if "digest" in row["operations"]:
                for paragraph in self.texts[name].split("\n\n"):
                    run = tuple(paragraph.split()[:RUN])
                    if len(run) == RUN:
                        wanted[run].add(name)
        found = {}
        for name, row in self.truth.items():
            if row["parent"] is None:
                text = self.texts[name].split()
                for run in zip(*(text[start:] for start in range(RUN))):
                    for digest in wanted.get(run, ()):
                        if self.truth[digest]["family"] != row["family"]:
                            found.setdefault(digest, name)
        return found


def read(output):
    kinds, family = {}, {}
    for row in lines(output):
        if row.get("type") == "pair" and row["kind"] in COPYING:
            kinds[frozenset((row["a"], row["b"]))] = row["kind"]
        elif row.get("type") == "family":
            family.update(dict.fromkeys(row["members"], row["id"]))
    return kinds, family


def pairs(count):
    return count * (count - 1) // 2


def score(folder, output, show=False):
    press = Press(folder)
    kinds, family = read(output)
    gold = press.gold
    said = [tuple(sorted(pair)) for pair in kinds if pair <= gold.keys()]
    right = {pair for pair in said if gold[pair[0]] == gold[pair[1]]}
    wrong = [pair for pair in said if pair not in right]
    unexplained = [pair for pair in wrong if not any(map(press.has_added, pair))]
    true_by_spin, found_by_spin = Counter(), Counter()
    for members in press.members.values():
        for number, a in enumerate(members):
            for b in members[number + 1:]:
                rate = press.spin(a, b)
                true_by_spin[rate] += 1
                if tuple(sorted((a, b))) in right:
                    found_by_spin[rate] += 1
                elif show:
                    print("missed", a, b, rate, file=sys.stderr)
    total = sum(true_by_spin.values())
    both = Counter((gold[name], family.get(name, name)) for name in gold)
    joined, same = sum(map(pairs, Counter(family.get(n, n) for n in gold).values())), sum(map(pairs, both.values()))

    asked, good, confused = Counter(), Counter(), Counter()
    for name, row in press.truth.items():
        operations = [op for op in row["operations"] if op != "backdated"] or ["none"]
        if row["parent"] is None or len(operations) != 1 or operations[0] == "digest":
            continue
        expected = right_kinds(operations[0], press.texts[row["parent"]], press.texts[name])
        if expected is None:
            continue
        kind = kinds.get(frozenset((name, row["parent"])), "no pair")
        asked[operations[0]] += 1
        good[operations[0]] += kind in expected
        if kind not in expected:
            confused[f"{operations[0]}: {kind}"] += 1
            if show:
                print("kind", name, row["parent"], operations[0], kind, "not", *sorted(expected), file=sys.stderr)
    sources = press.second_sources()
    digests = sum(kinds.get(frozenset((name, press.truth[name]["parent"]))) == "partial"
                  and kinds.get(frozenset((name, source))) == "partial" for name, source in sources.items())
    if show:
        for pair in wrong:
            print("wrong", *pair, "" if pair in unexplained else "(added)", file=sys.stderr)
    return {
        "articles": len(press.truth), "pairs": len(said),
        "pair_recall": len(right) / max(1, total), "pair_precision": len(right) / max(1, len(said)),
        "wrong": len(wrong), "unexplained": len(unexplained),
        "recall_by_spin": {rate: found_by_spin[rate] / count for rate, count in sorted(true_by_spin.items())},
        "family_recall": same / max(1, total), "family_precision": same / max(1, joined),
        "kinds": sum(good.values()) / max(1, sum(asked.values())),
        "by_operation": {op: [round(good[op] / count, 4), count] for op, count in sorted(asked.items())},
        "mistaken": dict(confused.most_common(12)),
        "digests": digests / max(1, len(sources)), "digests_asked": len(sources),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("output")
    parser.add_argument("--list", action="store_true", help="name every fault on standard error")
    given = parser.parse_args()
    print(json.dumps(score(given.folder, given.output, given.list), indent=1))


if __name__ == "__main__":
    main()
