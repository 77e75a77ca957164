"""Ctrl-C finishes what is in hand, says how to go on, and what comes out in the end is as if nothing had happened."""

import os
import pathlib
import signal
import subprocess
import time
import unittest

from support import LIMIT, PROGRAM, ScratchCase, environment, write_pile


class InterruptedReading(ScratchCase):
    REPORTS = 100

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        case = ScratchCase()
        case.setUp()
        cls.addClassCleanup(case.doCleanups)
        cls.shared = case.folder
        cls.pages = write_pile(case.folder / "pages", cls.REPORTS)
        began = time.monotonic()
        done = case.run_program("read", "pages", "--archive", "whole.stemma", "--quiet", cwd=case.folder)
        cls.seconds = time.monotonic() - began
        assert done.returncode == 2, done.stderr  # one page is empty
        cls.wanted = case.run_program("export", "--archive", "whole.stemma", cwd=case.folder).stdout
        assert '"type":"stemma"' in cls.wanted

    def begin(self, *more, **options):
        return subprocess.Popen(
            [PROGRAM, "read", "pages", "--archive", str(self.folder / "own.stemma"), *more], cwd=self.shared,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(), **options)

    def end(self, process):
        began = time.monotonic()
        output, errors = process.communicate(timeout=LIMIT)
        return output, errors, time.monotonic() - began

    def wait_for_archive(self, process):
        """Before it has one, the program has hardly begun."""
        while process.poll() is None and not (self.folder / "own.stemma").exists():
            time.sleep(0.005)

    def left(self):
        return sorted(path.name for path in self.folder.iterdir())

    def go_on(self):
        again = self.run_program("read", "pages", "--archive", self.folder / "own.stemma", "--quiet", cwd=self.shared)
        self.assertEqual(again.returncode, 2, again.stderr)
        self.assertEqual(self.run_program("check", "--archive", self.folder / "own.stemma").returncode, 0)
        self.assertEqual(self.export(self.folder / "own.stemma"), self.wanted)

    def test_at_many_moments(self):
        """At moments all over a run: the archive is one sound file, and going on gives the undisturbed one."""
        stages = set()
        for step in range(8):
            for path in self.folder.iterdir():
                path.unlink()
            process = self.begin()
            self.wait_for_archive(process)
            time.sleep(self.seconds * step / 7)
            number = signal.SIGTERM if step % 3 == 2 else signal.SIGINT
            process.send_signal(number)
            output, errors, seconds = self.end(process)
            if process.returncode == 2:
                continue  # it was done by then
            self.assertEqual(process.returncode, 128 + number, errors)
            self.assertLess(seconds, 20)
            lines = [line for line in errors.splitlines() if line.startswith("stemma: stopped")]
            if not errors:
                # It had not begun, or was printing what it had found: nothing was cut short.
                self.go_on()
                continue
            self.assertEqual(len(lines), 1, errors)
            command = f"{PROGRAM} read pages --archive {self.folder}/own.stemma"
            self.assertTrue(lines[0].endswith("To go on: " + command), lines[0])
            stages.add(lines[0].split(":")[1])
            self.assertIn(self.left(), ([], ["own.stemma"]))
            if self.left():
                checked = self.run_program("check", "--archive", self.folder / "own.stemma")
                self.assertEqual(checked.returncode, 0, checked.stdout)
                self.assertIn("Its last reading was not finished", checked.stdout)
            self.go_on()
        self.assertIn(" stopped while reading", stages)
        self.assertIn(" stopped while working out the reports", stages)

    def test_a_growing_archive(self):
        """Findings of before stay whole while those of new pages are stopped."""
        few = self.folder / "few"
        few.mkdir()
        for outlet in ("gazette-0", "gazette-1"):
            (few / outlet).mkdir()
            for number in range(90):
                (few / outlet / f"pier-{number}.html").symlink_to(self.shared / "pages" / outlet / f"pier-{number}.html")
        stopped = 0
        for delay in (0.4, 0.6, 0.8):
            archive = self.folder / "grown.stemma"
            archive.unlink(missing_ok=True)
            first = self.run_program("read", self.shared / "pages/gazette-0", "--archive", archive, "--quiet")
            self.assertEqual(first.returncode, 0, first.stderr)
            before = self.families(archive)
            process = subprocess.Popen(
                [PROGRAM, "read", "pages", "--archive", str(archive)], cwd=self.shared, env=environment(),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(self.seconds * delay)
            process.send_signal(signal.SIGINT)
            _, errors, _ = self.end(process)
            if process.returncode == 130:
                stopped += 1
                self.assertEqual(self.families(archive), before, errors)
        self.assertGreater(stopped, 0)

    def families(self, archive):
        listed = self.run_program("families", "--json", "--limit", "1000", "--archive", archive)
        return [line for line in listed.stdout.splitlines() if '"family"' in line]

    def test_standard_input_that_says_nothing(self):
        """Who feeds the program may be silent for hours: it ends all the same, and keeps what came."""
        process = self.begin_on_pipe()
        for number in range(40):
            text = " ".join(f"word{number} number{place} of a line" for place in range(60))
            process.stdin.write('{"id":"n%d","text":"%s"}\n' % (number, text))
        process.stdin.write('{"id":"half","text":"this line is not at its e')
        process.stdin.flush()
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        errors = process.stderr.read()
        self.assertEqual(process.returncode, 130, errors)
        self.assertIn("give it the same input again", errors)
        self.assertEqual(self.left(), ["piped.stemma"])
        held = self.run_program("export", "--archive", "piped.stemma")
        self.assertIn("holds no findings yet", held.stderr)
        self.assertEqual(held.stdout.count('"type":"article"'), 40)
        self.assertNotIn('"type":"refusal"', held.stdout)

    def begin_on_pipe(self):
        return subprocess.Popen(
            [PROGRAM, "read", "-", "--archive", "piped.stemma"], cwd=self.folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())

    def test_twice_ends_at_once(self):
        """A second Ctrl-C is as safe as a kill."""
        process = self.begin()
        time.sleep(self.seconds / 3)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        self.end(process)
        self.assertIn(process.returncode, (130, 2))
        self.go_on()

    def test_ignored_where_a_script_says_so(self):
        """A run in the background of a script, told to ignore Ctrl-C, goes on."""
        process = self.begin(preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        time.sleep(self.seconds / 3)
        process.send_signal(signal.SIGINT)
        _, errors, _ = self.end(process)
        self.assertEqual(process.returncode, 2, errors)
        self.assertEqual(self.export(self.folder / "own.stemma"), self.wanted)

    def test_other_commands_end_at_once(self):
        """A command that keeps nothing says nothing."""
        for command in (["match", "pages"], ["lineage", "pages"], ["extract", "-"]):
            process = subprocess.Popen(
                [PROGRAM, *command], cwd=self.shared, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, text=True, env=environment())
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(timeout=10), 130)
            self.assertEqual(process.stderr.read(), "")
            process.communicate()


if __name__ == "__main__":
    unittest.main()
