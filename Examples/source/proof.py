"""The proof that truth.json is true of the texts: run each time the press is made or checked."""

import difflib
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent


def source(name):
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return text.strip().split("\n\n")[1:]  # the first paragraph is the text's own headline


def tokens(text):
    return re.findall(r"\w+(?:['’]\w+)*", text.lower())


def spoken(paragraphs):
    """What stands in double quotation marks, of five words or more; in paragraphs set straight."""
    return [q for p in paragraphs for q in re.findall(r'"([^"]+)"', p) if len(q.split()) >= 5]


def runs(words, n):
    return {tuple(words[i:i + n]) for i in range(len(words) - n + 1)}


def jaccard(a, b, n=5):
    a, b = runs(a, n), runs(b, n)
    return len(a & b) / max(1, len(a | b))


def kept(parent, child):
    """How many of the parent's words the child has, in order."""
    return sum(m.size for m in difflib.SequenceMatcher(None, parent, child, autojunk=False).get_matching_blocks())


def carried(story, parent, stories):
    """The words of the parent of an arrow, held or lost."""
    if parent in stories:
        return tokens("\n".join(stories[parent].words))
    if "pieces" in story.made:
        agency = parent.split(":")[1].lower()
        name = next(n for n, _ in story.made["pieces"] if n.endswith(agency))
    else:
        name = story.made.get("spins", story.made["text"])
    return tokens("\n".join(source(name)))


def prove(stories, said, files):
    wrong = []

    def need(holds, text):
        if not holds:
            wrong.append(text)

    members = [m for f in said["families"] for m in f["members"]] + said["refused"]
    lines = {f"sealetter/feed.jsonl#{i + 1}" for i in range(files["sealetter/feed.jsonl"].count(b"\n"))}
    need(sorted(members) == sorted((set(files) - {"sealetter/feed.jsonl"}) | lines), "pages and families differ")

    for s in stories.values():
        own = tokens("\n".join(s.words))
        for parent, kind, _ in s.made.get("copies", []):
            theirs = carried(s, parent, stories)
            shared = kept(theirs, own)
            need(shared >= 80, f"{s.path}: only {shared} words in common with {parent}")
            if kind == "spun":
                need(jaccard(theirs, own) < 0.2, f"{s.path}: too near its source: {jaccard(theirs, own):.2f}")
                need(0.8 < len(own) / len(theirs) < 1.25, f"{s.path}: not spun sentence for sentence")
                need(len(spoken(s.words)) == len(spoken(source(s.made["spins"]))[:len(spoken(s.words))]), f"{s.path}: quotations")
            else:
                share = shared / len(theirs)
                is_kind = "verbatim" if own == theirs else "partial" if share < 0.8 or "pieces" in s.made else "edited"
                need(kind == is_kind, f"{s.path}: said {kind} of {parent}, is {is_kind} ({share:.2f})")
            if parent in stories and "note" not in s.made:
                need(stories[parent].at < s.at, f"{s.path}: before {parent}")
        if "copies" in s.made and not any(k in s.made for k in ("tail", "lead", "dateline")):
            need("no credit" in s.made["copies"][0][2], f"{s.path}: copied without a credit, and the truth does not say so")
        if any("no credit" in why for _, _, why in s.made.get("copies", [])):
            nearest(s, stories, need)
        if "family" in s.made:
            need("copies" in s.made or s.folder in ("npa", "ktb") or s.byline, f"{s.path}: where is it from?")
        for kind, was, became, _ in s.made.get("altered", []):
            whole = "\n".join(s.words)
            need(s.spell(became) in whole and s.spell(was) not in whole, f"{s.path}: not altered: {was}")
    apart(stories, need)
    if wrong:
        raise SystemExit("the press is not what it says:\n  " + "\n  ".join(wrong))


def nearest(copy, stories, need):
    """An uncredited copy has more of its parent's words than of any other page it could have been made from."""
    own = tokens("\n".join(copy.words))
    parent = copy.made["copies"][0][0]
    for other in stories.values():
        if other.made.get("family") == copy.made["family"] and other.at < copy.at and other.path != parent:
            far = kept(tokens("\n".join(other.words)), own)
            near = kept(tokens("\n".join(stories[parent].words)), own)
            need(near >= far + 3, f"{copy.path}: as near to {other.path} as to {parent}")


def apart(stories, need):
    """Pages that are their own family share no run of 12 words with any other family, quotations aside."""
    seen = {}
    for s in stories.values():
        unquoted = [re.sub(r'"[^"]*"', " | ", p) for p in s.words]
        for part in "|".join(unquoted).split("|"):
            for run in runs(tokens(part), 12):
                seen.setdefault(run, set()).add(s.made.get("family", s.path))
    merged = {frozenset(("dam-2021-npa", "dam-2021-ktb"))}
    for run, families in seen.items():
        need(len(families) == 1 or frozenset(families) in merged, f"{sorted(families)} share: {' '.join(run)}")
