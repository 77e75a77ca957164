#!/usr/bin/env python3
"""Stemmata from readings alone, on invented manuscript traditions whose truth is known.

usage: manuscripts.py STEMMA [--mixed N] [--small N] [--large N] [--seed S] [--write FOLDER]

Makes traditions in the manner of the published artificial ones (slips, words for words that copyists tend to choose alike,
omissions, eye-skips, additions; slips put right; copies lost; second exemplars for a part, for several or here and there;
fragments), has `STEMMA lineage` read each, and prints means by sort:

  mixed  10 to 57 copies, 500 to 1,300 words, up to half of the copies lost, up to 30 % contaminated
  small  11 to 17 copies, 700 to 1,200 words, up to 45 % contaminated
  large  30 to 57 copies

The costs of Sources/Lineage/Readings were chosen on seeds from 50000; the default, 70000, is for checking. `sign distance`:
over triples of witnesses, how often the two graphs agree on which of two is nearer to the third (Roos and Heikkila 2009).
Parents: lost ones skipped. --write keeps each tradition's witnesses and truth.
"""
import argparse, json, math, pathlib, random, subprocess, sys, tempfile
from collections import defaultdict, deque
from itertools import combinations

START = {"mixed": 0, "small": 1000, "large": 2000}
KINDS = "spell func subst om1 omfew skip add swap split".split()
USUAL = [.30, .18, .15, .12, .04, .03, .09, .06, .03]

def syllable(r):
    onset = "b c d f g h j l m n p r s t v st tr pl br ch qu gr".split()
    return (r.choice(onset if r.random() < .9 else [""]) + r.choice("a e i o u ai ou é è en on".split())
            + r.choice(["", "", "", "", "r", "s", "n", "t", "l", "nt"]))

def vocabulary(r):
    function, content = set(), set()
    while len(function) < 40:
        word = syllable(r)
        if len(word) <= 4: function.add(word)
    while len(content) < 900: content.add("".join(syllable(r) for _ in range(r.choice([1, 2, 2, 2, 3, 3, 4]))))
    return sorted(function), sorted(content - function)

def misspelled(r, word):
    if len(word) < 2: return word + r.choice("aes")
    for _ in range(5):
        i, kind = r.randrange(len(word)), r.random()
        if kind < .35: other = word[:i] + word[i + 1:]
        elif kind < .55: other = word[:i] + word[i] + word[i:]
        elif kind < .7 and i + 1 < len(word): other = word[:i] + word[i + 1] + word[i] + word[i + 2:]
        elif kind < .85: other = word[:i] + r.choice("abcdefghijlmnopqrstuvé") + word[i + 1:]
        else: other = word[:-1] if word[-1] in "se" else word + r.choice(["s", "e", "r"])
        if other != word and other: return other
    return word + "e"

