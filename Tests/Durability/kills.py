#!/usr/bin/env python3
"""Kills a reading, again and again, and holds what is left against an archive that nobody disturbed.

usage: Tests/Durability/kills.py [PROGRAM] [--kills 25] [--articles 300] [--seed N] [--record FILE]

The demo press and a made pile are read into an archive, and the reading is killed (SIGKILL) at moments drawn by lot: in its
first 100 ms, anywhere, when its stages begin, and while it closes the archive. Then the archive is checked, the same command is
run again, and killed again; after some kills it is let finish. Every fourth archive is one of the oldest version, to be
migrated: it must be old and whole, or new and whole, and so the copy that is kept of it. Each finished archive must be sound
and its canonical export the same, byte for byte, as that of the undisturbed one. Exit status 1 when anything is otherwise.
"""
import os
import pathlib
import pty
import random
import select
import shutil
import signal
import subprocess
import sys
import time

import common

STAGES = ["reading", "indexing", "comparing", "lineage"]


def moments(rng, kills):
    """When to kill: a way, and a number that says when."""
    for number in range(kills):
        way = ["start", "anywhere", "stage", "anywhere", "closing"][number % 5]
        yield (way, rng.choice(STAGES) if way == "stage" else None, rng.random())


def disturb(bench, archive, moment, length):
    """Starts a reading and kills it. Returns whether it lived to be killed, and after how many seconds."""
    way, stage, number = moment
    ours, theirs = pty.openpty()
    began = time.monotonic()
    process = subprocess.Popen(
        bench.reading(archive), cwd=common.PACKAGE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs,
        env={**os.environ, "TMPDIR": str(bench.folder)})
    os.close(theirs)
    # When to kill, once it is known.
    due = {"start": began + 0.1 * number, "anywhere": began + length * number}.get(way)
    words = b""
    open_ends = {ours, process.stdout.fileno()}
    try:
        while True:
            now = time.monotonic()
            if due is not None and now >= due:
                process.kill()
                break
            if now - began > common.HUNG:
                process.kill()
                raise common.Failed(f"a reading took more than {common.HUNG} s")
            if process.poll() is not None:
                break
            ready, _, _ = select.select(list(open_ends), [], [], 0.002 if due is None else min(0.05, max(0, due - now)))
            for end in ready:
                try:
                    data = os.read(end, 65536)
                except OSError:
                    data = b""
                if not data:
                    open_ends.discard(end)
                elif end == ours:
                    words = (words + data)[-4096:]
                    if way == "stage" and due is None and stage.encode() + b":" in words:
                        due = time.monotonic() + 0.2 * length * number
                # What it found is printed when everything is stored: from now on it closes the archive.
                if end != ours and way == "closing" and due is None:
                    due = time.monotonic() + 0.015 * number
        process.wait()
    finally:
        os.close(ours)
        process.stdout.close()
    return process.returncode == -signal.SIGKILL, time.monotonic() - began


def migrating(bench, archive, noted):
    """What a kill left of an archive of the oldest version: "old", or what `sound` says of a new one."""
    copy = pathlib.Path(f"{archive}.v0.bak")
    if copy.exists() and common.notes(copy) != noted:
        raise common.Failed("the copy that is kept is not whole")
    ending = bench.run([bench.program, "check", "--archive", archive])
    if ending.returncode == 2 and "an older stemma made this archive" in common.said(ending):
        if common.notes(archive) != noted:
            raise common.Failed("the old archive is not whole")
        return "old"
    if not copy.exists():
        raise common.Failed("the archive is new, and no copy of the old one there")
    return bench.sound(archive)


def main():
    given = common.arguments(__doc__, kills={"type": int, "default": 25}, articles={"type": int, "default": 300})
    rng = random.Random(given.seed)
    began = time.monotonic()
    with common.Bench(given.program, given.articles) as bench:
        _, wanted, length = bench.whole()
        old = bench.folder / "old"
        common.sort_of_old(old, 40_000)
        noted = common.notes(old)
        plan = moments(rng, 1_000_000)
        tally = {"kills": 0, "chains": 0, "ended_before": 0, "old": 0, "unborn": 0, "unfinished": 0, "sound": 0}
        ways, failures = {}, []
        while tally["kills"] < given.kills:
            archive = bench.archive("disturbed")
            is_old = tally["chains"] % 4 == 3
            if is_old:
                shutil.copy(old, archive)
            chain = []
            try:
                for _ in range(rng.randint(1, 8)):
                    moment = next(plan)
                    killed, seconds = disturb(bench, archive, moment, length)
                    chain.append((moment[0], moment[1], round(seconds, 3), killed))
                    tally["kills" if killed else "ended_before"] += 1
                    if killed:
                        ways[moment[0]] = ways.get(moment[0], 0) + 1
                        tally[migrating(bench, archive, noted) if is_old else bench.sound(archive, unborn=True)] += 1
                    # What has all findings is not disturbed much by another reading.
                    if tally["kills"] >= given.kills or not killed:
                        break
                ending = bench.read(archive)
                if ending.returncode != 0:
                    raise common.Failed(f"the last reading ended with {ending.returncode}: {common.said(ending)}")
                if bench.sound(archive) != "sound":
                    raise common.Failed("the finished archive says that it is not finished")
                if bench.export(archive) != wanted:
                    raise common.Failed("the finished archive is not the undisturbed one")
                left = sorted(path.name for path in archive.parent.iterdir())
                if is_old and common.notes(archive) != noted:
                    raise common.Failed("the migration lost notes")
                if left != (["pile.stemma", "pile.stemma.v0.bak"] if is_old else ["pile.stemma"]):
                    raise common.Failed(f"beside the finished archive lie {left}")
                tally["chains"] += 1
            except common.Failed as failure:
                failures.append(f"{failure}, after {chain}")
                print(f"kills: {failures[-1]}", file=sys.stderr)
                if len(failures) > 5:
                    break
        common.record(given, "kills", {
            **tally, "by_moment": ways, "failures": len(failures), "length_of_a_reading": round(length, 2),
            "articles": given.articles, "seconds": round(time.monotonic() - began)})
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
