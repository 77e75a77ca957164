#!/usr/bin/env python3
"""How the cost of matching grows: with the number of articles, and with copies of one page.

usage: Benchmarks/growth.py STEMMA [FILE...] [--sizes N,N] [--identical N] [--memory SIZE] [--threads N]

FILE are JSON Lines of articles in growing numbers (presses of one make); without any, piles of --sizes articles (10000,
100000; a million takes a while) are made by make_pile.py. Each is matched by the program as users run it, and a line says
how many articles a second, how much longer it took than the one before for each article, and the most memory it held.
--memory is handed on. --identical N (50000) matches N copies of one article and then N different ones of the same
length; 0 leaves that out. Times are the processor's, of all threads together, so that other work on the machine counts
little.
"""
import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def measured(stemma, path, given):
    command = [stemma, "match", path, "--json", "--quiet", "--threads", str(given.threads)]
    if given.memory:
        command += ["--memory", given.memory]
    out = tempfile.TemporaryFile()
    child = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"growth: {' '.join(command)} ended with {child.returncode}: {said.decode(errors='replace')[-500:]}")
    out.seek(max(0, out.seek(0, os.SEEK_END) - 8192))
    summary = json.loads(out.read().splitlines()[-1])
    return {"articles": summary["articles"], "pairs": summary["pairs"], "families": summary["families"],
            "processor_seconds": round(used.ru_utime + used.ru_stime, 2), "seconds": summary["seconds"],
            "peak_memory_mb": round(used.ru_maxrss / 1024)}


def show(name, run):
    print(f"{name}: {run['articles']} articles, {run['processor_seconds']:.1f} s of the processor ({run['seconds']:.1f} s of the clock), "
          f"{run['articles'] / max(.001, run['processor_seconds']):.0f} articles/s, {run['pairs']} pairs, {run['families']} families, "
          f"peak {run['peak_memory_mb']} MB", flush=True)


def write(path, texts):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": f"i{number:07d}", "text": text}) + "\n")


def different(count, length, rng):
    """Texts without sense that share no runs of words, in a vocabulary with a language's frequencies."""
    words = ["".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(rng.randint(1, 4))) for _ in range(20_000)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    for _ in range(count):
        yield " ".join(rng.choices(words, cum_weights=weights, k=length))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--identical", type=int, default=50_000)
    parser.add_argument("--memory")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = list(given.files)
        for size in [] if files else map(int, given.sizes.split(",")):
            path = os.path.join(folder, f"{size}.jsonl")
            with open(path, "wb") as file:
                subprocess.run([sys.executable, os.path.join(ROOT, "Benchmarks", "make_pile.py"), str(size)], stdout=file, check=True)
            files.append(path)
        before = None
        for path in files:
            run = measured(given.stemma, path, given)
            show(os.path.basename(os.path.dirname(path)) if given.files else "pile", run)
            if before:
                times = run["processor_seconds"] / max(.01, before["processor_seconds"])
                print(f"  {run['articles'] / before['articles']:.1f} times the articles, {times:.1f} times the time, "
                      f"{run['peak_memory_mb'] / before['peak_memory_mb']:.1f} times the memory")
            before = run
        if given.identical:
            rng = random.Random(1)
            same, other = os.path.join(folder, "same.jsonl"), os.path.join(folder, "different.jsonl")
            write(same, [next(different(1, 400, rng))] * given.identical)
            write(other, different(given.identical, 400, rng))
            runs = [measured(given.stemma, path, given) for path in (same, other)]
            show("identical", runs[0])
            show("different", runs[1])
            print(f"  identical ones take {runs[0]['processor_seconds'] / max(.01, runs[1]['processor_seconds']):.2f} times as long")


if __name__ == "__main__":
    main()
