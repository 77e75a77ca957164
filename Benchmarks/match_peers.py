#!/usr/bin/env python3
"""Finds candidate pairs with one of the peers and says what it cost; `stemma bench match` runs it, once a measurement.

usage: match_peers.py ENGINE SETTING TEXTS.jsonl PAIRS.bin [--passim FOLDER]
       match_peers.py --check                     prints which peers are installed, as JSON

ENGINE is datasketch, rensa, gaoya or passim; SETTING is 0.8, 0.5 or widest. TEXTS.jsonl holds {"id", "text"}, a line an
article. PAIRS.bin receives the pairs found, each two little-endian 32-bit numbers of lines, the smaller first. The last
line of standard output is a JSON object: seconds of the clock and of the processor from the texts in memory to the
pairs in memory, and the most memory the process held (bytes).

The peers are used as their documentation shows: words parted at blanks and lowered, runs of five of them, 128
permutations, an LSH index over all texts, then each text asked of it. The settings are

  0.8     the usual threshold for near duplicates; bands and rows as the library chooses them for it, or, where it does
          not choose (rensa, gaoya), as datasketch does
  0.5     a threshold for edited copies (gaoya's README uses it), likewise
  widest  64 bands of two rows: all that 128 permutations can give for recall

rensa wants a number of bands that divides 128: it gets the next above.

What counts as a pair is what the index answers, as for our own candidates. gaoya checks its answers against the
threshold itself; in the widest setting the threshold is 0.
"""
import array
import json
import os
import resource
import subprocess
import sys
import time

PERMUTATIONS = 128
WORDS = 5
# Threshold, bands, rows. datasketch's optimum for the threshold with 128 permutations.
SETTINGS = {"0.8": (0.8, 9, 13), "0.5": (0.5, 25, 5), "widest": (0.0, 64, 2)}


def shingles(text):
    words = text.lower().split()
    return list(map(" ".join, zip(*(words[start:] for start in range(WORDS))))) or [" ".join(words)]


def answers_to_pairs(answers):
    return {(other, number) for number, answer in enumerate(answers) for other in answer if other < number}


def datasketch(texts, threshold, bands, rows):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(bands, rows))
    sketches = MinHash.bulk(([run.encode() for run in shingles(text)] for text in texts), num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for number, sketch in enumerate(sketches):
            session.insert(number, sketch, check_duplication=False)
    return answers_to_pairs(map(index.query, sketches))


def rensa(texts, threshold, bands, rows):
    from rensa import RMinHash, RMinHashLSH

    bands = next(count for count in range(bands, PERMUTATIONS + 1) if PERMUTATIONS % count == 0)
    sketches = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=PERMUTATIONS, seed=42)
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
    index.insert_pairs(list(enumerate(sketches)))
    return answers_to_pairs(index.query_all(sketches))


def gaoya(texts, threshold, bands, rows):
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(hash_size=32, jaccard_threshold=threshold, num_bands=bands, band_size=rows,
                               analyzer="word", lowercase=True, ngram_range=(WORDS, WORDS))
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    return answers_to_pairs(index.par_bulk_query(texts))


def passim(path, folder):
    """Passim as a whole program (its start and Spark's included), aligned passages by pair; pairs of ids."""
    import tempfile

    with tempfile.TemporaryDirectory() as out:
        environment = dict(os.environ, PYTHONPATH=folder, SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable,
                           PYSPARK_SUBMIT_ARGS="--master local[1] --driver-memory 8g pyspark-shell")
        run = subprocess.run([sys.executable, "-m", "passim.seriatim", "--pairwise", path, os.path.join(out, "o")],
                             env=environment, capture_output=True, text=True)
        parts = os.path.join(out, "o", "align.json")
        # What follows the pairs, clustering, needs a package of Spark's that may not be there.
        if not os.path.isdir(parts) or "_SUCCESS" not in os.listdir(parts):
            sys.exit(f"match_peers: passim ended with {run.returncode}: {run.stderr.strip()[-600:]}")
        found = set()
        for name in sorted(os.listdir(parts)):
            if name.endswith(".json"):
                with open(os.path.join(parts, name), encoding="utf-8") as lines:
                    for line in lines:
                        pair = json.loads(line)
                        found.add((pair["id"], pair["id2"]))
    return found


def check():
    found = {}
    from importlib import metadata
    for name in ("datasketch", "rensa", "gaoya", "pyspark"):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    print(json.dumps(found))


def main():
    if sys.argv[1:] == ["--check"]:
        return check()
    arguments = sys.argv[1:]
    folder = None
    if "--passim" in arguments:
        at = arguments.index("--passim")
        folder = arguments[at + 1]
        del arguments[at:at + 2]
    engines = {"datasketch": datasketch, "rensa": rensa, "gaoya": gaoya}
    if len(arguments) != 4 or arguments[0] not in [*engines, "passim"] or arguments[1] not in SETTINGS:
        sys.exit(__doc__)
    engine, setting, path, output = arguments
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    texts = [article["text"] for article in articles]
    if engine != "passim":
        engines[engine](texts[:2], *SETTINGS[setting])  # Imports and tables are made before the clock starts.
    clock, processor = time.perf_counter(), used()
    if engine == "passim":
        numbers = {article["id"]: number for number, article in enumerate(articles)}
        found = {tuple(sorted((numbers[a], numbers[b]))) for a, b in passim(path, folder)}
    else:
        found = engines[engine](texts, *SETTINGS[setting])
    seconds, processor = time.perf_counter() - clock, used() - processor
    with open(output, "wb") as file:
        flat = array.array("I", (number for pair in found for number in pair))
        if sys.byteorder == "big":
            flat.byteswap()
        flat.tofile(file)
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "processor_seconds": processor, "peak_memory_bytes": memory * 1024}))


def used():
    """Processor seconds of this process and of those that it has waited for."""
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    main()
