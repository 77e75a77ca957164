#!/usr/bin/env python3
"""Break articles as copyists, scanners and synonym machines do, and score what matching makes of them.

usage: damage.py make ARTICLES.jsonl[.gz] FOLDER [--count N] [--seed N] [--phrases FILE.tsv]
       damage.py score FOLDER OUTPUT.jsonl [--list]

`make` takes N articles (150) of at least 200 words, spread over the file, and writes FOLDER/articles.jsonl, each with
its broken copies, and FOLDER/truth.jsonl: {"id", "sources", "damage"}. `score` reads what `stemma match --json` wrote and
prints, as one JSON object, for every sort of damage the share of copies that are found as copies of (all) their sources,
and the share that stand in their source's family; then `recall` over all sorts, and `wrong`: pairs called copies whose
sources are not the same, nor called copies themselves. Copies of one source count as copies of each other.

The sorts of damage:
  ocr-1, ocr-5, ocr-10  letters in a hundred misread (rn for m, 1 for l, c for e), blanks lost or put in
  hyphens               set in a narrow column: lines of 40 letters, words parted by hyphens at their ends
  phrases               words and phrases replaced, all that the table knows: FILE has phrases as spun and as meant in two
                        columns (the Problematic Paper Screener's list of tortured phrases); without it, left out
  phrases-ocr-1         both
  moved                 paragraphs in another order
  merged                the first half of one and the second half of another
  cut-50, cut-20        so many words in a hundred kept, from the top
  sentences             every third sentence left out
  lead                  the first fifth written anew in words of another article
  embedded              the article's middle third as a passage in another that is twice its length (its words backwards: no
                        sense, and no copy of any page)
"""
import argparse
import gzip
import json
import os
import random
import re
import sys
from collections import defaultdict

