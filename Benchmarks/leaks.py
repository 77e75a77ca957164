#!/usr/bin/env python3
"""Count the pages on which lines such as "READ MORE: …" are left in the text.

usage: Benchmarks/leaks.py SHARED OUT.jsonl... [--list] [--half even|odd]

SHARED is the folder of evaluation data, which are not part of the project; each OUT is what `stemma extract --json` writes for one of
its extraction corpora. A page has such a line when a block of its HTML (what stands between two
tags that break a line) begins with one of the phrases below and is a label, alone or before a headline. It leaks when a paragraph
of our text is that block. A block that gold text has as a paragraph of its own is no leak. --half takes every second page.
"""
import gzip, html.parser, json, pathlib, re, sys

# A label that stands alone, or before the headline of another page.
LABELS = (
    # English
    "read more|read also|also read|also see|see also|related|related articles|related stories|related story|related news|"
    "related links|related content|related coverage|related reading|related article|related video|related videos|more on this story|more on this|"
    "more from|watch|watch now|watch also|watch more|don't miss|do not miss|recommended|recommended reading|recommended for you|recommended stories|"
    "trending|trending now|read next|up next|must read|must-read|you may also like|you might also like|more stories|"
    "further reading|more information|more news|read full story|read the full story|continue reading|keep reading|most read|most popular|"
    "click here to read|listen|listen to|in case you missed it|explore more|learn more|see more|"
    # French
    "lire aussi|à lire aussi|lire également|à lire également|lire la suite|voir aussi|à voir aussi|sur le même sujet|à lire|"
    "pour aller plus loin|en savoir plus|"
    # German
    "lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|mehr dazu|siehe auch|auch interessant|das könnte sie auch interessieren|"
    "weiterlesen|lesetipp|lesen sie dazu|hier lesen|"
    # Spanish
    "lea también|lee también|leer también|te puede interesar|le puede interesar|ver también|vea también|lea más|lee más|leer más|"
    "más información|noticias relacionadas|"
    # Portuguese
    "leia também|leia mais|veja também|veja mais|saiba mais|confira também|"
    # Italian
    "leggi anche|leggi di più|leggi tutto|vedi anche|guarda anche|potrebbe interessarti|per approfondire|"
    # Dutch
    "lees ook|lees meer|lees verder|bekijk ook|zie ook|"
    # Swedish, Norwegian, Danish
    "läs mer|läs också|läs även|les mer|les også|se også|læs også|læs mere|"
    # Polish, Czech
    "czytaj też|czytaj także|czytaj również|czytaj więcej|zobacz też|zobacz także|zobacz również|czytaj dalej|přečtěte si také|čtěte také|"
    # Russian, Ukrainian, Bulgarian
    "читайте также|читайте ещё|читать далее|читайте далее|смотрите также|по теме|материалы по теме|читайте також|ще по темі|"
    # Turkish, Indonesian, Vietnamese
    "ilgili haber|ilgili haberler|bunlar da ilginizi çekebilir|baca juga|baca selengkapnya|lihat juga|simak juga|đọc thêm|xem thêm|"
    # Arabic, Persian, Hebrew, Hindi, Greek, Romanian, Hungarian, Finnish
    "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|بیشتر بخوانید|קראו גם|यह भी पढ़ें|ये भी पढ़ें|διαβάστε επίσης|διαβάστε ακόμη|citește și|citeste si|"
    "olvasta már|kapcsolódó cikk|lue myös"
).split("|")
LABEL = re.compile(r"\W*(?:%s)(?:\s*[:>»›→…|!–—-].*|\W*)$" % "|".join(re.escape(l) for l in sorted(LABELS, key=len, reverse=True)),
                   re.I | re.S)
# Labels that need a colon or a dash behind them, or to be alone: "Watch the skies." is a sentence.
LONGEST = 200

BREAKS = set("p div li ul ol h1 h2 h3 h4 h5 h6 section article aside header footer nav main figure figcaption blockquote td th tr "
             "table br hr dd dt dl form fieldset pre address details summary button option body".split())
HIDDEN = set("script style noscript template svg head title textarea select iframe".split())
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Blocks(html.parser.HTMLParser):
    """The texts between tags that break a line."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.text, self.hidden = [], [], []

    def flush(self):
        line = " ".join("".join(self.text).split())
        self.text = []
        if line:
            self.blocks.append(line)

    def handle_starttag(self, tag, attrs):
        if tag in HIDDEN and tag not in VOID:
            self.hidden.append(tag)
        if tag in BREAKS:
            self.flush()

    def handle_endtag(self, tag):
        if tag in HIDDEN and tag in self.hidden:
            while self.hidden.pop() != tag:
                pass
        if tag in BREAKS:
            self.flush()

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def is_label(line):
    return len(line) <= LONGEST and LABEL.match(line) is not None


def folded(line):
    return " ".join(re.findall(r"\w+", line.lower()))


def texts(outputs):
    """The text of every article that was written, by id."""
    found = {}
    for output in outputs:
        for line in open(output, encoding="utf-8"):
            record = json.loads(line)
            if record.get("type") == "article":
                found[record["id"]] = record["text"]
    return found


def score(shared, outputs, half=None, listed=False):
    """Pages that have such lines, those where one is left, and the share of the pages that are clean."""
    found = texts(outputs)
    having = leaking = 0
    for corpus in ("aeb", "fundus", "wcxb"):
        folder = pathlib.Path(shared) / "data" / "extraction" / corpus
        gold = {}
        for line in open(folder / "gold.jsonl", encoding="utf-8"):
            record = json.loads(line)
            gold[str(record["id"])] = {folded(p) for p in (record.get("text") or "").splitlines()}
        for number, line in enumerate(gzip.open(folder / "pages.jsonl.gz", "rt", encoding="utf-8")):
            if half and (number % 2 == 0) != (half == "even"):
                continue
            page = json.loads(line)
            name = str(page["id"])
            if name not in found:
                continue
            parser = Blocks()
            parser.feed(page["html"])
            parser.flush()
            labels = {folded(b) for b in parser.blocks if is_label(b)} - gold.get(name, set())
            if not labels:
                continue
            having += 1
            left = [p for p in found[name].split("\n\n") if folded(p) in labels]
            leaking += bool(left)
            if left and listed:
                print(corpus, name, *(f"\n    {p}" for p in left))
    return {"pages_with_such_lines": having, "pages_leaking": leaking, "clean": 1 - leaking / having if having else 0.0}


if __name__ == "__main__":
    half = sys.argv[sys.argv.index("--half") + 1] if "--half" in sys.argv else None
    arguments = [a for a in sys.argv[1:] if not a.startswith("--") and a != half]
    if len(arguments) < 2:
        sys.exit(__doc__)
    print(json.dumps(score(arguments[0], arguments[1:], half, "--list" in sys.argv)))
