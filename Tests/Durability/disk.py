#!/usr/bin/env python3
"""Lets the disk be full, or broken, from each of a reading's writes on, and looks at what the program says and leaves.

usage: Tests/Durability/disk.py [PROGRAM] [--points 40] [--articles 12] [--seed N] [--record FILE]

fault.c stands between the program and the C library (LD_PRELOAD): from the N-th call on that would write to the archive, to the
files beside it or to a temporary file, it fails. Without --points every N has its turn. Done with

  read      a small pile into a new archive           grow     more pages into one that is there
  migrate   an archive of the oldest version          backup   a copy of an archive

and, for fewer N, with a broken disk (EIO), a failing fsync, and a single failure after which all is well again.

The program must end by itself, with 2 and one line that says what is the matter and what to do, or with 0 where all is stored
(what could not be folded in when closing stays in the log). The archive must be sound, an old one be old and whole, a copy whole or
not there; and when there is room again, the same command ends in the undisturbed archive. Exit status 1 when it is otherwise.
"""
import errno
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import time

import common

FULL = "the disk is full"
BROKEN = ["the disk could not be read or written", FULL, "cannot be opened", "cannot be made", "cannot be given its name", "scratch folder"]


class Disk:
    def __init__(self, bench, given):
        self.bench, self.given = bench, given
        self.rng = random.Random(given.seed)
        self.library = bench.folder / "fault.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-o", self.library, common.HERE / "fault.c", "-ldl", "-lpthread"],
                       check=True)
        self.folder = bench.folder / "disk"
        self.archive = self.folder / "pile.stemma"
        self.log = bench.folder / "calls"
        self.tried, self.failures, self.refused, self.finished = 0, [], 0, 0

    def run(self, command, first, last=0, code=errno.ENOSPC, calls="wtsom"):
        self.log.unlink(missing_ok=True)
        return self.bench.run(command, env={
            **os.environ, "LD_PRELOAD": str(self.library), "FAULT_UNDER": str(self.folder), "FAULT_FROM": str(first),
            "FAULT_UNTIL": str(last), "FAULT_ERROR": str(code), "FAULT_CALLS": calls, "FAULT_LOG": str(self.log),
            "TMPDIR": str(self.folder), "SQLITE_TMPDIR": str(self.folder)})

    def begin(self, start):
        """The folder as it is before the command."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for path in start:
            shutil.copy(path, self.folder)

    def points(self, command, start, share=1.0):
        """From which calls on to fail: all, or a sample that has the first and the last."""
        self.begin(start)
        ending = self.run(command, 0)
        if ending.returncode != 0:
            raise common.Failed(f"undisturbed, {command[1]} ended with {ending.returncode}: {common.said(ending)}")
        count = int(self.log.read_text())
        wanted = count if self.given.points is None else self.given.points
        wanted = min(count, max(3, int(wanted * share)))
        edge = max(1, wanted // 4)
        chosen = set(range(1, edge + 1)) | set(range(count - edge + 1, count + 1))
        chosen |= set(self.rng.sample(range(1, count + 1), wanted)) if wanted < count else set(range(1, count + 1))
        return sorted(chosen), count

    def series(self, name, command, start, after, share=1.0, **fault):
        """Runs the command once for each point. `after` looks at what is left, and goes on with room."""
        chosen, count = self.points(command, start, share)
        until = fault.pop("until", 0)
        seen = {**fault, "once": bool(until)}
        for first in chosen:
            self.begin(start)
            self.tried += 1
            try:
                try:
                    ending = self.run(command, first, last=first if until else 0, **fault)
                except subprocess.TimeoutExpired:
                    raise common.Failed("it hangs") from None
                self.said_so(ending, seen)
                self.refused += ending.returncode == 2
                self.finished += ending.returncode == 0
                after(ending)
            except (common.Failed, sqlite3.Error) as failure:
                self.failures.append(f"{name}, from call {first} of {count} ({seen}): {failure}")
                print("disk: " + self.failures[-1], file=sys.stderr)
        return {"calls": count, "points": len(chosen)}

    @staticmethod
    def said_so(ending, fault):
        if ending.returncode == 0:
            return
        # What pages were refused is told as well, on lines of their own.
        lines = [line for line in ending.stderr.decode().splitlines() if "no-article" not in line]
        wanted = [FULL, "No space left"] if fault.get("code") is None and not fault.get("once") else BROKEN
        if ending.returncode != 2 or len(lines) != 1 or not any(words in lines[0] for words in wanted):
            raise common.Failed(f"it ended with {ending.returncode}: {common.said(ending)}")


def main():
    given = common.arguments(
        __doc__, points={"type": int, "help": "try so many N of each series, not all"}, articles={"type": int, "default": 12})
    began = time.monotonic()
    with common.Bench(given.program, given.articles) as bench:
        disk = Disk(bench, given)
        program, archive = given.program, disk.archive
        # A few pages of the demo press, so that there are refusals, credits and lost witnesses.
        press = [f"Examples/press/{outlet}" for outlet in ("ktb", "npa", "kestria-today", "newsmill")]
        half = [program, "read", *press, "--tables", "Examples/tables", "--quiet", "--threads", "2", "--archive", str(archive)]
        whole = [*half[:2], str(bench.pile), *half[2:]]

        def export_of(command):
            disk.begin([])
            bench.run(command)
            kept = bench.folder / f"{len(command)}.stemma"
            shutil.copy(archive, kept)
            return bench.export(archive), kept
        (wanted, full), (_, begun) = export_of(whole), export_of(half)

        def reading(ending):
            state = bench.sound(archive, unborn=True)
            if ending.returncode == 0 and (state != "sound" or bench.export(archive) != wanted):
                raise common.Failed(f"it says that all is well, and the archive is {state}")
            again = bench.run(whole)
            if again.returncode != 0:
                raise common.Failed(f"with room, it ended with {again.returncode}: {common.said(again)}")
            if bench.sound(archive) != "sound" or bench.export(archive) != wanted:
                raise common.Failed("with room, it ends in another archive")
            if sorted(os.listdir(disk.folder)) != [archive.name]:
                raise common.Failed(f"it leaves {sorted(os.listdir(disk.folder))}")

        old = bench.folder / "pile.stemma"
        common.sort_of_old(old)
        noted = common.notes(old)

        def migrating(ending):
            connection = sqlite3.connect(archive)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = {name for name, in connection.execute("SELECT name FROM sqlite_schema")}
            connection.close()
            copy = pathlib.Path(f"{archive}.v0.bak")
            if common.notes(archive) != noted or (version == 0) != ("article" not in tables):
                raise common.Failed(f"the old archive is neither old nor new: version {version}, {sorted(tables)[:9]}")
            if version > 0 and not copy.exists() or copy.exists() and common.notes(copy) != noted:
                raise common.Failed("the copy that was to be kept is not whole")
            again = bench.run(whole)
            if again.returncode != 0 or bench.export(archive) != wanted or common.notes(copy) != noted:
                raise common.Failed(f"with room, it ended with {again.returncode}: {common.said(again)}")
            left = sorted(os.listdir(disk.folder))
            if left != [archive.name, copy.name]:
                raise common.Failed(f"it leaves {left}")

        copy = disk.folder / "copy.stemma"
        backup = [program, "backup", str(copy), "--quiet", "--archive", str(archive)]

        def copying(ending):
            if (ending.returncode == 0) != copy.exists() or (disk.folder / "copy.stemma.part").exists():
                raise common.Failed(f"backup ended with {ending.returncode} and leaves {sorted(os.listdir(disk.folder))}")
            bench.sound(archive)
            if not copy.exists() and bench.run(backup).returncode != 0:
                raise common.Failed("with room, no copy can be made")
            bench.sound(copy)
            if bench.export(copy) != wanted:
                raise common.Failed("the copy is not the archive")

        figures = {
            "read": disk.series("read", whole, [], reading),
            "grow": disk.series("grow", whole, [rename(begun, bench.folder / "begun", archive.name)], reading, 0.5),
            "migrate": disk.series("migrate", whole, [old], migrating, 0.3),
            "backup": disk.series("backup", backup, [rename(full, bench.folder / "full", archive.name)], copying, 0.5),
            "broken": disk.series("broken", whole, [], reading, 0.3, code=errno.EIO),
            "unsynced": disk.series("unsynced", whole, [], reading, 0.3, code=errno.EIO, calls="s"),
            "once": disk.series("once", whole, [], reading, 0.3, until=1),
        }
        # The standard output is full: what is stored is stored.
        disk.begin([])
        for command in (whole[:-4] + whole[-4:], [program, "export", "--format", "json", "--archive", str(archive)]):
            with open("/dev/full", "wb") as full_output:
                ending = bench.run([part for part in command if part != "--quiet"], stdout=full_output)
            if ending.returncode != 2 or "the standard output could not be written" not in common.said(ending):
                disk.failures.append(f"with a full output, {command[1]} ended with {ending.returncode}: {common.said(ending)}")
        bench.sound(archive)
        if bench.export(archive) != wanted:
            disk.failures.append("a full output has changed what is stored")
        common.record(given, "disk", {
            **figures, "runs": disk.tried, "ended_with_2": disk.refused, "ended_with_0": disk.finished,
            "failures": len(disk.failures), "seconds": round(time.monotonic() - began)})
        for failure in disk.failures[:20]:
            print(f"disk: {failure}", file=sys.stderr)
    sys.exit(1 if disk.failures else 0)


def rename(path, folder, name):
    folder.mkdir(exist_ok=True)
    return shutil.copy(path, folder / name)


if __name__ == "__main__":
    main()
