#!/usr/bin/env python3
"""Score whether the agencies that real articles name are found.

usage: Benchmarks/agencies.py STEMMA DATA [--faults]

DATA is the folder of evaluation data that holds families/. labels/agencies.tsv knows the judged articles by a hash. An article
counts as right when the agencies that the program finds in its credits and dateline are just those that a reader named:
`agencies` counts the articles in which a reader named any, `precision` all articles in which the program finds any, and `roles`
those of the first in which a source of the whole is also told from one of a part. The halves by the first digit of the hash are
given too: the program was changed with an eye to the even ones only, and --faults lists only their faults.
"""
import gzip, hashlib, json, pathlib, subprocess, sys, tempfile

CORPORA = {"helsinki": "families/helsinki/articles.jsonl.gz", "base": "families/base.jsonl.gz"}
LABELS = pathlib.Path(__file__).resolve().parent / "labels" / "agencies.tsv"


def names(column):
    return set() if column == "-" else set(column.split("; "))


def labels():
    rows = [line.split("\t") for line in LABELS.read_text().splitlines() if not line.startswith("#")]
    return {key: (names(whole), names(part)) for key, whole, part in rows}


def judged(data, known):
    """The lines of the judged articles, with the hash in the place of the id."""
    for corpus, path in CORPORA.items():
        with gzip.open(data / path, "rt") as lines:
            for line in lines:
                article = json.loads(line)
                key = hashlib.sha256(f"{corpus}:{article['id']}".encode()).hexdigest()[:16]
                if key in known:
                    yield json.dumps(article | {"id": key})


def found(article):
    """The agencies of the whole and those of a part only."""
    credits = [c for c in article["credits"] if c["kind"] == "agency"]
    whole = {c["name"] for c in credits if c["role"] in ("source", "supplied", "originated")}
    if article["dateline"] and article["dateline"]["agency"]:
        whole.add(article["dateline"]["agency"])
    return whole, {c["name"] for c in credits if c["role"] in ("contributed", "edited")} - whole


def share(right):
    return round(sum(right) / max(1, len(right)), 4)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    known = labels()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as pages:
        pages.write("\n".join(judged(pathlib.Path(sys.argv[2]), known)))
        pages.flush()
        run = subprocess.run([sys.argv[1], "extract", pages.name, "--json", "--quiet"], capture_output=True, text=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    articles = {line["id"]: line for line in lines if line["type"] == "article"}
    scores = {"articles": len(known)}
    for half in ("", "even ", "odd "):
        keys = [key for key in known if half != ("even ", "odd ")[int(key[0], 16) % 2 == 0]]
        pairs = [(known[key], found(articles[key]) if key in articles else (set(), set())) for key in keys]
        named = [(right, ours) for right, ours in pairs if right[0] | right[1]]
        scores[half + "agencies"] = share([right[0] | right[1] == ours[0] | ours[1] for right, ours in named])
        scores[half + "roles"] = share([right == ours for right, ours in named])
        scores[half + "precision"] = share([r[0] | r[1] == o[0] | o[1] for r, o in pairs if o[0] | o[1]])
    print(json.dumps(scores))
    if "--faults" in sys.argv:
        for key, right in known.items():
            ours = found(articles[key]) if key in articles else None
            if int(key[0], 16) % 2 == 0 and (ours is None or ours[0] | ours[1] != right[0] | right[1]):
                print(key, right, ours, articles.get(key, {}).get("outlet"))


if __name__ == "__main__":
    main()
