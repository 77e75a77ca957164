"""Progress is shown to a person at a terminal, and to nobody else."""

import os
import pty
import re
import select
import subprocess
import threading
import time
import unittest

from support import LIMIT, PROGRAM, ScratchCase, environment, report, write_pile


class Progress(ScratchCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        case = ScratchCase()
        case.setUp()
        cls.addClassCleanup(case.doCleanups)
        cls.shared = case.folder
        write_pile(case.folder / "pages", 60)

    def on_terminal(self, *arguments, columns=80, is_output_too=False, feed=None):
        """What a command writes to a terminal, by its messages or by all it says.

        `feed` are lines for its standard input, twenty a second."""
        master, slave = pty.openpty()
        import fcntl, struct, termios

        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen(
            [PROGRAM, *map(str, arguments)], cwd=self.shared, stderr=slave,
            stdout=slave if is_output_too else subprocess.DEVNULL, stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
            env=environment(TERM="xterm"))
        os.close(slave)
        if feed:
            threading.Thread(target=self.pour, args=(feed, process.stdin), daemon=True).start()
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

    def pour(self, lines, stream):
        for line in lines:
            stream.write(line.encode("utf-8"))
            stream.flush()
            time.sleep(0.05)
        stream.close()

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
        self.assertTrue(any("1 refused" in line for line in lines), lines)
        # The last line is taken away before anything is said for good.
        self.assertNotIn("left", said.rsplit("\x1b[K", 1)[-1])

    def test_rate(self):
        """Of lines that come twenty a second the rate is told, and no time left, since nobody knows how many will come."""
        feed = ['{"id":"n%d","text":"%s"}\n' % (number, " ".join(report(number))) for number in range(60)]
        said, _ = self.on_terminal("read", "-", "--archive", self.folder / "f.stemma", "--top", "0", feed=feed)
        reading = [line for line in self.lines(said) if line.startswith("reading")]
        self.assertTrue(any(re.search(r", \d+ a second", line) for line in reading), reading)
        self.assertFalse(any("left" in line for line in reading), reading)

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
