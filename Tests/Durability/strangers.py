#!/usr/bin/env python3
"""Gives the program archives that a stranger made: damaged by lot, and made to do harm.

usage: Tests/Durability/strangers.py [PROGRAM] [--mutations 12] [--commands 2] [--seed N] [--record FILE]

Mutations of a small archive (bytes turned, pages cut off, exchanged, emptied, doubled, cells that claim two gigabytes, numbers of
the header), and tricks: triggers, views and indexes that run for ever, stemmata in a circle or of endless length, enormous counts,
ranges and numbers, texts that are no UTF-8, huge values, things that are no file, and other archives' files beside it. Each is
opened by check, families, show, search, export in every format, backup and read.

Each run must end by itself with 0, 1 or 2, within time and memory, with a message where it is 2; a reading command must leave
the archive as it was; and no file elsewhere may be touched. Exit status 1 when it is otherwise.
"""
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
import time

import common

FORMATS = ["json", "csv", "dot", "newick", "extended-newick", "nexus", "graphml", "tei", "openstemmata", "prov", "collatex", "svg", "html"]
SECONDS, GIGABYTES = 60, 3
MESSAGE = b"stemma: "


def mutate(data, rng):
    """A damaged copy, and what was done."""
    data = bytearray(data)
    size = int.from_bytes(data[16:18], "big") or 4096
    pages = len(data) // size
    way = rng.choice(["turn", "turn", "turn", "cut", "swap", "empty", "double", "header", "cell", "append"])
    if way == "turn":
        for _ in range(rng.choice([1, 1, 3, 10, 60])):
            at = rng.randrange(100, len(data))
            # Most of what matters stands at the beginning of pages.
            if rng.random() < 0.6:
                at = at // size * size + rng.randrange(0, 64)
            data[at] = rng.choice([0, 0xFF, 0x7F, 0x80, rng.randrange(256)])
    elif way == "cut":
        del data[rng.randrange(1, len(data)):]
    elif way == "swap":
        a, b = rng.randrange(pages) * size, rng.randrange(1, pages) * size
        data[a:a + size], data[b:b + size] = data[b:b + size], data[a:a + size]
    elif way == "empty":
        at = rng.randrange(pages) * size
        data[at:at + size] = bytes(size)
    elif way == "double":
        a, b = rng.randrange(1, pages) * size, rng.randrange(1, pages) * size
        data[a:a + size] = data[b:b + size]
    elif way == "header":
        data[rng.randrange(16, 100)] = rng.randrange(256)
    elif way == "append":
        data += rng.randbytes(rng.randrange(1, 3 * size))
    else:
        # A cell of a table's leaf whose length is two gigabytes.
        leaves = [page * size for page in range(1, pages) if data[page * size] == 0x0D]
        page = rng.choice(leaves)
        cells = int.from_bytes(data[page + 3:page + 5], "big") or 1
        at = page + int.from_bytes(data[page + 8 + 2 * rng.randrange(min(cells, 500)):][:2], "big")
        if at + 5 < page + size:
            data[at:at + 5] = rng.choice([b"\x87\xff\xff\xff\x7f", b"\x8f\xff\xff\xff\x7f", b"\x84\x80\x80\x80\x00"])
    return bytes(data), way


