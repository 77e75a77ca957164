#!/usr/bin/env python3
"""Follows the links of the documents within the project: to files that are there, and to headings that they have."""

import pathlib
import re
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def anchors(path):
    """The anchors of a document's headings, as GitHub makes them."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }


def main():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "Examples").glob("*.md")]
    broken = followed = 0
    for document in sorted(documents):
        text = re.sub(r"```.*?```|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text):
            if re.match(r"[a-z]+:", target):
                continue
            followed += 1
            name, _, anchor = target.partition("#")
            path = (document.parent / urllib.parse.unquote(name)).resolve() if name else document
            if not path.exists() or (anchor and path.suffix == ".md" and anchor not in anchors(path)):
                broken += 1
                print(f"{document.relative_to(ROOT)}: the link to {target} leads nowhere", file=sys.stderr)
    return 1 if broken or followed < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
