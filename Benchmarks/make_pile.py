#!/usr/bin/env python3
"""Make a pile of articles for timing: no sense, but the shape of news.

usage: make_pile.py COUNT [SEED] > pile.jsonl

About 400 words an article, drawn from an invented vocabulary with the frequencies of a natural language (Zipf). Two
articles in five are copies of an earlier one: whole, cut, with words changed, or with a credit line. The same COUNT and
SEED give the same bytes.
"""
import datetime, itertools, json, random, sys

SYLLABLES = [a + b for a in "b c d f g h k l m n p r s t v w st tr pl gr".split() for b in "a e i o u an er in on al".split()]
OUTLETS = ["Harbour Herald", "Valley Post", "Northern Courier", "The Lantern", "Daily Ledger", "Coast Monitor", "Hill Gazette"]
COMMON = "the of and to in a is that for it was on with as by at from he said will be has had not are his".split()


def vocabulary(rng, size=20_000):
    words = list(COMMON)
    seen = set(words)
    while len(words) < size:
        word = "".join(rng.choice(SYLLABLES) for _ in range(rng.choice([2, 2, 3, 3, 4])))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def main(count, seed):
    rng = random.Random(seed)
    words = vocabulary(rng)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def sentence():
        chosen = rng.choices(words, cum_weights=weights, k=rng.randint(8, 26))
        chosen = [w.capitalize() if rng.random() < .08 else w for w in chosen]
        return chosen[0].capitalize() + " " + " ".join(chosen[1:]) + "."

    def paragraphs():
        return [" ".join(sentence() for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(9, 15))]

    def altered(paragraph, rate):
        return " ".join(rng.choice(words) if rng.random() < rate else w for w in paragraph.split())

    clock = datetime.datetime(2024, 1, 1)
    originals = []
    for number in range(count):
        clock += datetime.timedelta(minutes=rng.randint(1, 9))
        outlet = rng.choice(OUTLETS)
        if originals and rng.random() < .4:
            source, text = rng.choice(originals[-200:])
            text = list(text)
            change = rng.choice(["whole", "cut", "words", "credit"])
            if change == "cut":
                text = text[:max(3, int(len(text) * rng.uniform(.4, .9)))]
            elif change == "words":
                text = [altered(p, .05) for p in text]
            elif change == "credit":
                text = text + [f"Source: {source}"]
        else:
            text = paragraphs()
            originals.append((outlet, text))
        line = {"id": f"p{number:07d}", "title": sentence().rstrip("."), "outlet": outlet,
                "published": clock.isoformat() + "Z", "text": "\n\n".join(text)}
        print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1)