COPYING = {"verbatim", "edited", "partial", "spun"}
MISREAD = [("m", "rn"), ("rn", "m"), ("l", "1"), ("1", "l"), ("e", "c"), ("c", "e"), ("h", "b"), ("b", "h"), ("o", "0"),
           ("0", "o"), ("i", "l"), ("t", "f"), ("f", "t"), ("s", "5"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"),
           ("u", "n"), ("n", "u"), ("a", "o"), ("g", "q"), ("S", "5"), ("B", "8"), ("I", "l"), ("O", "0"), ("E", "F"),
           (",", "."), (".", ",")]


def lines(path):
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def paragraphs(text):
    parts = [part.strip() for part in re.split(r"\n+", text) if part.strip()]
    if len(parts) >= 6:
        return parts
    whole = sentences(" ".join(parts))
    return [" ".join(whole[start:start + 3]) for start in range(0, len(whole), 3)]


def sentences(text):
    return re.split(r"(?<=[.!?])\s+", text)


def phrase_table(path):
    """What a machine puts for what: the parts in which a phrase as spun and as meant differ."""
    table = defaultdict(set)
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            spun, meant = (field.strip('" ').lower() for field in line.rstrip("\n").split("\t")[:2])
            if re.search(r'["()?~/]', spun + meant) or " and " in spun + meant:
                continue
            a, b = meant.split(), spun.split()
            while a and b and a[0] == b[0]:
                del a[0], b[0]
            while a and b and a[-1] == b[-1]:
                del a[-1], b[-1]
            if a and b and len(a) <= 3 and len(b) <= 4:
                table[tuple(a)].add(" ".join(b))
    return {meant: sorted(spun) for meant, spun in table.items()}


class Breaker:
    def __init__(self, rng, table):
        self.rng, self.table = rng, table
        self.readings = defaultdict(list)
        for true, read in MISREAD:
            self.readings[true].append(read)

    def ocr(self, text, rate):
        out, at = [], 0
        while at < len(text):
            here = next((text[at:at + n] for n in (2, 1) if text[at:at + n] in self.readings), None)
            if self.rng.random() >= rate:
                out.append(text[at])
                at += 1
            elif here:
                out.append(self.rng.choice(self.readings[here]))
                at += len(here)
            elif text[at] == " ":
                at += 1
            else:
                out.append(text[at] + (" " if text[at].isalpha() and self.rng.random() < .3 else ""))
                at += 1
        return "".join(out)

    def hyphens(self, text, width=40):
        rows, row = [], ""
        for word in text.split():
            if len(row) + len(word) + 1 <= width:
                row = f"{row} {word}".strip()
                continue
            room = width - len(row) - 2
            if room >= 3 and len(word) - room >= 3 and word.isalpha():
                rows.append(f"{row} {word[:room]}-")
                row = word[room:]
            else:
                rows.append(row)
                row = word
        return "\n".join([*rows, row])

    def phrases(self, text):
        pieces, out, at = re.split(r"([A-Za-z]+)", text), [], 0
        while at < len(pieces):
            for length in (3, 2, 1):
                span = pieces[at:at + 2 * length - 1]
                key = tuple(word.lower() for word in span[::2])
                if at % 2 and key in self.table and all(gap == " " for gap in span[1::2]) and not span[-1][:1].isupper():
                    chosen = self.rng.choice(self.table[key])
                    out.append(chosen.capitalize() if span[0][0].isupper() else chosen)
                    at += len(span)
                    break
            else:
                out.append(pieces[at])
                at += 1
        return "".join(out)

    def copies(self, text, other):
        """Damage and broken text; whether the other article is a source too."""
        parts, theirs, words = paragraphs(text), paragraphs(other), text.split()
        for percent in (1, 5, 10):
            yield f"ocr-{percent}", self.ocr(text, percent / 100), False
        yield "hyphens", "\n\n".join(self.hyphens(part) for part in parts), False
        if self.table:
            yield "phrases", self.phrases(text), False
            yield "phrases-ocr-1", self.ocr(self.phrases(text), .01), False
        moved = parts[:]
        self.rng.shuffle(moved)
        yield "moved", "\n\n".join(moved), False
        yield "merged", "\n\n".join(parts[:(len(parts) + 1) // 2] + theirs[len(theirs) // 2:]), True
        for percent in (50, 20):
            yield f"cut-{percent}", " ".join(words[:max(60, len(words) * percent // 100)]), False
        whole = sentences(text)
        yield "sentences", " ".join(s for n, s in enumerate(whole) if n % 3 != 1), False
        fifth = len(words) // 5
        lead = other.split()[:fifth]
        self.rng.shuffle(lead)
        yield "lead", " ".join(lead + words[fifth:]), False
        third, host = len(words) // 3, (other.split() * (2 * len(words) // max(1, len(other.split())) + 1))[:2 * len(words)]
        yield "embedded", " ".join(host[:len(words)][::-1] + words[third:2 * third] + host[len(words):][::-1]), False


def make(arguments):
    rng = random.Random(arguments.seed)
    articles = [a for a in lines(arguments.articles) if len(a["text"].split()) >= 200]
    step = max(1, len(articles) // (2 * arguments.count))
    chosen = articles[::step][:2 * arguments.count]
    # Every second one is taken apart for the words of others and has no page here.
    base, strangers = chosen[::2], chosen[1::2]
    breaker = Breaker(rng, phrase_table(arguments.phrases) if arguments.phrases else {})
    pile, truth = [], []
    for number, (article, stranger) in enumerate(zip(base, strangers)):
        next_one = base[(number + 1) % len(base)]
        name = f"d{number:05d}"
        pile.append({"id": name, "text": article["text"]})
        truth.append({"id": name, "sources": [name], "damage": None})
        for partner in (stranger, next_one):
            for damage, text, both in breaker.copies(article["text"], partner["text"]):
                # Two pages of this pile are merged; all else is mixed with a stranger.
                if both != (partner is next_one):
                    continue
                sources = [name, f"d{(number + 1) % len(base):05d}"] if both else [name]
                pile.append({"id": f"{name}-{damage}", "text": text})
                truth.append({"id": f"{name}-{damage}", "sources": sources, "damage": damage})
    rng.shuffle(pile)
    os.makedirs(arguments.folder, exist_ok=True)
    for name, rows in (("articles", pile), ("truth", truth)):
        with open(os.path.join(arguments.folder, name + ".jsonl"), "w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{len(pile)} articles in {arguments.folder}", file=sys.stderr)


def score(folder, output, show=False):
    truth = {row["id"]: row for row in lines(os.path.join(folder, "truth.jsonl"))}
    pairs, family = set(), {}
    for row in lines(output):
        if row.get("type") == "pair" and row["kind"] in COPYING:
            pairs.add(frozenset((row["a"], row["b"])))
        elif row.get("type") == "family":
            family.update(dict.fromkeys(row["members"], row["id"]))
    found, placed, all_of = defaultdict(int), defaultdict(int), defaultdict(int)
    for row in truth.values():
        if row["damage"]:
            all_of[row["damage"]] += 1
            if all(frozenset((row["id"], source)) in pairs for source in row["sources"]):
                found[row["damage"]] += 1
            elif show:
                print("missed", row["id"], file=sys.stderr)
            if any(row["id"] in family and family[row["id"]] == family.get(source) for source in row["sources"]):
                placed[row["damage"]] += 1
    # Two articles that share text before anything is done to them were copies already, whoever wrote them.
    wrong = [sorted(pair) for pair in pairs if pair <= truth.keys()
             and not any(a == b or frozenset((a, b)) in pairs for a in truth[min(pair)]["sources"] for b in truth[max(pair)]["sources"])]
    if show:
        for pair in sorted(wrong):
            print("wrong", *pair, file=sys.stderr)
    joined = sum(1 for row in truth.values() if row["damage"] is None
                 and sum(family.get(other["id"]) == family.get(row["id"]) for other in truth.values() if not other["damage"]) > 1)
    return {"copies": sum(all_of.values()), "recall": sum(found.values()) / max(1, sum(all_of.values())),
            "placed": sum(placed.values()) / max(1, sum(all_of.values())), "wrong": len(wrong), "sources_joined": joined,
            "by_damage": {name: {"found": found[name] / count, "placed": placed[name] / count} for name, count in all_of.items()}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    making.add_argument("articles")
    making.add_argument("folder")
    making.add_argument("--count", type=int, default=150)
    making.add_argument("--seed", type=int, default=1)
    making.add_argument("--phrases")
    making.set_defaults(run=make)
    scoring = commands.add_parser("score")
    scoring.add_argument("folder")
    scoring.add_argument("output")
    scoring.add_argument("--list", action="store_true")
    scoring.set_defaults(run=lambda given: print(json.dumps(score(given.folder, given.output, given.list), indent=1)))
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
