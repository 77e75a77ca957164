#!/usr/bin/env python3
"""How fast witnesses are collated, beside CollateX (`pip install collatex`), on the same invented witnesses in one run.

usage: Benchmarks/collate.py STEMMA [--sizes N,N] [--words N] [--runs N] [--only-stemma] [--files FOLDER]

For each number of witnesses a report of --words words is copied along a tree, with words replaced, added and cut, paragraphs
added, dropped and moved. Both programs read the same JSON Lines in a process of their own and write what they found. Times
are the processor's, the middle of --runs for stemma: of the whole process, and with start-up taken off, which for stemma is
the same command over two witnesses of one word, and for CollateX all that comes before its `collate` is called. --sizes
beyond 20 take CollateX minutes. --files keeps the witnesses.
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile

PEER = """
import json, sys, time
from collatex import Collation, collate
collation = Collation()
for line in open(sys.argv[1], encoding="utf-8"):
    witness = json.loads(line)
    collation.add_plain_witness(witness["id"], witness["text"])
start = time.process_time()
found = collate(collation, output="json")
print(time.process_time() - start, file=sys.stderr)
print(found)
"""
COMMON = "the of to and a in that for is on was it with as at he by from be have".split()
SYLLABLES = "ka tor vik mel os ran du lin bre sha pel un gri eth ma no si ta cor ven".split()


class Tradition:
    """Copies of copies of one report in a language of its own."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        pick = self.random.choice
        self.vocabulary = ["".join(pick(SYLLABLES) for _ in range(self.random.randint(1, 4))) for _ in range(3_000)]

    def word(self):
        if self.random.random() < 0.42:
            return self.random.choice(COMMON)
        return self.vocabulary[min(2_999, int(3_000 ** self.random.random()) - 1)]

    def report(self, words):
        paragraphs = []
        while words > 0:
            length = min(words, self.random.randint(35, 65))
            paragraphs.append([self.word() for _ in range(length)])
            words -= length
        return paragraphs

    def edit(self, text):
        chance = self.random
        paragraph = chance.choice(text)
        at, roll = chance.randrange(len(paragraph)), chance.random()
        if roll < 0.5:
            paragraph[at] = self.word()
        elif roll < 0.65:
            paragraph[at:at] = [self.word() for _ in range(chance.randint(1, 6))]
        elif roll < 0.8 and len(paragraph) > 8:
            del paragraph[at:at + chance.randint(1, 4)]
        elif roll < 0.86:
            text.insert(chance.randrange(len(text) + 1), [self.word() for _ in range(40)])
        elif roll < 0.92 and len(text) > 3:
            text.pop()
        elif len(text) > 3:
            text.insert(chance.randrange(len(text)), text.pop(chance.randrange(len(text))))

    def witnesses(self, count, words):
        texts = [self.report(words)]
        while len(texts) < count:
            copy = [list(paragraph) for paragraph in self.random.choice(texts)]
            for _ in range(self.random.randint(1, 12)):
                self.edit(copy)
            texts.append([paragraph for paragraph in copy if paragraph])
        for number, text in enumerate(texts):
            yield {"id": f"w{number:04}", "text": "\n\n".join(" ".join(p).capitalize() + "." for p in text)}


def run(command):
    """Seconds of the processor that a command took, and what it said beside its output."""
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace")
    if child.returncode:
        sys.exit(f"collate: {' '.join(command)[:200]} ended with {child.returncode}: {words[-500:]}")
    return used.ru_utime + used.ru_stime, words


def write(path, witnesses):
    with open(path, "w", encoding="utf-8") as file:
        for witness in witnesses:
            file.write(json.dumps(witness) + "\n")
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("--sizes", default="2,3,5,10,20")
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only-stemma", action="store_true")
    parser.add_argument("--files")
    given = parser.parse_args()
    folder = given.files or tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)

    def stemma(path):
        command = [given.stemma, "collate", path, "--json", "--quiet"]
        return statistics.median(run(command)[0] for _ in range(given.runs))

    nothing = write(os.path.join(folder, "start.jsonl"), [{"id": "a", "text": "ice"}, {"id": "b", "text": "ice"}])
    start = stemma(nothing)
    print(f"stemma starts in {start * 1000:.1f} ms")
    for size in map(int, given.sizes.split(",")):
        path = os.path.join(folder, f"{size}.jsonl")
        write(path, Tradition(7).witnesses(size, given.words))
        mine = stemma(path)
        # Below a tenth of a millisecond start-up cannot be taken off.
        alone = max(1e-4, mine - start)
        line = f"{size} witnesses of {given.words} words: stemma {mine * 1000:.1f} ms, {alone * 1000:.1f} without start-up"
        if not given.only_stemma:
            whole, said = run([sys.executable, "-c", PEER, path])
            peer = float(said.split()[-1])
            line += (f"; CollateX {whole:.2f} s, {peer:.2f} without; "
                     f"{whole / mine:.0f} times, {peer / alone:.0f} without start-up")
        print(line, flush=True)


main()
