#!/usr/bin/env python3
"""How long an archive takes to answer where a page comes from, and to take in a page more.

usage: Benchmarks/trace_time.py STEMMA ARTICLES.jsonl [--archive FILE] [--count N] [--seed N] [--again]

Reads ARTICLES into an archive (a temporary one unless --archive names one; --again takes one that is read already), then
asks `stemma trace` N times (20) for the upper half of one of them, chosen by chance, as a reader would who has found a
shortened copy, and N times for a text that none of them carries: the same words in another order. Then N such halves are
read into the archive, one run each. Prints medians, 9 in 10, and the slowest, whole runs of the program on the clock; and whether the
traced halves were found in the right article's family.
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time


def run(*command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    return time.perf_counter() - start, done


def show(name, seconds):
    seconds = sorted(seconds)
    print(f"{name}: median {statistics.median(seconds) * 1000:.0f} ms, 9 in 10 within {seconds[len(seconds) * 9 // 10] * 1000:.0f} ms, "
          f"slowest {seconds[-1] * 1000:.0f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("articles")
    parser.add_argument("--archive")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args()
    rng = random.Random(given.seed)
    chosen = []
    with open(given.articles, encoding="utf-8") as lines:
        for number, line in enumerate(lines):  # A sample of all lines, in one pass.
            if len(chosen) < given.count:
                chosen.append(line)
            elif (place := rng.randrange(number + 1)) < given.count:
                chosen[place] = line
    chosen = [json.loads(line) for line in chosen]
    with tempfile.TemporaryDirectory() as folder:
        archive = given.archive or os.path.join(folder, "bench.stemma")
        if not given.again:
            seconds, done = run(given.stemma, "read", given.articles, "--archive", archive, "--json", "--quiet")
            if done.returncode not in (0, 2):
                sys.exit(f"trace_time: read ended with {done.returncode}: {done.stderr[-500:]}")
            summary = json.loads(done.stdout.splitlines()[-1])
            print(f"read {summary['articles']} articles: {seconds:.1f} s, {os.path.getsize(archive) / 2**20:.0f} MB archive, "
                  f"peak {summary['peak_memory_bytes'] / 2**20:.0f} MB", flush=True)
        page = os.path.join(folder, "page.txt")
        halves, strangers, found = [], [], 0
        for article in chosen:
            words = article["text"].split()
            for texts, text in ((halves, words[:max(60, len(words) // 2)]), (strangers, rng.sample(words, len(words)))):
                with open(page, "w", encoding="utf-8") as file:
                    file.write(article["title"] + "\n\n" + " ".join(text) if "title" in article else " ".join(text))
                seconds, done = run(given.stemma, "trace", page, "--archive", archive, "--json", "--quiet")
                if done.returncode not in (0, 1):
                    sys.exit(f"trace_time: trace ended with {done.returncode}: {done.stderr[-500:]}")
                texts.append(seconds)
                found += texts is halves and article["id"] in done.stdout
        show("trace of half an article", halves)
        print(f"  {found} of {len(chosen)} name the article")
        show("trace of a text that nobody carries", strangers)
        reads = []
        for number, article in enumerate(chosen):
            name = os.path.join(folder, f"new{number}.jsonl")
            words = article["text"].split()
            with open(name, "w", encoding="utf-8") as file:
                file.write(json.dumps({"id": f"new-{number}", "text": " ".join(words[:max(60, len(words) // 2)])}) + "\n")
            seconds, done = run(given.stemma, "read", name, "--archive", archive, "--json", "--quiet")
            if done.returncode not in (0, 1, 2):
                sys.exit(f"trace_time: read ended with {done.returncode}: {done.stderr[-500:]}")
            reads.append(seconds)
        show("a page more read into the archive", reads)


if __name__ == "__main__":
    main()
