"""The completions that the program writes, asked in the shells that they are for."""

import pathlib
import subprocess
import unittest

from support import PROGRAM, ScratchCase, environment, skip_without


class Completion(ScratchCase):
    def script(self, shell, name):
        done = self.run_program("--generate-completion-script", shell)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        path = self.folder / name
        path.write_text(done.stdout, encoding="utf-8")
        return path

    def bash(self, line):
        """What bash offers behind a line."""
        path = self.script("bash", "stemma.bash")
        words = line.split(" ")
        listed = " ".join("'" + word + "'" for word in words)
        asking = f"""
            source {path}
            COMP_LINE='{line}' COMP_POINT=${{#COMP_LINE}} COMP_TYPE=9 COMP_KEY=9
            COMP_WORDS=({listed}) COMP_CWORD={len(words) - 1}
            _stemma stemma '{words[-1]}' '{words[-2]}'
            printf '%s\\n' "${{COMPREPLY[@]}}"
        """
        done = subprocess.run(
            ["bash", "--norc", "-c", asking], cwd=self.folder, capture_output=True, text=True,
            env=environment(PATH=f"{pathlib.Path(PROGRAM).parent}:/usr/bin:/bin"))
        self.assertEqual(done.stderr, "", line)
        return {word.strip() for word in done.stdout.splitlines() if word.strip()}

    @skip_without("bash")
    def test_bash(self):
        for name in ("ferry.html", "june.stemma", "notes.txt"):
            (self.folder / name).write_text("")
        (self.folder / "pages").mkdir()
        self.assertLessEqual({"read", "watch", "doctor", "families", "export"}, self.bash("stemma "))
        self.assertEqual(self.bash("stemma wat"), {"watch"})
        self.assertLessEqual({"--archive", "--json", "--tables", "--top"}, self.bash("stemma read --"))
        self.assertEqual(self.bash("stemma read --arch"), {"--archive"})
        # The values of an option that knows its values.
        self.assertEqual(self.bash("stemma collate --level "), {"raw", "folded", "lexical"})
        self.assertEqual(self.bash("stemma export --format gr"), {"graphml"})
        self.assertLessEqual({"quotation", "negation", "number"}, self.bash("stemma changes --kind "))
        # Files where files are read, archives where an archive is wanted, folders where a folder is.
        self.assertEqual(self.bash("stemma read fer"), {"ferry.html"})
        archives = self.bash("stemma families --archive ")
        self.assertIn("june.stemma", archives)
        self.assertNotIn("ferry.html", archives)
        folders = {name.rstrip("/") for name in self.bash("stemma read --tables ")}
        self.assertEqual(folders, {"pages"})
        # What is given already is not offered again.
        self.assertNotIn("--json", self.bash("stemma read --json --"))

    @skip_without("zsh")
    def test_zsh(self):
        path = self.script("zsh", "_stemma")
        done = subprocess.run(["zsh", "-f", "-n", path], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(path.read_text(encoding="utf-8").startswith("#compdef stemma"))

    @skip_without("fish")
    def test_fish(self):
        path = self.script("fish", "stemma.fish")
        done = subprocess.run(["fish", "--no-execute", path], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        asked = subprocess.run(
            ["fish", "--no-config", "-c", f"source {path}; complete -C 'stemma collate --level '; complete -C 'stemma wat'"],
            capture_output=True, text=True, cwd=self.folder,
            env=environment(PATH=f"{pathlib.Path(PROGRAM).parent}:/usr/bin:/bin", HOME=str(self.folder)))
        words = {line.split("\t")[0] for line in asked.stdout.splitlines()}
        self.assertLessEqual({"raw", "folded", "lexical", "watch"}, words, asked.stderr)


if __name__ == "__main__":
    unittest.main()
