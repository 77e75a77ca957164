#!/usr/bin/env python3
"""One stemma writes, a second would like to, and eight readers ask: who waits for whom?

usage: Tests/Durability/readers.py [PROGRAM] [--articles 300] [--rounds 2] [--limit 250] [--record FILE]

Per round, a new archive is begun with the demo press and closed. Then a made pile is read into it while four readers keep a
connection and four run the program again and again (families, show, search); in the last round another has
transactions open for seconds; the writer is killed once and begun again. Counted are, for each question, the time that SQLite slept for
a lock (LD_PRELOAD: wait.c; machines are shared, so the clock alone tells little), errors, the time by the clock against the
same question undisturbed, how large the write-ahead log grew, and how soon a second writer was turned away.

Fails when a reader meets an error or sleeps longer than the limit (milliseconds), or a second writer is let in or kept waiting.
"""
import ctypes
import json
import multiprocessing
import os
import pathlib
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import time

import common

FAMILIES = ("SELECT id, size, first_published, last_published, outlets, title FROM families "
            "WHERE size > 1 ORDER BY size DESC, id LIMIT 50")
ARROWS = "SELECT copied_from, copy, kind, confidence, evidence FROM arrows WHERE family = ?"
SEARCH = "SELECT id FROM article JOIN search ON search.rowid = article.key WHERE search MATCH ? ORDER BY rank LIMIT 20"
WORDS = ["harbour", "rail strike", "ferry", "tunnel", "his OR not", "storm NOT calm"]


def questions(connection, rng):
    """One page's worth of questions, in one transaction, as a page is made."""
    kind = rng.choice(["families", "family", "search"])
    connection.execute("BEGIN")
    try:
        if kind == "search":
            connection.execute(SEARCH, (rng.choice(WORDS),)).fetchall()
        else:
            rows = connection.execute(FAMILIES).fetchall()
            if kind == "family" and rows:
                connection.execute(ARROWS, (rng.choice(rows)[0],)).fetchall()
    finally:
        connection.execute("COMMIT")
    return kind


def keep_asking(archive, seed, end, results):
    """A reader with a connection of its own, such as the pages' server has."""
    rng = random.Random(seed)
    library = ctypes.CDLL(None)
    waited = library.stemma_waited
    waited.restype = ctypes.c_long
    asked, errors = [], []
    connection = None
    while not end.is_set():
        before, began, kind = waited(), time.monotonic(), "open"
        try:
            if connection is None or rng.random() < 0.02:
                if connection:
                    connection.close()
                connection = sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=10, isolation_level=None)
            kind = questions(connection, rng)
        except sqlite3.Error as error:
            if "no such table" not in str(error):
                errors.append(f"{kind}: {error}")
            connection = None
        asked.append((kind, (waited() - before) / 1000, (time.monotonic() - began) * 1000))
        time.sleep(0.002)
    results.put((asked, errors))


def keep_running(program, archive, seed, end, results, library):
    """A reader who runs the program anew for each question."""
    rng = random.Random(seed)
    log = f"{archive}.waits.{seed}"
    asked, errors = [], []
    while not end.is_set():
        command, more = rng.choice([("families", ["--limit", "20"]), ("search", [rng.choice(["harbour", "ferry"])]),
                                    ("show", ["2024-06-12-herring.html"])])
        began = time.monotonic()
        ending = subprocess.run(
            [program, command, *more, "--archive", archive], cwd=common.PACKAGE, capture_output=True, timeout=common.HUNG,
            env={**os.environ, "LD_PRELOAD": library, "WAIT_LOG": log})
        seconds = time.monotonic() - began
        try:
            waited = int(pathlib.Path(log).read_text().split()[0])
        except (OSError, IndexError):
            waited = 0
        if ending.returncode not in (0, 1):
            errors.append(f"{command}: {common.said(ending)}")
        asked.append(("run " + command, waited / 1000, seconds * 1000))
    results.put((asked, errors))


def sit(archive, end):
    """A reader who looks at one state of the archive for a long time."""
    while not end.is_set():
        try:
            connection = sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=10, isolation_level=None)
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM article").fetchone()
            end.wait(3)
            connection.execute("COMMIT")
            connection.close()
        except sqlite3.Error:
            pass
        end.wait(0.5)


class Readers:
    def __init__(self, program, archive, library, sits):
        self.end = multiprocessing.Event()
        self.results = multiprocessing.Queue()
        self.crowd = [multiprocessing.Process(target=keep_asking, args=(archive, seed, self.end, self.results)) for seed in range(4)]
        self.crowd += [multiprocessing.Process(target=keep_running, args=(program, archive, 10 + seed, self.end, self.results, library))
                       for seed in range(4)]
        self.others = [multiprocessing.Process(target=sit, args=(archive, self.end))] if sits else []
        for process in self.crowd + self.others:
            process.start()

    def stop(self):
        self.end.set()
        asked, errors = [], []
        for _ in self.crowd:
            some, wrong = self.results.get(timeout=common.HUNG)
            asked += some
            errors += wrong
        for process in self.crowd + self.others:
            process.join(timeout=common.HUNG)
        return asked, errors


