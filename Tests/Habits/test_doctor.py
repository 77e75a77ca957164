"""stemma doctor says what works, what does not, and what is to be done."""

import json
import os
import subprocess
import unittest

from support import PROGRAM, ScratchCase, environment, write_pile


class Doctor(ScratchCase):
    def asked(self, *arguments, **options):
        done = self.run_program("doctor", "--json", *arguments, **options)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(lines[0]["type"], "header", done.stderr)
        findings = {line["what"]: line for line in lines if line["type"] == "finding"}
        states = [line["state"] for line in findings.values()]
        self.assertEqual(
            (lines[-1]["problems"], lines[-1]["warnings"]), (states.count("problem"), states.count("warning")))
        self.assertEqual(done.returncode, 2 if "problem" in states else 0)
        for line in findings.values():
            self.assertEqual("advice" in line, line["state"] != "ok", line)
        return findings

    def read(self, archive="news.stemma"):
        write_pile(self.folder / "pages", 2)
        self.run_program("read", "pages", "--archive", archive)

    def test_all_is_well(self):
        self.read()
        before = sorted(path.name for path in self.folder.iterdir())
        findings = self.asked("--archive", "news.stemma")
        for what in ("program", "sqlite", "zlib", "zstd", "brotli", "libxml2", "names", "archive", "soundness", "reports", "writer", "locale"):
            self.assertEqual(findings[what]["state"], "ok", findings[what])
        self.assertIn("6 articles, 2 reports", findings["archive"]["found"])
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before, "nothing is changed")
        text = self.run_program("doctor", "--archive", "news.stemma").stdout
        self.assertEqual(text.splitlines()[0].split()[:2], ["ok", "program"])

    def test_no_archive(self):
        self.assertEqual(self.asked()["archive"]["state"], "ok")
        self.assertEqual(self.asked("--archive", "no.stemma")["archive"]["state"], "problem")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_what_is_no_archive(self):
        (self.folder / "notes.stemma").write_text("These are notes, and no archive at all. " * 20)
        self.assertEqual(self.asked("--archive", "notes.stemma")["archive"]["state"], "problem")

    def test_a_torn_archive(self):
        self.read()
        path = self.folder / "news.stemma"
        content = bytearray(path.read_bytes())
        for place in range(4096 * 3, len(content), 4096 * 4):
            content[place : place + 2048] = bytes([0xA5]) * 2048
        path.write_bytes(content)
        findings = self.asked("--archive", "news.stemma")
        self.assertIn("problem", {findings[what]["state"] for what in ("archive", "soundness") if what in findings})

    def test_somebody_writes(self):
        write_pile(self.folder / "pages", 2)
        process = subprocess.Popen(
            [PROGRAM, "read", "pages", "-", "--archive", "news.stemma"], cwd=self.folder, stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
        try:
            while not (self.folder / "news.stemma-writer").exists() or not (self.folder / "news.stemma-writer").read_text():
                self.assertIsNone(process.poll())
            finding = self.asked("--archive", "news.stemma")["writer"]
        finally:
            process.stdin.close()
            process.wait(timeout=60)
        self.assertEqual(finding["state"], "warning")
        self.assertIn(f"process {process.pid}", finding["found"])
        self.assertEqual(self.asked("--archive", "news.stemma")["writer"]["state"], "ok")

    def test_a_poor_machine(self):
        findings = self.asked(
            env=environment(LC_ALL="C", TMPDIR=str(self.folder / "missing")),
            preexec_fn=lambda: __import__("resource").setrlimit(__import__("resource").RLIMIT_NOFILE, (64, 64)))
        self.assertEqual(findings["locale"]["state"], "warning")
        self.assertEqual(findings["temporary files"]["state"], "problem")
        self.assertEqual(findings["open files"]["state"], "warning")

    def test_tables(self):
        (self.folder / "tables").mkdir()
        self.assertEqual(self.asked("--tables", "tables")["names"]["state"], "problem")
        (self.folder / "tables/agencies.tsv").write_text("Pier Press\tNorway\ten\tPP\tpier.example\n")
        self.assertIn("and 1 of tables", self.asked("--tables", "tables")["names"]["found"])


if __name__ == "__main__":
    unittest.main()
