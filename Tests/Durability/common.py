"""What the programs in this folder share: the program under test, a pile to read, and what an archive must be like.

Each is run by hand as well as by scripts/test (a sample) and .ci/nightly (all of it); PROGRAM is the built stemma.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
# A run that takes longer than this hangs.
HUNG = 300


class Failed(Exception):
    """Something was not as docs/archive.md says."""


def arguments(description, **more):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", default=str(PACKAGE / ".build/debug/stemma"), help="the built stemma")
    parser.add_argument("--seed", type=int, default=20170, help="of everything that is drawn by lot")
    parser.add_argument("--record", help="append the result to this file, a line of JSON")
    for name, settings in more.items():
        parser.add_argument("--" + name.replace("_", "-"), **settings)
    given = parser.parse_args()
    given.program = str(pathlib.Path(given.program).resolve())
    return given


def record(given, name, figures):
    line = json.dumps({"test": name, "seed": given.seed, **figures})
    print(line)
    if given.record:
        with open(given.record, "a", encoding="utf-8") as file:
            file.write(line + "\n")


class Bench:
    """A folder with a pile, and the program to read it."""

    def __init__(self, program, articles):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stemma-durability-"))
        self.pile = self.folder / "pile.jsonl"
        with open(self.pile, "wb") as out:
            subprocess.run([sys.executable, PACKAGE / "Benchmarks/make_pile.py", str(articles)], stdout=out, check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def archive(self, name):
        """A path in a folder of its own, so that files beside it are its own."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder / "pile.stemma"

    def reading(self, archive, *more):
        """The command that reads everything. Two pages of the demo press are refused by design."""
        return [self.program, "read", "Examples/press", str(self.pile), "--tables", "Examples/tables", "--archive",
                str(archive), "--top", "1", *more]

    def run(self, command, **settings):
        settings.setdefault("stdout", subprocess.PIPE)
        settings.setdefault("stderr", subprocess.PIPE)
        settings.setdefault("stdin", subprocess.DEVNULL)
        settings.setdefault("timeout", HUNG)
        return subprocess.run([str(part) for part in command], cwd=PACKAGE, **settings)

    def read(self, archive, *more, **settings):
        return self.run(self.reading(archive, *more), **settings)

    def export(self, archive):
        """The digest of the canonical export."""
        ending = self.run([self.program, "export", "--format", "json", "--archive", archive])
        if ending.returncode != 0:
            raise Failed(f"export ended with {ending.returncode}: {said(ending)}")
        return hashlib.sha256(ending.stdout).hexdigest()

    def whole(self):
        """An undisturbed archive: its path, its export, and how long the reading took."""
        archive = self.archive("undisturbed")
        began = time.monotonic()
        ending = self.read(archive)
        seconds = time.monotonic() - began
        if ending.returncode != 0 or b"2 refused" not in ending.stdout:
            raise Failed(f"the undisturbed reading ended with {ending.returncode}: {said(ending)}")
        self.sound(archive)
        return archive, self.export(archive), seconds

    def sound(self, archive, unborn=False):
        """Holds an archive against its check; `unborn` allows one that was stopped before its first page.

        Returns "sound", "unfinished" or "unborn".
        """
        ending = self.run([self.program, "check", "--archive", archive])
        words = said(ending)
        if unborn and ending.returncode == 2 and (
                "nothing in this file yet" in words or "there is no such file" in words or "the file is empty" in words):
            return "unborn"
        if ending.returncode != 0 or " is sound" not in words:
            raise Failed(f"check ended with {ending.returncode}: {words}")
        return "unfinished" if "was not finished" in words else "sound"


def sort_of_old(path, count=400):
    """An archive as before the first version: it has nothing of ours but the mark, and somebody's notes."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1398033729")
    connection.execute("CREATE TABLE old_note (words)")
    connection.executemany("INSERT INTO old_note VALUES (?)", [(f"note {number} " + "kept " * 40,) for number in range(count)])
    connection.commit()
    connection.close()


def notes(path):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT count(*), sum(length(words)) FROM old_note").fetchone()
    finally:
        connection.close()


def said(ending):
    return " | ".join(
        text.decode("utf-8", "replace").strip().replace("\n", " / ")[:600] for text in (ending.stdout or b"", ending.stderr or b"") if text)
