"""Progress is shown to a person at a terminal, and to nobody else."""

import os
import pty
import re
import select
import subprocess
import time
import unittest

from support import LIMIT, PROGRAM, ScratchCase, environment, write_pile


class Progress(ScratchCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        case = ScratchCase()
        case.setUp()
        cls.addClassCleanup(case.doCleanups)
        cls.shared = case.folder
        write_pile(case.folder / "pages", 60)

    def on_terminal(self, *arguments, columns=80, is_output_too=False):
        """What a command writes to a terminal, by its messages or by all it says."""
        master, slave = pty.openpty()
        import fcntl, struct, termios

        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen(
            [PROGRAM, *map(str, arguments)], cwd=self.shared, stderr=slave,
            stdout=slave if is_output_too else subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment(TERM="xterm"))
        os.close(slave)
        said = b""
        until = time.monotonic() + LIMIT
        while time.monotonic() < until:
            if select.select([master], [], [], 1)[0]:
                try:
                    piece = os.read(master, 65536)
                except OSError:
                    break
                if not piece:
                    break
                said += piece
            elif process.poll() is not None:
                break
        os.close(master)
        process.wait(timeout=30)
        return said.decode("utf-8", "replace"), process.returncode

    def lines(self, said):
        """The states of the progress line."""
        return [part for part in re.split(r"\r\x1b\[K", said)[1:] if part and "\n" not in part]

    def test_read(self):
        said, status = self.on_terminal("read", "pages", "--archive", self.folder / "a.stemma", "--top", "0")
        self.assertEqual(status, 2)
        lines = self.lines(said)
        self.assertIn("reading", {line.split(":")[0] for line in lines})
        self.assertIn("comparing", {line.split(":")[0] for line in lines})
        shape = r"[a-z]+: \d+( of \d+)?(, \d+ a second)?(, (about )?[\dhmin s]+ left)?(, \d+ refused)?"
        for line in lines:
            self.assertRegex(line, rf"^{shape}$")
        self.assertTrue(any("a second" in line for line in lines), lines)
        self.assertTrue(any("1 refused" in line for line in lines), lines)
        # The last line is taken away before anything is said for good.
        self.assertNotIn("left", said.rsplit("\x1b[K", 1)[-1])

    def test_it_fits_the_terminal(self):
        said, _ = self.on_terminal("read", "pages", "--archive", self.folder / "b.stemma", columns=20)
        self.assertTrue(self.lines(said))
        self.assertTrue(all(len(line) < 20 for line in self.lines(said)))

    def test_other_commands(self):
        self.run_program("read", self.shared / "pages", "--archive", "c.stemma", "--quiet")
        for command, stage in (
            (["match", "pages"], "comparing"), (["lineage", "pages"], "lineage"),
            (["check", "--archive", self.folder / "c.stemma"], "checking"),
            (["export", "--archive", self.folder / "c.stemma"], "writing"),
        ):
            said, _ = self.on_terminal(*command)
            self.assertIn(stage, {line.split(":")[0] for line in self.lines(said)}, command)

    def test_nobody_watches(self):
        """Into a file, with --quiet, or where data goes to the same terminal, nothing moves."""
        done = self.run_program("read", self.shared / "pages", "--archive", "d.stemma")
        self.assertNotIn("\r", done.stderr)
        self.assertNotIn("\x1b", done.stderr)
        said, _ = self.on_terminal("read", "pages", "--archive", self.folder / "e.stemma", "--quiet")
        self.assertEqual(self.lines(said), [])
        said, _ = self.on_terminal("extract", "pages", is_output_too=True)
        self.assertEqual(self.lines(said), [])


if __name__ == "__main__":
    unittest.main()
