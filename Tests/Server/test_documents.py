"""SECURITY.md names tests, and each of them exists."""
import re
import unittest

from serving import PACKAGE


class SecurityDocument(unittest.TestCase):
    def test_every_test_that_it_names_exists(self):
        tests = "\n".join(
            path.name + "\n" + path.read_text(errors="replace")
            for path in sorted((PACKAGE / "Tests").rglob("*")) if path.suffix in (".swift", ".py"))
        rows = [
            line.split("|") for line in (PACKAGE / "SECURITY.md").read_text().splitlines()
            if line.startswith("| ") and not line.startswith("| Threat")]
        self.assertGreater(len(rows), 20)
        for row in rows:
            self.assertEqual(len(row), 5, row)
            names = re.findall(r"`([^`]+)`", row[3])
            self.assertTrue(names, f"no test: {row[1]}")
            for name in names:
                known = re.search(rf"^\S*{re.escape(name)}$|\b(?:func|def|struct|class) {re.escape(name)}\b", tests, re.M)
                self.assertTrue(known, f"there is no test {name}")


if __name__ == "__main__":
    unittest.main()
