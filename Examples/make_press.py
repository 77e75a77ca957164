#!/usr/bin/env python3
"""Make the demo press: Examples/press, Examples/truth.json and Examples/tables, from Examples/source.

usage: make_press.py            write everything
       make_press.py --check    write nothing; fail unless the files there are exactly what would be written

Both ways the press is proved first (see source/proof.py): what truth.json says must be true of the texts. Nothing here is
random: where pages of an outlet should differ in their furniture, a hash of the page's name decides.
"""

import argparse
import datetime
import hashlib
import html
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "source"))

import furniture  # noqa: E402
import outlets  # noqa: E402
import papers  # noqa: E402
import sites  # noqa: E402
from pages import PAGES  # noqa: E402
from proof import prove, source, spoken, tokens  # noqa: E402


def chosen(paragraphs, ranges):
    if not ranges:
        return list(enumerate(paragraphs, 1))
    picked = []
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        for n in range(int(first), int(last or first) + 1):
            picked.append((n, paragraphs[n - 1]))
    return picked


class Story:
    """A page about to be laid out."""

    def __init__(self, made, stories):
        self.made = made
        self.path = made["path"]
        folder, self.slug = self.path.split("/")
        self.outlet = outlets.OUTLETS[folder]
        self.folder = folder
        self.stories = stories
        self.at = datetime.datetime.fromisoformat(made["at"])
        self.section = made.get("section", "")
        self.quotes = self.outlet["quotes"]
        self.words = self.compose()
        self.byline = self.set(made.get("byline", ""))
        self.by_person = bool(re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", self.byline))
        self.caption = self.set(made.get("caption", ""))
        self.standfirst = self.set(self.spell(made.get("standfirst", "")))
        self.head = self.set(self.spell(made["head"]))
        self.paragraphs = [self.set(p) for p in self.words]
        self.first_sentence = self.paragraphs[0].split(". ")[0].rstrip(".") + "."
        self.url = f"https://www.{self.outlet['domain']}/{self.section}/{self.at:%Y/%m/%d}/{self.slug[11:]}"

    def compose(self):
        """The paragraphs in the outlet's spelling, not yet in its quotation marks: what a copier starts from."""
        made = self.made
        if "pieces" in made:
            found = [pair for name, ranges in made["pieces"] for pair in chosen(source(name), ranges)]
        elif made["text"].startswith("@"):
            parent = self.stories[made["text"][1:]]
            if self.quotes is outlets.straight:
                self.quotes = parent.quotes  # pasted as it stood
            found = chosen(parent.words, made.get("keep"))
        else:
            found = chosen(source(made["text"]), made.get("keep"))
        for old, new in made.get("edits", []):
            if not any(old in p for _, p in found):
                raise SystemExit(f"{self.path}: nothing to edit: {old}")
            found = [(n, p.replace(old, new)) for n, p in found]
        after = dict(made.get("insert", {}))
        if set(after) - {n for n, _ in found}:
            raise SystemExit(f"{self.path}: an insertion after a paragraph that is not there")
        words = []
        for n, paragraph in found:
            words.append(self.spell(paragraph))
            if n in after:
                words.append(self.spell(after[n]))
        return words

    def spell(self, text):
        for pattern, replacement in self.outlet["spelling"]:
            text = re.sub(pattern, replacement, text)
        return text

    def set(self, text):
        return self.quotes(text)

    def pick(self, count, salt):
        digest = hashlib.sha256(f"{self.path} {salt}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % count

    def file(self):
        if self.outlet["ext"] == "jsonl":
            folder, name = self.path.split("#")
            return f"{folder}.jsonl#{name}"
        return f"{self.path}.{self.outlet['ext']}"

    def related(self, count, salt=""):
        """Headlines of earlier pages of the outlet, and of other reports: what a matcher must not fall for."""
        earlier = [s for s in self.stories.values()
                   if s.at < self.at and s is not self and s.made.get("family") != self.made.get("family")
                   and s.folder not in ("morvaler-anzeiger", "courrier-ollan", "sealetter")]
        own = sorted((s for s in earlier if s.folder == self.folder), key=lambda s: (s.at, s.path), reverse=True)
        other = sorted((s for s in earlier if s.folder != self.folder), key=lambda s: (s.at, s.path), reverse=True)
        base = f"https://www.{self.outlet['domain']}/"
        start = self.pick(len(outlets.ELSEWHERE), "elsewhere")
        elsewhere = outlets.ELSEWHERE[start:] + outlets.ELSEWHERE[:start]
        pool = [(s.head, s.url) for s in own[:3]] + [(t, base + u) for t, u in elsewhere]
        if other:
            s = other[self.pick(len(other), "other" + salt)]
            pool.insert(1, (self.set(s.head), base + "news/" + s.slug[11:]))
        turn = self.pick(len(pool), "turn" + salt) if salt else 0
        return [pool[(turn + i) % len(pool)] for i in range(min(count, len(pool)))]

    def comments(self, box, item):
        count = self.pick(4, "comments")
        first = self.pick(len(outlets.COMMENTS), "who")
        items = "".join(
            item.format(who=who, when=f"{1 + self.pick(22, who)} hours ago", text=html.escape(text))
            for who, text in (outlets.COMMENTS[(first + i) % len(outlets.COMMENTS)] for i in range(count)))
        return box.format(n=count, items=items) if count else ""

    def flow(self, tags, inline):
        """The page's lines with the outlet's furniture between them, each in its tag."""
        escape = html.escape if self.outlet["ext"] == "html" else str
        rows = []

        def put(kind, text, **more):
            tag = tags[kind].replace("{}", escape(text))
            for key, value in more.items():
                tag = tag.replace("{" + key + "}", escape(str(value)))
            rows.append(tag)

        for kind, text in self.made.get("lead", []):
            put(kind, self.set(text))
        if "place" in self.made:
            put("place", self.made["place"].strip())
        drop = self.pick(len(inline) + 2, "drop")  # some pages lack one of the outlet's usual slots
        slots = {at: kind for i, (kind, at) in enumerate(inline) if i != drop or i == 0}
        for n, paragraph in enumerate(self.paragraphs, 1):
            put("p", (self.made.get("dateline", "") if n == 1 else "") + paragraph)
            kind = slots.get(n) if n < len(self.paragraphs) else None
            if kind:
                links = self.related(4)
                title, url = links[(n + self.pick(4, "inline")) % len(links)]
                then = next((s.at for s in self.stories.values() if title in (s.head, self.set(s.head))),
                            self.at - datetime.timedelta(days=1 + self.pick(20, "clip")))
                put(kind, title, url=url, n=n, clip=f"{furniture.MONTHS[then.month - 1][:3]} {then.day}, {then.year}")
        for kind, text in self.made.get("tail", []):
            put(kind, self.set(text))
        return "\n".join(rows)

    def json_line(self):
        tail = [self.set(text) for _, text in self.made.get("tail", [])]
        number = self.path.split("#")[1]
        return json.dumps({"id": f"sealetter-{int(number):04}", "title": self.head, "outlet": "Sealetter",
                           "url": f"https://www.sealetter.example/{self.at:%Y/%m}/{number}", "published": self.at.isoformat(),
                           "text": "\n\n".join(self.paragraphs + tail)}, ensure_ascii=False)


def gather():
    stories = {}
    waiting = list(PAGES)
    while waiting:  # a copy is made after what it copies
        ready = [m for m in waiting if not m.get("text", "").startswith("@") or m["text"][1:] in stories]
        if not ready:
            raise SystemExit("copies of pages that are not there: " + ", ".join(m["path"] for m in waiting))
        for made in ready:
            stories[made["path"]] = Story(made, stories)
        waiting = [m for m in waiting if m["path"] not in stories]
    return stories


REFUSED = ["hollin-courier/kestria.html", "kestria-today/consent.html"]


def press(stories):
    """Every file of the press, as bytes."""
    files = {}
    for s in stories.values():
        if s.outlet["ext"] != "jsonl":
            files[s.file()] = s.outlet["layout"](s).encode(s.outlet["encoding"], "xmlcharrefreplace")
    feed = sorted((s for s in stories.values() if s.outlet["ext"] == "jsonl"), key=lambda s: int(s.path.split("#")[1]))
    if [int(s.path.split("#")[1]) for s in feed] != list(range(1, len(feed) + 1)):
        raise SystemExit("the feed's lines must be numbered from 1")
    files["sealetter/feed.jsonl"] = "".join(s.json_line() + "\n" for s in feed).encode()
    files["kestria-today/consent.html"] = sites.CONSENT.encode()
    courier = sorted((s for s in stories.values() if s.folder == "hollin-courier"), key=lambda s: s.at, reverse=True)
    files["hollin-courier/kestria.html"] = papers.section_front(
        [(s.head, s.url, furniture.british_date(s.at)) for s in courier]).encode()
    return files


def truth(stories):
    families, arrows, altered, misdated, translations = {}, [], [], [], []
    name = lambda path: stories[path].file() if path in stories else path
    for s in stories.values():
        families.setdefault(s.made.get("family", s.path), []).append(s.file())
        family = s.made.get("family")
        for start, end, kind, why in s.made.get("lost", []):
            arrows.append({"family": family, "from": name(start), "to": end, "kind": kind, "why": why})
        for parent, kind, why in s.made.get("copies", []):
            arrows.append({"family": family, "from": name(parent), "to": s.file(), "kind": kind, "why": why})
        for kind, was, became, inherited in s.made.get("altered", []):
            entry = {"page": s.file(), "kind": kind, "was": s.spell(was), "is": s.spell(became)}
            altered.append(dict(entry, inherited=True) if inherited else entry)
        if "spins" in s.made:
            for was, became in zip(spoken(source(s.made["spins"])), spoken(s.words)):
                if tokens(was) != tokens(became):
                    altered.append({"page": s.file(), "kind": "quotation", "was": was, "is": became})
        if "note" in s.made:
            misdated.append({"page": s.file(), "note": s.made["note"]})
        if "translates" in s.made:
            translations.append({"page": s.file(), "of": name(s.made["translates"])})
            # Its credit is taken at its word; that the dispatch is held, in another language, no words in common show.
            arrows.append({"family": s.path, "from": "lost:NPA", "to": s.file(), "kind": "unknown",
                           "why": "credits the agency, of which no page shares its words"})
    arrows.sort(key=lambda a: (a["family"], a["to"], a["from"]))
    return {"families": [{"report": k, "members": sorted(v)} for k, v in sorted(families.items())],
            "arrows": arrows, "refused": sorted(REFUSED), "altered": sorted(altered, key=lambda a: (a["page"], a["was"])),
            "misdated": misdated, "translations": translations}


def tables():
    """The tables, in the form of those that the program comes with (Sources/Reading/Tables)."""
    agencies = ["# name\tcountry\tlanguages\taliases, separated by semicolons"]
    for name, aliases, country, languages in outlets.AGENCIES:
        agencies.append("\t".join([name, country, languages, aliases.replace("|", "; ")]))
    rows = ["# name\tcountry\towner\taliases, separated by semicolons\tdomains, separated by blanks"]
    for key, o in sorted(outlets.OUTLETS.items()):
        if key not in ("npa", "ktb"):
            rows.append("\t".join([o["name"], "Kestria", o["owner"], o["aliases"].replace("|", "; "), o["domain"]]))
    return {"agencies.tsv": "\n".join(agencies) + "\n", "outlets.tsv": "\n".join(rows) + "\n"}


def main():
    options = argparse.ArgumentParser(description="Make the demo press, or check that it is as made.")
    options.add_argument("--check", action="store_true", help="write nothing; compare")
    check = options.parse_args().check
    stories = gather()
    files = press(stories)
    said = truth(stories)
    prove(stories, said, files)
    made = {HERE / "press" / name: data for name, data in files.items()}
    made[HERE / "truth.json"] = (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
    made.update({HERE / "tables" / name: text.encode() for name, text in tables().items()})
    there = {p for folder in ("press", "tables") for p in (HERE / folder).rglob("*") if p.is_file()} | {HERE / "truth.json"}
    if check:
        stale = [p for p, data in made.items() if not p.is_file() or p.read_bytes() != data] + sorted(there - set(made))
        if stale:
            raise SystemExit("not as made:\n  " + "\n  ".join(str(p.relative_to(HERE)) for p in stale))
    else:
        for path in there - set(made):
            path.unlink(missing_ok=True)
        for path, data in made.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    count = sum(len(f["members"]) for f in said["families"])
    print(f"{count} articles in {len(said['families'])} families, {len(said['refused'])} pages without one, "
          f"{len(said['arrows'])} arrows, {len(said['altered'])} alterations")


if __name__ == "__main__":
    main()
