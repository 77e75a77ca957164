"""scripts/install puts a working program, its man pages and completions under a prefix, and takes exactly them away."""

import os
import pathlib
import subprocess
import unittest

from support import PROGRAM, ROOT, ScratchCase, environment


class Install(ScratchCase):
    def install(self, *arguments, **more):
        return subprocess.run(
            [ROOT / "scripts/install", *arguments], capture_output=True, text=True, cwd=self.folder,
            env=environment(STEMMA_PRODUCT=PROGRAM, **more))

    def files(self, folder):
        return {str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*") if not path.is_dir()}

    def test_installed_and_taken_away(self):
        prefix = self.folder / "opt space"
        (prefix / "share/man/man1").mkdir(parents=True)
        (prefix / "share/man/man1/other.1").write_text("of another program")
        done = self.install(prefix)
        self.assertEqual(done.returncode, 0, done.stderr)
        version = subprocess.run([prefix / "bin/stemma", "--version"], capture_output=True, text=True)
        self.assertEqual(version.stdout, self.run_program("--version").stdout)
        files = self.files(prefix)
        pages = {f"share/man/man1/{path.name}" for path in (ROOT / "share/man/man1").glob("*.1")}
        completions = {
            "share/bash-completion/completions/stemma", "share/zsh/site-functions/_stemma",
            "share/fish/vendor_completions.d/stemma.fish",
        }
        self.assertEqual(
            files, {"bin/stemma", "share/stemma/installed", "share/man/man1/other.1"} | pages | completions)
        self.assertEqual(os.stat(prefix / "bin/stemma").st_mode & 0o777, 0o755)
        self.assertEqual(os.stat(prefix / "share/man/man1/stemma.1").st_mode & 0o777, 0o644)
        # Once more, as when a newer version comes.
        self.assertEqual(self.install(prefix).returncode, 0)
        self.assertEqual(self.files(prefix), files)
        (prefix / "bin/mine").write_text("of the user")
        taken = self.install("--uninstall", prefix)
        self.assertEqual(taken.returncode, 0, taken.stderr)
        self.assertEqual(self.files(prefix), {"share/man/man1/other.1", "bin/mine"})
        self.assertEqual({path.name for path in (prefix / "share").iterdir()}, {"man"})

    def test_destdir(self):
        """A package is made in a folder of its own, and knows nothing of it."""
        done = self.install("/usr", DESTDIR=str(self.folder / "package"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("usr/bin/stemma", self.files(self.folder / "package"))
        for name in self.files(self.folder / "package"):
            path = self.folder / "package" / name
            if path.stat().st_size < 1_000_000:
                self.assertNotIn(str(self.folder), path.read_text(encoding="utf-8"))
        self.assertEqual(self.install("--uninstall", "/usr", DESTDIR=str(self.folder / "package")).returncode, 0)
        self.assertEqual(self.files(self.folder / "package"), set())

    def test_a_list_that_leads_elsewhere(self):
        """What is taken away lies below the prefix, whatever somebody wrote into the list."""
        prefix = self.folder / "prefix"
        victim = self.folder / "victim"
        victim.write_text("not ours")
        self.assertEqual(self.install(prefix).returncode, 0)
        (prefix / "share/stemma/installed").write_text("file ../victim\n")
        done = self.install("--uninstall", prefix)
        self.assertEqual(done.returncode, 2)
        self.assertTrue(victim.exists())

    def test_nothing_to_take_away(self):
        done = self.install("--uninstall", self.folder / "nowhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn("nothing was installed", done.stderr)


if __name__ == "__main__":
    unittest.main()
