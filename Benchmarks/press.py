#!/usr/bin/env python3
"""Score what `stemma match --json` says of a made press (make_copies.py of the evaluation data) against its truth.

usage: press.py ARTICLES.jsonl TRUTH.jsonl OUT.jsonl [--list OPERATION]

Prints as one JSON object:
  pairs     recall and precision of copying pairs against families, digests aside; recall also by the rate of spinning of
            either text. A pair of two families counts as wrong although one may have borrowed a paragraph of the other
            ("add"); `borrowed` says how many of the wrong ones have.
  kinds     share of pairs of a copy and its parent with the kind that its operation asks for, where there was but one, by
            operation and in all. Copies that an operation left as they were are passed over. What is cut or added asks
            for "partial" where less than four fifths are kept, else "edited"; either will do within 0.03 of that.
  digests   share found as partial with their parent, and with the second article (found by its paragraphs).
With --list the pairs of a copy by that operation are listed that have another kind.
"""
import json, re, sys
from collections import Counter, defaultdict

COPYING = {"verbatim", "edited", "partial", "spun"}
ASKED = {"typography": {"verbatim"}, "head": {"verbatim"}, "furniture": {"verbatim"}, "credit": {"verbatim"},
         "backdated": {"verbatim"}, "number": {"edited"}, "quote": {"edited"}, "light": {"edited"}, "lead": {"edited"},
         "drop": {"edited", "partial"}, "spin": {"spun"}, "digest": {"partial"}}

def lines(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.strip(): yield json.loads(line)

def words(text):
    return re.findall(r"\w+", text.replace("’", "'").lower())

def paragraphs(text):
    return [p.strip() for p in re.split(r"\n+", text) if len(p) > 80]

def asked(operation, child, parent):
    """Kinds that are right, or None where nothing was changed."""
    if operation in ("cut", "add"):
        kept = len(words(child)) / max(1, len(words(parent)))
        kept = min(kept, 1 / kept)
        return {"partial"} if kept < .77 else {"edited"} if kept > .83 else {"partial", "edited"}
    if operation in ("light", "quote", "number", "drop", "spin") and words(child) == words(parent): return None
    return ASKED[operation]

def share(hits, all_): return round(hits / all_, 4) if all_ else None

def main(articles_path, truth_path, output_path, listed=None):
    text = {o["id"]: o["text"] for o in lines(articles_path)}
    truth = {o["id"]: o for o in lines(truth_path)}
    kind = {}
    for o in lines(output_path):
        if o.get("type") == "pair": kind[frozenset((o["a"], o["b"]))] = o["kind"]
    digest = {i for i, t in truth.items() if "digest" in t["operations"]}

    members = Counter(t["family"] for i, t in truth.items() if i not in digest)
    true = sum(n * (n - 1) // 2 for n in members.values())
    right = wrong = borrowed = 0
    for pair, k in kind.items():
        if k not in COPYING or len(pair) < 2 or not pair <= truth.keys() or pair & digest: continue
        a, b = pair
        if truth[a]["family"] == truth[b]["family"]: right += 1
        else:
            wrong += 1
            borrowed += bool(set(paragraphs(text[a])) & set(paragraphs(text[b])))
    spun = defaultdict(lambda: [0, 0])
    for i, t in truth.items():
        if t["parent"] and t["spin"]:
            n = spun[str(t["spin"])]; n[1] += 1
            n[0] += kind.get(frozenset((i, t["parent"]))) in COPYING

    by = defaultdict(Counter); good = Counter(); seen = Counter()
    for i, t in truth.items():
        if t["parent"] is None or len(t["operations"]) != 1 or "digest" in t["operations"]: continue
        operation = t["operations"][0]
        wanted = asked(operation, text[i], text[t["parent"]])
        if wanted is None: continue
        k = kind.get(frozenset((i, t["parent"])))
        by[operation][k] += 1; seen[operation] += 1; good[operation] += k in wanted
        if listed == operation and k not in wanted: print(t["parent"], i, k, sorted(wanted), file=sys.stderr)

    home = {}
    for i, t in truth.items():
        if t["parent"] is None:
            for p in paragraphs(text[i]): home.setdefault(p, i)
    first = second = seconds = 0
    for i in digest:
        first += kind.get(frozenset((i, truth[i]["parent"]))) == "partial"
        sources = Counter(home[p] for p in paragraphs(text[i]) if p in home and home[p] != truth[i]["family"])
        if sources:
            seconds += 1
            second += kind.get(frozenset((i, sources.most_common(1)[0][0]))) == "partial"

    print(json.dumps({
        "pairs": {"true": true, "recall": share(right, true), "precision": share(right, right + wrong), "wrong": wrong,
                  "borrowed": borrowed, "spun": {r: share(*n) for r, n in sorted(spun.items())}},
        "kinds": {"all": share(sum(good.values()), sum(seen.values())), **{o: share(good[o], seen[o]) for o in sorted(seen)}},
        "said": {o: {str(k): n for k, n in by[o].most_common()} for o in sorted(by)},
        "digests": {"parent": share(first, len(digest)), "second": share(second, seconds), "count": len(digest)},
    }, indent=1))

if __name__ == "__main__":
    arguments = sys.argv[1:]
    listed = None
    if "--list" in arguments:
        at = arguments.index("--list"); listed = arguments[at + 1]; del arguments[at:at + 2]
    if len(arguments) != 3: sys.exit(__doc__)
    main(*arguments, listed)