def write(bench, archive, second, sizes, kill_after=None):
    """Reads the pile into the archive, with a second writer knocking meanwhile."""
    process = subprocess.Popen(bench.reading(archive), cwd=common.PACKAGE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    began, knocked = time.monotonic(), 0
    log = pathlib.Path(str(archive) + "-wal")
    while process.poll() is None:
        time.sleep(0.01)
        try:
            sizes.append(log.stat().st_size)
        except OSError:
            pass
        now = time.monotonic() - began
        if kill_after and now > kill_after:
            process.kill()
            break
        if now > common.HUNG:
            process.kill()
            raise common.Failed("the writer hangs")
        if now > knocked + 0.7 and pathlib.Path(str(archive) + "-writer").exists():
            knocked = now
            start = time.monotonic()
            ending = bench.read(archive)
            took = time.monotonic() - start
            words = common.said(ending)
            if process.poll() is None:
                second.append(took)
                if ending.returncode != 2 or "another stemma (process " not in words:
                    raise common.Failed(f"a second writer ended with {ending.returncode}: {words}")
    process.communicate()
    return process.returncode


def prove_the_counter(path):
    """What is not counted would never be too long: here somebody does wait, for 60 ms."""
    holder, reader = sqlite3.connect(path, isolation_level=None), sqlite3.connect(path, timeout=0.06)
    holder.execute("CREATE TABLE t (a)")
    holder.execute("BEGIN EXCLUSIVE")
    waited = ctypes.CDLL(None).stemma_waited
    waited.restype = ctypes.c_long
    before = waited()
    try:
        reader.execute("SELECT * FROM t").fetchall()
        raise common.Failed("the counter's own test met no lock")
    except sqlite3.OperationalError:
        if waited() - before < 30_000:
            raise common.Failed("the counter does not see how long SQLite sleeps") from None
    finally:
        holder.close()
        reader.close()


def percentile(values, share):
    values = sorted(values)
    return round(values[min(len(values) - 1, int(len(values) * share))], 1) if values else 0


def main():
    given = common.arguments(
        __doc__, articles={"type": int, "default": 300}, rounds={"type": int, "default": 2},
        limit={"type": float, "default": 250.0})
    with common.Bench(given.program, given.articles) as bench:
        library = str(bench.folder / "wait.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, common.HERE / "wait.c", "-ldl", "-lpthread"], check=True)
        if os.environ.get("STEMMA_WAITS") != "1":
            # Our own connections are counted as well: begin again with the library in front, and without this folder.
            kept = keep(library)
            bench.__exit__()
            return os.execve(sys.executable, [sys.executable, *sys.argv],
                             {**os.environ, "STEMMA_WAITS": "1", "STEMMA_WAIT_LIBRARY": kept, "LD_PRELOAD": kept})
        library = os.environ["STEMMA_WAIT_LIBRARY"]
        prove_the_counter(bench.folder / "locked.db")
        _, wanted, length = bench.whole()
        alone, together, errors, second, sizes, failures = [], [], [], [], [], []
        largest = 0
        for turn in range(given.rounds):
            archive = bench.archive(f"shared{turn}")
            bench.run([given.program, "read", "Examples/press", "--tables", "Examples/tables", "--archive", archive])
            # The same questions, with nobody writing.
            readers = Readers(given.program, str(archive), library, sits=False)
            time.sleep(max(2, length / 2))
            some, wrong = readers.stop()
            alone += some
            errors += wrong
            readers = Readers(given.program, str(archive), library, sits=turn == given.rounds - 1)
            try:
                write(bench, archive, second, sizes, kill_after=length * 1.5)
                status = write(bench, archive, second, sizes)
            except common.Failed as failure:
                failures.append(str(failure))
                status = 0
            finally:
                some, wrong = readers.stop()
            together += some
            errors += wrong
            if status != 0:
                failures.append(f"the writer ended with {status}")
            # Readers that were there at the end leave the log to the next writer.
            bench.read(archive)
            try:
                bench.sound(archive)
                if bench.export(archive) != wanted:
                    failures.append("the archive is not the undisturbed one")
            except common.Failed as failure:
                failures.append(str(failure))
            largest = max(largest, archive.stat().st_size)
        waits = [wait for _, wait, _ in together]
        failures += errors[:5]
        if max(waits) > given.limit:
            failures.append(f"a reader slept {max(waits):.0f} ms for a lock")
        if not second or max(second) > 5:
            failures.append(f"a second writer was turned away after {max(second, default=-1):.1f} s")
        clock = {}
        for kind in sorted({kind for kind, _, _ in together}):
            clock[kind] = {
                "alone": [percentile([c for k, _, c in alone if k == kind], share) for share in (0.5, 0.95, 1)],
                "beside_a_writer": [percentile([c for k, _, c in together if k == kind], share) for share in (0.5, 0.95, 1)]}
        common.record(given, "readers", {
            "questions": len(together), "errors": len(errors), "waited_at_all": sum(wait > 0 for wait in waits),
            "longest_wait_ms": round(max(waits), 1), "longest_wait_alone_ms": round(max(wait for _, wait, _ in alone), 1),
            "second_writers_turned_away": len(second), "slowest_s": round(max(second, default=0), 2),
            "largest_log_mb": round(max(sizes, default=0) / 1e6, 1), "archive_mb": round(largest / 1e6, 1),
            "clock_ms_median_95th_most": clock, "failures": failures})
    if failures:
        print("readers: " + "\nreaders: ".join(failures), file=sys.stderr)
    sys.exit(1 if failures else 0)


def keep(library):
    """The library outlives the folder that it was made in: the program begins anew."""
    import shutil
    import tempfile
    if "STEMMA_WAIT_LIBRARY" in os.environ:
        return os.environ["STEMMA_WAIT_LIBRARY"]
    kept = os.path.join(tempfile.gettempdir(), f"stemma-wait-{os.getuid()}.so")
    shutil.copy(library, kept)
    os.environ["STEMMA_WAIT_LIBRARY"] = kept
    return kept


if __name__ == "__main__":
    main()