class Copyists:
    """How the copyists of one tradition copy. A text is words by place; a place is a tuple, so that what is added has its own."""

    def __init__(self, r, sort):
        self.r = r
        function, content = vocabulary(r)
        common, rare = [1 / (i + 1) for i in range(len(function))], [1 / (i + 8) for i in range(len(content))]
        words = r.randint(*{"mixed": (500, 1300), "small": (700, 1200), "large": (900, 1300)}[sort])
        self.text = {(i,): r.choices(function, common)[0] if r.random() < .45 else r.choices(content, rare)[0] for i in range(words)}
        self.function, self.common, self.content = function, common, content
        self.right = set(function) | set(content)
        self.synonyms = {w: [r.choice(content) for _ in range(2)] for w in content}
        self.little = {w: [r.choice(function) for _ in range(3)] for w in function}
        self.shape, self.hard = r.choice([.4, .7, 1.5, 4]), {}
        self.total = (int(math.exp(r.uniform(math.log(10), math.log(58)))) if sort == "mixed" else
                      r.randint(11, 17) if sort == "small" else r.randint(30, 57))
        self.mix = [r.gammavariate(4 * share * 5, 1) for share in USUAL]
        self.mends = r.uniform(.1, .65)
        self.changes = r.uniform(6, 20) if sort == "mixed" else math.exp(r.uniform(math.log(6), math.log(45)))
        self.choice = r.choice(["any", "any", "young", "few", "star"])
        none, least, most = {"mixed": (.2, .05, .3), "small": (.1, .1, .45), "large": (.2, .05, .25)}[sort]
        self.contaminated = 0 if r.random() < none else r.uniform(least, most)
        self.alike, self.before = r.uniform(.3, .8), {}

    def weight(self, place):
        """Some places are changed more readily than others."""
        if place not in self.hard: self.hard[place] = self.r.gammavariate(self.shape, 1)
        return self.hard[place]

    def copy(self, source, changes):
        r, copy = self.r, dict(source)
        for place, word in list(copy.items()):
            if word not in self.right and place in self.text and r.random() < self.mends * .6: copy[place] = self.text[place]
        places = sorted(copy)
        for place in r.choices(places, [self.weight(k) for k in places], k=max(1, int(changes))):
            if place in copy: self.change(copy, place)
        return copy

    def change(self, copy, place):
        r, kind, word = self.r, self.r.choices(KINDS, self.mix)[0], copy[place]
        if kind in ("spell", "func", "subst"):
            if word not in self.little and kind == "func": kind = "subst"
            # What another copyist wrote here comes to mind again.
            if (place, kind) in self.before and r.random() < self.alike: other = r.choice(self.before[place, kind])
            elif kind == "spell": other = misspelled(r, word)
            elif kind == "func": other = r.choice(self.little[word])
            else: other = r.choice(self.synonyms[word]) if word in self.synonyms and r.random() < .7 else r.choice(self.content)
            self.before.setdefault((place, kind), []).append(other)
            copy[place] = other
        elif kind == "om1": del copy[place]
        elif kind in ("omfew", "skip"):
            many = r.randint(2, 5) if kind == "omfew" else r.randint(5, 30)
            places = sorted(copy)
            at = places.index(place)
            for one in places[at:at + many]:
                if len(copy) > 200: del copy[one]
        elif kind == "add":
            new = place + (1,)
            if new not in copy:
                copy[new] = (r.choice(self.before[new, "a"]) if (new, "a") in self.before and r.random() < self.alike else
                             r.choices(self.function, self.common)[0] if r.random() < .7 else r.choice(self.content))
            self.before.setdefault((new, "a"), []).append(copy[new])
        elif kind == "swap":
            places = sorted(copy)
            at = places.index(place)
            if at + 1 < len(places): copy[place], copy[places[at + 1]] = copy[places[at + 1]], copy[place]
        elif kind == "split" and len(word) > 4:
            at = r.randint(2, len(word) - 2)
            copy[place] = word[:at] + " " + word[at:]

    def merged(self, first, second):
        """A text of two exemplars: a stretch, words here and there, or several stretches of the second."""
        r, places, how = self.r, sorted(set(first) | set(second)), self.r.random()
        if how < .4:
            many = int(len(places) * r.uniform(.15, .6))
            at = r.choice([0, len(places) - many, r.randint(0, len(places) - many)])
            taken = set(places[at:at + many])
        elif how < .75:
            share = r.uniform(.2, .7)
            taken = {k for k in places if r.random() < share}
        else:
            taken = set()
            for _ in range(r.randint(2, 6)):
                many = r.randint(20, max(21, len(places) // 6))
                at = r.randint(0, max(0, len(places) - many))
                taken |= set(places[at:at + many])
        sources = ((k, second if k in taken else first) for k in places)
        return {k: source[k] for k, source in sources if k in source}

def tradition(seed, sort):
    """The witnesses' texts by name, and the truth: lost nodes and arrows."""
    r = random.Random(seed)
    copyists = Copyists(r, sort)
    texts, arrows, copies = [copyists.text], [], [0]
    for n in range(1, copyists.total):
        if copyists.choice == "any": parent = r.randrange(n)
        elif copyists.choice == "young": parent = max(r.randrange(n), r.randrange(n))
        elif copyists.choice == "few": parent = min(r.sample(range(n), min(n, 3)), key=lambda x: copies[x])
        else: parent = max(r.sample(range(n), min(n, 2)), key=lambda x: copies[x])
        source = texts[parent]
        arrows.append((parent, n)); copies[parent] += 1; copies.append(0)
        if n > 2 and r.random() < copyists.contaminated:
            other = r.choice([x for x in range(n) if x != parent])
            copies[other] += 1
            source = copyists.merged(source, texts[other])
            arrows.append((other, n))
        changes = copyists.changes * math.exp(r.gauss(0, .6))
        texts.append(copyists.copy(source, min(80 if sort == "mixed" else 150, changes)))
    share = r.uniform(0, .1) if r.random() < .3 else r.uniform(.1, .5)
    if sort == "small": share = r.choice([0, r.uniform(0, .15), r.uniform(.05, .3)])
    lost = {i for i in range(copyists.total) if r.random() < share}
    while copyists.total - len(lost) < 7: lost.discard(r.choice(sorted(lost)))
    fragments, held = r.random() < .15, {}
    for i in range(copyists.total):
        if i in lost: continue
        places = sorted(texts[i])
        if fragments and r.random() < .35:
            many = int(len(places) * r.uniform(.3, .8))
            at = r.choice([0, len(places) - many, r.randint(0, len(places) - many)])
            places = places[at:at + many]
        held[i] = " ".join(texts[i][k] for k in places)
    # Lost ones from which nothing came, and a lost head with one copy, nobody can know of.
    while (bare := next((i for i in sorted(lost) if not any(a == i for a, _ in arrows)), None)) is not None:
        arrows = [e for e in arrows if e[1] != bare]; lost.discard(bare)
    nodes, head = [i for i in range(copyists.total) if i in held or i in lost], 0
    while head in lost and sum(a == head for a, _ in arrows) == 1:
        below = next(b for a, b in arrows if a == head)
        if sum(b == below for _, b in arrows) > 1: break
        arrows = [e for e in arrows if e[0] != head]; nodes.remove(head); lost.discard(head); head = below
    order = nodes[:]
    r.shuffle(order)
    name = {x: f"W{i:02d}" for i, x in enumerate(order)}
    return ({name[i]: held[i] for i in sorted(held, key=lambda x: name[x])}, {name[i] for i in nodes if i in lost},
            [(name[a], name[b]) for a, b in arrows])

def distances(held, arrows):
    near = defaultdict(set)
    for a, b in arrows: near[a].add(b); near[b].add(a)
    table = {}
    for start in held:
        seen, queue = {start: 0}, deque([start])
        while queue:
            for y in near[(x := queue.popleft())]:
                if y not in seen: seen[y] = seen[x] + 1; queue.append(y)
        table[start] = [seen.get(x, 10**6) for x in held]
    return table

def parents(held, arrows):
    """By witness: the nearest witnesses above it that are held."""
    above, found = defaultdict(set), {}
    for a, b in arrows: above[b].add(a)
    for x in held:
        found[x], stack, seen = set(), list(above[x]), set()
        while stack:
            p = stack.pop()
            if p in seen: continue
            seen.add(p)
            if p in held: found[x].add(p)
            else: stack.extend(above[p])
    return found

def f1(true, found):
    hits = len(true & found)
    return 2 * hits / (len(true) + len(found)) if true or found else 1.0

def score(held, true, found):
    order = sorted(held)
    t, f = distances(order, true), distances(order, found)
    sign = lambda x, y: (x > y) - (x < y)
    agree = [1 - abs(sign(t[a][b], t[a][c]) - sign(f[a][b], f[a][c])) / 2
             for i, a in enumerate(order) for b, c in combinations([k for k in range(len(order)) if k != i], 2)]
    t, f = parents(held, true), parents(held, found)
    pairs = lambda table: {(p, x) for x in table for p in table[x]}
    either = lambda pairs: {tuple(sorted(p)) for p in pairs}
    return {"sign distance": sum(agree) / len(agree), "parents F1": f1(pairs(t), pairs(f)), "undirected F1": f1(either(pairs(t)), either(pairs(f))),
            "first witnesses": float({x for x in t if not t[x]} == {x for x in f if not f[x]})}

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("stemma"); p.add_argument("--seed", type=int, default=70000); p.add_argument("--write", type=pathlib.Path)
    for sort, many in (("mixed", 150), ("small", 200), ("large", 50)): p.add_argument(f"--{sort}", type=int, default=many)
    a = p.parse_args()
    found, every = {}, []
    for sort in START:
        scores = []
        for number in range(getattr(a, sort)):
            print(f"\r{sort} {number + 1} of {getattr(a, sort)}", end="", file=sys.stderr, flush=True)
            held, lost, true = tradition(a.seed + START[sort] + number, sort)
            with tempfile.TemporaryDirectory() as folder:
                place = pathlib.Path(folder) if a.write is None else a.write / f"{sort}-{number}"
                place.mkdir(parents=True, exist_ok=True)
                with open(place / "witnesses.jsonl", "w", encoding="utf-8") as f:
                    for name, text in held.items(): f.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
                truth = {"nodes": [{"id": x, "lost": x in lost} for x in sorted(set(held) | lost)], "edges": true}
                (place / "gold.json").write_text(json.dumps(truth), encoding="utf-8")
                run = subprocess.run([a.stemma, "lineage", str(place / "witnesses.jsonl"), "--json", "--quiet"], capture_output=True, text=True)
            if run.returncode > 1: sys.exit(f"manuscripts.py: {sort} {number}: {run.stderr.strip()}")
            stemmata = [o for o in map(json.loads, run.stdout.splitlines()) if o.get("type") == "stemma"]
            edges = [(e["from"], e["to"]) for o in stemmata for e in o["edges"]]
            scores.append(score(set(held), true, edges))
        if scores: found[sort] = scores; every += scores
    print(file=sys.stderr)
    if len(found) > 1: found["all"] = every
    for sort, scores in found.items():
        print(f"{sort:6s} {len(scores):4d}  " + "  ".join(f"{k} {sum(s[k] for s in scores) / len(scores):.3f}" for k in scores[0]))

if __name__ == "__main__":
    main()
