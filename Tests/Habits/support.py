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


WHO = "harbour master|ferry company|town clerk|island council|fishing fleet|coast guard|school board|water works".split("|")
DID = "refused|approved|delayed|withdrew|announced|questioned|examined|defended|published|cancelled".split("|")
WHAT = "plan for a new quay|budget of the coming year|report on the winter storms|sale of the old lighthouse|survey of the sea wall|timetable of the night boats".split("|")
WHEN = "on Monday|late on Tuesday|after a long meeting|before the spring tides|despite a petition|without a vote|in the first week of the month".split("|")
NAMES = "Odd Henning|Marit Solvang|Joris Kettel|Una Brack|Pelle Darrow|Sanne Vick|Tor Amble|Ilse Garn".split("|")


def report(number):
    """Paragraphs of one invented report."""
    chance = random.Random(number)
    paragraphs = []
    for _ in range(6):
        sentences = []
        for _ in range(4):
            figure = chance.randrange(3, 9999)
            sentences.append(
                f"The {chance.choice(WHO)} {chance.choice(DID)} the {chance.choice(WHAT)} {chance.choice(WHEN)}, "
                f"said {chance.choice(NAMES)} of pier {figure}, where {chance.choice(NAMES)} counted {chance.randrange(2, 400)} boats."
            )
        paragraphs.append(" ".join(sentences))
    return paragraphs


def page(number, outlet, paragraphs, day):
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<html><head><title>Pier news {number}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="2024-03-{day:02d}T09:00:00Z"></head>
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
