#!/usr/bin/env python3
"""Count the sentences of the demo press's reports that survive extraction.

usage: Benchmarks/survival.py OUT.jsonl [--list]

OUT is what `stemma extract Examples/press --json --tables Examples/tables` writes. What the reports say is known, because
Examples/make_press.py laid out the pages around them: a sentence survives when it stands in the text of its page.
"""
import json, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Examples"))
import make_press  # noqa: E402

END = re.compile(r"(?<=[.!?]”)\s+|(?<=[.!?])\s+(?=[A-ZÀ-Þ“„«\"'‘])")


def words(text):
    return " ".join(re.findall(r"\w+", text))


def score(output, listed=False):
    """How many sentences there are, how many are in the texts, and their share."""
    found = {}
    for line in open(output, encoding="utf-8"):
        record = json.loads(line)
        if record.get("type") == "article":
            name = record["source"].split("Examples/press/")[-1]
            found[name] = words(record["text"])
    count = kept = 0
    for story in make_press.gather().values():
        text = found.get(story.file(), "")
        for sentence in (s for p in story.paragraphs for s in END.split(p) if words(s)):
            count += 1
            if words(sentence) in text:
                kept += 1
            elif listed:
                print(f"{story.file()}: {sentence}")
    return {"sentences": count, "kept": kept, "survival": kept / max(1, count)}


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--list"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    print(json.dumps(score(arguments[0], "--list" in sys.argv)))
