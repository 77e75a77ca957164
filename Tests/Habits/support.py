"""What the tests of the program's habits share: the program, a scratch folder, and a pile of invented pages."""

import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("STEMMA_BINARY") or str(ROOT / ".build/debug/stemma")
# A run that takes longer than this hangs.
LIMIT = 180


class ScratchCase(unittest.TestCase):
    """A test with a folder of its own, in which its commands run."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stemma-habits-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_program(self, *arguments, **options):
        options.setdefault("cwd", self.folder)
        options.setdefault("env", environment())
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=LIMIT, **options)

    def export(self, archive):
        done = self.run_program("export", "--archive", archive)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout


def environment(**more):
    """What the program needs to run, and nothing that changes what it says."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def skip_without(*programs):
    """Skips a test where a program is missing, and says so."""
    missing = [program for program in programs if shutil.which(program) is None]
    return unittest.skipIf(missing, f"SKIPPED: there is no {', '.join(missing)} here (scripts/setup tests installs it)")


SYLLABLES = "ba den for gul har ik jor kel lun mar nos pel rik sol tor und vik wen".split()
SMALL = "the of and to in a that for on with was by at from it".split()


def report(number):
    """Paragraphs of one invented report, in an invented tongue: no two reports have a sentence in common."""
    chance = random.Random(number)

    def word():
        if chance.random() < 0.4:
            return chance.choice(SMALL)
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 4)))

    def sentence():
        return " ".join(word() for _ in range(14)).capitalize() + "."

    return [" ".join(sentence() for _ in range(4)) for _ in range(6)]


def page(number, outlet, paragraphs, day):
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<html><head><title>Pier news {number}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="2024-03-{day:02d}T{6 + day:02d}:13:2{day % 10}Z"></head>
<body><article><h1>Pier news number {number}</h1>{body}</article></body></html>"""


def write_pile(folder, reports, copies=3):
    """Reports, each on several pages of different outlets, every copy somewhat shorter; and one page that is none."""
    folder = pathlib.Path(folder)
    for number in range(reports):
        paragraphs = report(number)
        for copy in range(copies):
            outlet = f"Gazette {copy}"
            place = folder / f"gazette-{copy}"
            place.mkdir(parents=True, exist_ok=True)
            kept = paragraphs[: len(paragraphs) - copy]
            (place / f"pier-{number}.html").write_text(page(number, outlet, kept, 1 + copy), encoding="utf-8")
    (folder / "empty.html").write_text("")
    return reports * copies