def many(template, count):
    return ";".join(template.format(n=n, m=n + 1) for n in range(count))


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
BIGGEST = 9223372036854775807
# What is planted by SQL. The first family that has arrows is {family}.
TRICKS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON page BEGIN DELETE FROM article; END",
    "trigger of a view": "CREATE TRIGGER t INSTEAD OF INSERT ON families BEGIN DELETE FROM article; END",
    "endless view": f"CREATE VIEW endless AS {ENDLESS}",
    "endless view in the place of ours": f"DROP VIEW articles; CREATE VIEW articles AS {ENDLESS}",
    "index of an expression": "CREATE INDEX i ON article (length(hex(zeroblob(100000000))))",
    "partial index": "CREATE INDEX i ON family (size) WHERE size > length(title_of_nothing)",
    "generated column": "CREATE TABLE g (a, b AS (hex(zeroblob(5000000))) VIRTUAL); INSERT INTO g (a) VALUES (1)",
    "index that lies": "CREATE INDEX i ON family (size DESC, id DESC)",
    "table of tables": many("CREATE TABLE t{n} (a)", 2000),
    "circle": "INSERT INTO stemma_edge (family, child, parent, kind, confidence) "
              "SELECT family, parent, child, kind, confidence FROM stemma_edge WHERE true ON CONFLICT DO NOTHING",
    "loop": "INSERT INTO stemma_edge (family, child, parent, kind, confidence) "
            "SELECT family, key, key, 'edited', 1 FROM stemma_node WHERE true ON CONFLICT DO NOTHING",
    "all from all": "INSERT INTO stemma_edge (family, child, parent, kind, confidence) SELECT a.family, a.key, b.key, 'edited', 1 "
                    "FROM stemma_node AS a JOIN stemma_node AS b ON a.family = b.family WHERE true ON CONFLICT DO NOTHING",
    "long chain": "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                  "INSERT INTO stemma_node (family, name, label) SELECT {family}, 'lost:' || i, 'x' || i FROM n;"
                  "INSERT INTO stemma_edge (family, child, parent, kind, confidence) "
                  "SELECT {family}, a.key, a.key - 1, 'edited', 1 FROM stemma_node AS a WHERE name LIKE 'lost:%' AND a.key > 1 "
                  "AND family = {family} AND EXISTS (SELECT 1 FROM stemma_node WHERE key = a.key - 1 AND family = {family}) "
                  "ON CONFLICT DO NOTHING",
    "enormous sizes": f"UPDATE family SET size = {BIGGEST}",
    "negative sizes": "UPDATE family SET size = -5",
    "enormous counts": f"UPDATE pair SET words_a = {BIGGEST}, words_b = {BIGGEST}, equal_words = {BIGGEST}, changes = -{BIGGEST}",
    "enormous parts": f"UPDATE article SET part = {BIGGEST}, parts = -{BIGGEST}",
    "shares that are none": "UPDATE pair SET similarity = 9e999, coverage_a = -9e999, confidence = 1e300; "
                            "UPDATE stemma_edge SET confidence = -9e999; UPDATE member SET originality = 9e999",
    "enormous passages": f"UPDATE passage SET a_begins = 0, a_ends = {BIGGEST}, b_begins = {BIGGEST - 1}, b_ends = {BIGGEST}",
    "turned passages": "UPDATE passage SET a_begins = a_ends, a_ends = a_begins",
    "enormous ranges": f"UPDATE credit SET begins = 0, ends = {BIGGEST} WHERE begins IS NOT NULL; "
                       f"UPDATE block SET begins = {BIGGEST}, ends = {BIGGEST}; UPDATE furniture SET begins = -1, ends = 5",
    "enormous lines": f"UPDATE credit SET line = {BIGGEST}, line_begins = 0, line_ends = {BIGGEST}",
    "no text": "UPDATE article SET text = ''",
    "NUL": "UPDATE article SET text = char(0) || text, title = char(0, 0), outlet = 'a' || char(0) || 'b', id = id || char(0)",
    "no UTF-8": "UPDATE article SET text = CAST(x'FFFEC0AF' || CAST(text AS BLOB) AS TEXT)",
    "ids that are no UTF-8": "UPDATE article SET id = CAST(x'FF' || CAST(id AS BLOB) AS TEXT); "
                             "UPDATE family SET id = CAST(x'FF' || CAST(id AS BLOB) AS TEXT)",
    "empty ids": "UPDATE family SET id = '' WHERE key = {family}; UPDATE article SET id = '' WHERE key = 1",
    "terminal": "UPDATE article SET title = char(27) || ']0;x' || char(7) || char(27) || '[2J', outlet = char(155) || '31m'",
    "dates": "UPDATE article SET published = '99999999999999999999-01-01', modified = '2024-99-99T99:99:99Z'",
    "far dates": "UPDATE article SET published = '9999-12-31T23:59:59+14:00' WHERE key % 2; "
                 "UPDATE article SET published = '0000-01-01T00:00:00-14:00' WHERE NOT key % 2",
    "deep JSON": "UPDATE article SET bylines = replace(hex(zeroblob(100000)), '0', '['), found = replace(hex(zeroblob(100000)), '0', '[')",
    "wide JSON": "UPDATE article SET bylines = '[' || replace(hex(zeroblob(1000000)), '0', '\"\",') || '\"\"]' WHERE key = 1",
    "huge title": "UPDATE article SET title = hex(zeroblob(20000000)) WHERE key = 1",
    "huge text": "UPDATE article SET text = replace(hex(zeroblob(4000000)), '0', 'ferry ') WHERE key = 1",
    "huge evidence": "UPDATE evidence SET text = hex(zeroblob(200000))",
    "index of nonsense": "UPDATE posting SET block = x'FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF'",
    "index of enormous postings": "UPDATE posting SET block = x'01FFFFFFFFFFFFFFFF7F01'; UPDATE segment SET postings = 1 << 62",
    "nonsense for families": "UPDATE fingerprint SET member = zeroblob(30000000) WHERE article = 1; "
                             "UPDATE fingerprint SET member = x'FFFFFFFFFFFFFFFFFF7F' WHERE article > 1",
    "nonsense of outlets": "UPDATE site_page SET page = x'FFFFFFFFFFFFFFFFFF7F'",
    "all is due": "UPDATE fingerprint SET due = 9; DELETE FROM state WHERE name = 'findings_digest'",
    "no state": "DELETE FROM state",
    "words that are none": "UPDATE stemma_edge SET kind = 'x'; UPDATE pair SET kind = ''; UPDATE evidence SET kind = 'credit'",
    "nobody's": "DELETE FROM article WHERE key % 2; DELETE FROM family WHERE key % 3 = 0",
    "keys": "UPDATE article SET key = -key; UPDATE page SET article = -article",
    "search nonsense": "UPDATE search_data SET block = zeroblob(100000)",
    "search gone": "DELETE FROM search_data",
    "search settings": "INSERT OR REPLACE INTO search_config VALUES ('rank', 'bm25(1e300)'), ('pgsz', 1), ('usermerge', -1)",
    "newer": "PRAGMA user_version = 99999",
    "older": "PRAGMA user_version = 1",
    # Since version 5.
    "report nonsense": f"UPDATE report SET size = {BIGGEST}, span = -{BIGGEST}, changes = '[[[', first = 'soon', first_at = {BIGGEST}",
    "report's stemma": "UPDATE report SET stemma = '{{\"family\":\"x\",\"nodes\":[],\"edges\":[{{\"from\":\"a\",\"to\":\"b\"}}]}}'",
    "report's deep stemma": "UPDATE report SET stemma = replace(hex(zeroblob(100000)), '0', '[')",
    "changes nonsense": f"UPDATE change SET was_begins = {BIGGEST}, was_ends = -1, now_begins = -7, now_ends = {BIGGEST}, kind = 'x'",
    "corrections nonsense": "INSERT INTO correction VALUES (1, 'split', NULL, 'x', 'soon', NULL), (2, 'merge', NULL, '', '', NULL), "
                            "(3, 'flip', 'x', '', '', NULL); INSERT INTO corrected SELECT 3, key % 2, key FROM article",
}


