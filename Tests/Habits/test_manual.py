"""Man pages and reference are what the program says now, and read by man and groff without a word of complaint."""

import re
import subprocess
import unittest

from support import PROGRAM, ROOT, ScratchCase, skip_without

PAGES = sorted((ROOT / "share/man/man1").glob("*.1"))


class Manual(ScratchCase):
    def test_nothing_is_stale(self):
        """Making man pages and reference again changes nothing."""
        done = subprocess.run([ROOT / "scripts/make-reference", "--check", PROGRAM], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_every_command_has_a_page_that_others_find(self):
        names = {path.stem for path in PAGES}
        for command in self.commands():
            self.assertIn(f"stemma-{command}", names)

    def commands(self):
        text = self.run_program("--help").stdout
        found = [line.split()[0] for line in text.splitlines() if re.match(r"^  [a-z]+ +\S", line)]
        commands = [name for name in found if name not in ("help", "stemma")]
        self.assertIn("read", commands)
        self.assertIn("doctor", commands)
        return commands

    @skip_without("groff")
    def test_groff(self):
        self.assertGreater(len(PAGES), 15)
        for path in PAGES:
            done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-P-cbou", path], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""), path.name)
            for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "FILES"):
                self.assertIn(section, done.stdout, path.name)

    @skip_without("man")
    def test_man(self):
        for path in PAGES:
            done = subprocess.run(
                ["man", "--warnings", "-E", "UTF-8", "-l", path], capture_output=True, text=True,
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
            self.assertEqual((done.returncode, done.stderr), (0, ""), path.name)

    @skip_without("groff")
    def test_what_is_typed_can_be_copied(self):
        """Options are printed with hyphens that a shell takes, and the backslashes of examples survive."""
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-P-cbou", ROOT / "share/man/man1/stemma-watch.1"], capture_output=True, text=True)
        self.assertIn("stemma watch incoming/ --once --json", done.stdout)

    def test_environment_and_files_are_those_of_the_sources(self):
        """What the pages say of variables and files stands in the sources."""
        sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "Sources").rglob("*.swift"))
        text = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
        variables = re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE)
        self.assertGreater(len(variables), 2)
        for name in variables:
            self.assertIn(f'"{name}"', sources)
        for ending in ("-wal", "-writer", ".bak"):
            self.assertIn(ending, sources)


if __name__ == "__main__":
    unittest.main()