class Strangers:
    def __init__(self, bench, given):
        self.bench, self.given = bench, given
        self.rng = random.Random(given.seed)
        self.folder = bench.folder / "stranger"
        self.elsewhere = bench.folder / "elsewhere"
        self.elsewhere.mkdir()
        for name in ("precious", "diary", "other.stemma"):
            (self.elsewhere / name).write_bytes(b"Dear diary, " + name.encode())
        self.kept = self.state(self.elsewhere)
        self.archive = self.folder / "gift.stemma"
        self.runs, self.endings, self.failures, self.slowest = 0, {}, [], (0, "")

    @staticmethod
    def state(folder):
        return {str(path): (path.lstat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}

    def commands(self, family, word="ferry"):
        on = ["--archive", str(self.archive)]
        reading = [["check", *on], ["families", *on], ["families", "--json", *on], ["show", family, *on], ["show", family, "--json", *on],
                   ["search", word, *on], ["changes", *on], ["trace", "Examples/press/ktb/2021-09-14-dray-army.html", *on],
                   ["backup", str(self.folder / "copy.stemma"), *on]]
        reading += [["export", "--format", kind, *on] for kind in FORMATS]
        writing = [["read", "Examples/press/newsmill", *on]]
        return reading, writing

    def begin(self):
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir()

    def run(self, command, what, reads=True):
        """One run, held against what it must be."""
        before = self.digest() if reads else None
        self.runs += 1
        (self.folder / "copy.stemma").unlink(missing_ok=True)
        began = time.monotonic()
        try:
            ending = self.bench.run([self.given.program, *command], timeout=SECONDS, preexec_fn=limit, env={
                **os.environ, "TMPDIR": str(self.folder)})
        except subprocess.TimeoutExpired:
            return self.fail(what, command, f"it does not end within {SECONDS} s")
        seconds = time.monotonic() - began
        self.slowest = max(self.slowest, (round(seconds, 2), f"{what}: {command[0]}"))
        self.endings[ending.returncode] = self.endings.get(ending.returncode, 0) + 1
        if ending.returncode not in (0, 1, 2):
            return self.fail(what, command, f"it ended with {ending.returncode}: {common.said(ending)[-500:]}")
        if ending.returncode == 2 and MESSAGE not in ending.stderr and not (command[0] == "check" and b"invariant" in ending.stdout):
            return self.fail(what, command, f"it ended with 2 and says {common.said(ending)}")
        if reads and before is not None and self.digest() != before:
            return self.fail(what, command, "it changed the archive")
        if self.state(self.elsewhere) != self.kept:
            self.fail(what, command, "it touched a file elsewhere")
            self.kept = self.state(self.elsewhere)

    def digest(self):
        try:
            return hashlib.sha256(self.archive.read_bytes()).digest() if self.archive.is_file() else None
        except OSError:
            return None

    def fail(self, what, command, why):
        self.failures.append(f"{what}, {' '.join(command[:3])}: {why}")
        print("strangers: " + self.failures[-1], file=sys.stderr)

    def some(self, family, what, of=None, hot=False):
        """Runs the commands, or as many as asked for."""
        reading, writing = self.commands(family)
        chosen = [(command, True) for command in reading] + [(command, False) for command in writing]
        if of:
            chosen = self.rng.sample(chosen, min(of, len(chosen)))
            chosen.sort(key=lambda pair: not pair[1])
        for command, reads in chosen:
            self.run(command, what, reads and not hot)


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, GIGABYTES << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def mutations(strangers, original, family):
    data, ways = original.read_bytes(), {}
    for number in range(strangers.given.mutations):
        damaged, way = mutate(data, strangers.rng)
        ways[way] = ways.get(way, 0) + 1
        strangers.begin()
        strangers.archive.write_bytes(damaged)
        strangers.some(family, f"mutation {number} ({way})", of=strangers.given.commands)
    return ways


def tricks(strangers, original, family):
    planted = 0
    for what, sql in TRICKS.items():
        strangers.begin()
        shutil.copy(original, strangers.archive)
        connection = sqlite3.connect(strangers.archive, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA journal_mode = DELETE")
        key = connection.execute("SELECT family FROM stemma_edge LIMIT 1").fetchone()[0]
        try:
            connection.executescript("BEGIN; " + sql.replace("{family}", str(key)).replace("{{", "{").replace("}}", "}") + "; COMMIT")
            planted += 1
        except sqlite3.Error as error:
            # A table that this version does not have.
            if "no such table: " not in str(error) and "no such column" not in str(error):
                strangers.failures.append(f"{what} could not be planted: {error}")
            connection.close()
            continue
        connection.close()
        strangers.some(family, what, of=strangers.given.tricks)
    return planted


def things(strangers, original, family):
    """What is no file, and what lies beside one."""
    archive, elsewhere = strangers.archive, strangers.elsewhere
    other = strangers.bench.folder / "other" / "gift.stemma"
    other.parent.mkdir()
    shutil.copy(original, other)
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE article SET title = 'Of another archive'")
    shutil.copy(f"{other}-wal", other.parent / "kept-wal")
    connection.close()
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    connection.execute("UPDATE article SET title = 'Half of another archive'")
    shutil.copy(f"{other}-journal", other.parent / "kept-journal")
    connection.execute("COMMIT")
    connection.close()

    def thing(what, make, hot=False):
        strangers.begin()
        make()
        strangers.some(family, what, of=strangers.given.tricks, hot=hot)
        for path in strangers.folder.iterdir():
            if path.is_symlink():
                path.unlink()

    def beside(ending, make):
        def put():
            shutil.copy(original, archive)
            make(pathlib.Path(f"{archive}{ending}"))
        return put

    def bind():
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(archive))
        server.close()

    thing("folder", archive.mkdir)
    thing("pipe", lambda: os.mkfifo(archive))
    thing("socket", bind)
    thing("link to a device", lambda: archive.symlink_to("/dev/zero"))
    thing("link to a terminal", lambda: archive.symlink_to("/dev/tty"))
    thing("link to itself", lambda: archive.symlink_to(archive))
    thing("link to nothing", lambda: archive.symlink_to(elsewhere / "nowhere" / "x"))
    thing("link to a file elsewhere", lambda: archive.symlink_to(elsewhere / "precious"))
    thing("empty file", archive.touch)
    for ending in ("-wal", "-shm", "-journal", "-writer"):
        thing(f"link in the place of {ending}", beside(ending, lambda path: path.symlink_to(elsewhere / "precious")))
        thing(f"pipe in the place of {ending}", beside(ending, os.mkfifo))
        thing(f"folder in the place of {ending}", beside(ending, pathlib.Path.mkdir))
    for ending in ("copy.stemma", "copy.stemma.part"):
        thing(f"link in the place of {ending}", lambda: (shutil.copy(original, archive), (
            strangers.folder / ending).symlink_to(elsewhere / "diary")))
    for ending in ("-wal", "-journal"):
        kept = other.parent / f"kept{ending}"
        thing(f"another archive's {ending}", beside(ending, lambda path: shutil.copy(kept, path)), hot=True)
        data = kept.read_bytes()
        for number in range(max(2, strangers.given.mutations // 20)):
            damaged = bytearray(data)
            for _ in range(20):
                damaged[strangers.rng.randrange(len(damaged))] = strangers.rng.randrange(256)
            thing(f"damaged {ending} {number}", beside(ending, lambda path: path.write_bytes(damaged)), hot=True)


def main():
    given = common.arguments(
        __doc__, mutations={"type": int, "default": 12}, commands={"type": int, "default": 2, "help": "on each mutation; 0: all"},
        tricks={"type": int, "default": 3, "help": "commands on each trick; 0: all"})
    began = time.monotonic()
    with common.Bench(given.program, 20) as bench:
        original = bench.folder / "original.stemma"
        press = [f"Examples/press/{outlet}" for outlet in ("ktb", "npa", "kestria-today", "newsmill", "daily-plinth")]
        bench.run([given.program, "read", *press, bench.pile, "--tables", "Examples/tables", "--archive", original])
        bench.sound(original)
        listed = bench.run([given.program, "families", "--json", "--archive", original]).stdout.decode().splitlines()
        family = next(line["id"] for line in map(json.loads, listed) if line["type"] == "family")
        strangers = Strangers(bench, given)
        things(strangers, original, family)
        planted = tricks(strangers, original, family)
        ways = mutations(strangers, original, family)
        common.record(given, "strangers", {
            "mutations": ways, "tricks": planted, "runs": strangers.runs, "endings": strangers.endings,
            "slowest": strangers.slowest, "failures": len(strangers.failures), "seconds": round(time.monotonic() - began)})
        for failure in strangers.failures[:30]:
            print(f"strangers: {failure}", file=sys.stderr)
    sys.exit(1 if strangers.failures else 0)


if __name__ == "__main__":
    main()
