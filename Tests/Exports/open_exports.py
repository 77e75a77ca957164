#!/usr/bin/env python3
"""Open every export of a press in a program that its readers use, and hold what those see against the JSON lines.

usage: open_exports.py STEMMA EXAMPLES [--schema tei_all.rng]

Newick and NEXUS are read by dendropy, GraphML by networkx, PROV-JSON by prov, TEI validated by xmllint against the
TEI's own schema, DOT drawn by Graphviz, SVG and HTML parsed; the collation is that of the texts, also for CollateX.
"""
import argparse
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SVG = "{http://www.w3.org/2000/svg}"
checks = 0
failures = []


def check(truth, what):
    global checks
    checks += 1
    if not truth:
        failures.append(what)
        print(f"  FAILED: {what}", file=sys.stderr)


class Press:
    """A pile, read once as JSON lines and then in every format."""

    def __init__(self, program, name, arguments, folder):
        self.program, self.name, self.arguments, self.folder = program, name, arguments, folder
        lines = [json.loads(line) for line in self.export("json", "--with-text").split("\n") if line]
        self.articles = {line["id"]: line for line in lines if line["type"] == "article"}
        self.stemmata = {
            line["family"]: line for line in lines if line["type"] == "stemma" and len(line["nodes"]) > 1
        }
        self.largest = max(self.stemmata.values(), key=lambda stemma: (len(stemma["nodes"]), stemma["family"]))
        check(len(self.stemmata) > 0, f"{name}: there are reports of several pages")

    def export(self, format, *more):
        run = subprocess.run(
            [self.program, "lineage", *self.arguments, "--quiet", "--format", format, *more],
            capture_output=True, cwd=self.folder, timeout=300)
        # Pages that cannot be read are no failure of an export: 2 with output is as good as 0.
        if run.returncode not in (0, 2) or not run.stdout:
            raise SystemExit(f"{self.name}: --format {format} ended with {run.returncode}: {run.stderr.decode()[-600:]}")
        return run.stdout.decode()

    def file(self, format, *more):
        path = pathlib.Path(self.folder) / f"{self.name}.{format}"
        path.write_text(self.export(format, *more), encoding="utf-8")
        return path

    def keys(self):
        """Every witness of all stemmata once; a lost one is another in each."""
        return {
            (stemma["family"], node["id"]) if node["lost"] else node["id"]
            for stemma in self.stemmata.values() for node in stemma["nodes"]
        }

    def edges(self):
        return sum(len(stemma["edges"]) for stemma in self.stemmata.values())


def main_parents(stemma):
    """For each child its surest parent, of equally sure ones the first by id, as the exports' trees have it."""
    parents = {}
    for edge in stemma["edges"]:
        best = parents.get(edge["to"])
        if best is None or (-edge["confidence"], edge["from"]) < (-best["confidence"], best["from"]):
            parents[edge["to"]] = edge
    return parents


def newick(press):
    import dendropy
    trees = dendropy.TreeList.get(
        data=press.export("newick"), schema="newick", suppress_internal_node_taxa=False,
        suppress_leaf_node_taxa=False, preserve_underscores=True)
    check(len(trees) == len(press.stemmata), f"{press.name}: dendropy reads {len(press.stemmata)} Newick trees")
    for tree, stemma in zip(trees, press.stemmata.values()):
        named = [node for node in tree if node.taxon is not None]
        check(len(named) == len(stemma["nodes"]), f"{press.name}: {stemma['family']}: every witness is in its Newick tree")
        arrows = sum(1 for node in named if node.parent_node is not None and node.parent_node.taxon is not None)
        check(arrows == len(main_parents(stemma)), f"{press.name}: {stemma['family']}: an arrow a child in its Newick tree")
    extended = press.export("extended-newick")
    several = sum(
        1 for stemma in press.stemmata.values()
        for child in {edge["to"] for edge in stemma["edges"]}
        if sum(edge["to"] == child for edge in stemma["edges"]) > 1)
    written = sum(len(set(re.findall(r"#H\d+(?=[,()\[;])", line))) for line in extended.split("\n"))
    check(written == several, f"{press.name}: {several} hybrid nodes in extended Newick")


def nexus(press):
    import dendropy
    data = dendropy.DataSet.get(data=press.export("nexus"), schema="nexus", suppress_internal_node_taxa=False)
    trees = data.tree_lists[0]
    check(len(trees) == len(press.stemmata), f"{press.name}: dendropy reads {len(press.stemmata)} trees of NEXUS")
    labels = {taxon.label for tree in trees for taxon in tree.update_taxon_namespace()}
    check(len(labels) == len(press.keys()), f"{press.name}: {len(press.keys())} witnesses have names of their own in NEXUS")
    confident = sum(1 for tree in trees for node in tree if node.annotations.get_value("confidence") is not None)
    children = sum(len(main_parents(stemma)) for stemma in press.stemmata.values())
    check(confident == children, f"{press.name}: every arrow in NEXUS tells its confidence")
    # One report alone has its readings as characters.
    family = press.largest["family"]
    data = dendropy.DataSet.get(
        data=press.export("nexus", "--family", family), schema="nexus", suppress_internal_node_taxa=False)
    matrix = data.char_matrices[0]
    held = [node for node in press.largest["nodes"] if not node["lost"]]
    check(len(matrix) >= len(held), f"{press.name}: {family}: a row of characters for each page")
    check(matrix.max_sequence_size > 0, f"{press.name}: {family}: there are characters")
    check(len({len(matrix[taxon]) for taxon in matrix}) == 1, f"{press.name}: {family}: all rows are of one length")


def graphml(press):
    import networkx
    graph = networkx.read_graphml(press.file("graphml"))
    check(graph.is_directed() and networkx.is_directed_acyclic_graph(graph), f"{press.name}: GraphML is acyclic")
    check(graph.number_of_nodes() == len(press.keys()), f"{press.name}: {len(press.keys())} nodes in GraphML")
    check(graph.number_of_edges() == press.edges(), f"{press.name}: {press.edges()} edges in GraphML")
    lost = sum(1 for key in press.keys() if isinstance(key, tuple))
    check(
        sum(1 for _, fields in graph.nodes(data=True) if fields["lost"]) == lost, f"{press.name}: {lost} of them lost")
    ids = {fields["article"] for _, fields in graph.nodes(data=True) if not fields["lost"]}
    check(ids == {key for key in press.keys() if isinstance(key, str)}, f"{press.name}: GraphML keeps every id")
    for _, _, fields in graph.edges(data=True):
        check(0 <= fields["confidence"] <= 1 and fields["evidence"], f"{press.name}: an edge in GraphML has its reasons")


def prov(press):
    from prov.model import ProvDocument, ProvDerivation, ProvEntity, ProvAttribution
    document = ProvDocument.deserialize(content=press.export("prov"), format="json")
    count = {kind: len(list(document.get_records(kind))) for kind in (ProvEntity, ProvDerivation, ProvAttribution)}
    check(count[ProvEntity] == len(press.keys()), f"{press.name}: {len(press.keys())} entities in PROV")
    check(count[ProvDerivation] == press.edges(), f"{press.name}: {press.edges()} derivations in PROV")
    check(count[ProvAttribution] == len(press.keys()), f"{press.name}: {len(press.keys())} attributions in PROV")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    check(again == document, f"{press.name}: prov writes what it read")


def relaxng(path, schema, what):
    run = subprocess.run(
        ["xmllint", "--noout", "--huge", "--relaxng", str(schema), str(path)], capture_output=True, timeout=300)
    check(run.returncode == 0, f"{what}: {run.stderr.decode()[:600]}")


def witness_texts(document, articles):
    """A witness's text: what stands outside of `app`, with its own `rdg`; moved ones at the byte that `n` says."""
    ids = {"#" + witness.get(XML_ID): witness.get("n") for witness in document.iter(TEI + "witness") if witness.get(XML_ID)}
    for block in document.iter(TEI + "ab"):
        wits = [ids[w.get("sameAs")] for w in block_witnesses(document, block)]
        pieces = {id: [] for id in wits}

        def common(text):
            for id in wits:
                pieces[id].append((None, text or ""))
        common(block.text)
        for app in block:
            for reading in app.iter(TEI + "rdg"):
                moved = reading.get("n")
                for wit in reading.get("wit").split():
                    pieces[ids[wit]].append((int(moved) if moved else None, reading.text or ""))
            common(app.tail)
        for id in wits:
            moved = {at: text for at, text in pieces[id] if at is not None}
            text = ""

            def insert(text):
                while len(text.encode()) in moved:
                    text += moved.pop(len(text.encode()))
                return text
            for at, piece in pieces[id]:
                if at is None and piece:
                    text = insert(text) + piece
            yield id, insert(text)


def block_witnesses(document, block):
    for division in document.iter(TEI + "div"):
        if block in list(division):
            return list(division.find(TEI + "listWit"))
    return []


def legal(text):
    """What XML can hold of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def tei(press, schema):
    path = press.file("tei")
    if schema:
        relaxng(path, schema, f"{press.name}: TEI is valid against tei_all")
    document = ElementTree.parse(path).getroot()
    nodes = sum(len(stemma["nodes"]) for stemma in press.stemmata.values())
    check(sum(1 for _ in document.iter(TEI + "graph")) == len(press.stemmata), f"{press.name}: a graph a report in TEI")
    check(sum(1 for _ in document.iter(TEI + "node")) == nodes, f"{press.name}: {nodes} nodes in TEI")
    check(sum(1 for _ in document.iter(TEI + "arc")) == press.edges(), f"{press.name}: {press.edges()} arcs in TEI")
    read = 0
    for id, text in witness_texts(document, press.articles):
        read += 1
        check(text == legal(press.articles[id]["text"]), f"{press.name}: the apparatus gives {id} its text back")
    check(read >= len(press.largest["nodes"]) - 2, f"{press.name}: there is an apparatus ({read} texts read)")


def openstemmata(press, schema, own):
    path = press.file("openstemmata", "--family", press.largest["family"])
    relaxng(path, own, f"{press.name}: the record has OpenStemmata's shape")
    if schema:
        # Its `od:type` is of another namespace; all else is TEI.
        text = re.sub(r' od:type="[a-z]+"', "", path.read_text(encoding="utf-8"))
        plain = path.with_suffix(".xml")
        plain.write_text(text, encoding="utf-8")
        relaxng(plain, schema, f"{press.name}: the record is TEI")
    document = ElementTree.parse(path).getroot()
    graph = document.find(f".//{TEI}graph")
    check(graph.get("order") == str(len(press.largest["nodes"])), f"{press.name}: the record counts its nodes")
    check(graph.get("size") == str(len(press.largest["edges"])), f"{press.name}: the record counts its arcs")


def collatex(press):
    table = json.loads(press.export("collatex", "--family", press.largest["family"]))
    for column, id in enumerate(table["witnesses"]):
        moved = "".join(token for row in table["table"] for token in row[column])
        check(
            sorted(moved) == sorted(press.articles[id]["text"]), f"{press.name}: the table holds all of the text of {id}")
    import collatex as peer
    collation = peer.Collation()
    for number, id in enumerate(table["witnesses"][:3]):
        collation.add_plain_witness(f"w{number}", " ".join(press.articles[id]["text"].split()[:60]))
    theirs = peer.collate(collation, output="table", segmentation=False)
    check(
        [row.header for row in theirs.rows] == [f"w{n}" for n in range(len(table["witnesses"][:3]))],
        f"{press.name}: CollateX takes the witnesses")


def graphviz(press):
    run = subprocess.run(["dot", "-Tsvg"], input=press.export("dot").encode(), capture_output=True, timeout=300)
    check(run.returncode == 0, f"{press.name}: Graphviz draws DOT: {run.stderr.decode()[:300]}")
    drawn = ElementTree.fromstring(run.stdout)
    classes = [group.get("class") for group in drawn.iter(SVG + "g")]
    check(classes.count("node") == len(press.keys()), f"{press.name}: {len(press.keys())} nodes in DOT")
    check(classes.count("edge") == press.edges(), f"{press.name}: {press.edges()} edges in DOT")


def svg(press):
    drawing = ElementTree.fromstring(press.export("svg", "--family", press.largest["family"]))
    check(drawing.tag == SVG + "svg" and drawing.find(SVG + "title") is not None, f"{press.name}: SVG has a title")
    signs = [sign.get("class") for sign in drawing.iter() if sign.get("class") in ("page", "lost", "guest")]
    # One of each sort that is used stands in the legend, that of a page once more where a day is all that is known.
    check(len(signs) > len(press.largest["nodes"]), f"{press.name}: every witness has its sign in SVG")
    check(not re.search(r"href|<script|@import|url\(", ElementTree.tostring(drawing).decode()), f"{press.name}: SVG is whole")


class Page(html.parser.HTMLParser):
    VOID = {"meta", "br", "hr", "img", "input", "link", "path", "circle", "rect"}

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.attributes, self.strays = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.strays.append(tag)


def page(press):
    text = press.export("html")
    parsed = Page(text)
    check(not parsed.strays and not parsed.open, f"{press.name}: the tags of HTML are even: {parsed.strays[:5]}")
    check(
        not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & set(parsed.tags),
        f"{press.name}: HTML asks for nothing")
    check(not any(name.startswith("on") or name == "src" for name, _ in parsed.attributes), f"{press.name}: HTML runs nothing")
    check(parsed.tags.count("article") == len(press.stemmata), f"{press.name}: a section a report in HTML")
    for name, value in parsed.attributes:
        if name == "href":
            check(value.startswith(("#", "http://", "https://")), f"{press.name}: a link leads to {value[:40]}")


HOSTILE = ["It's a \"star\"", "A_B", "a b", "A B", "Плинт", "港口 日報", "(x,y):[z];", "007", "<b>&amp;</b>", "", "#H1", "'"]


def hostile(folder):
    """Pages of one report whose names are hard to write, and a text with what XML and JSON trip over."""
    body = " ".join(
        f"The harbour master of Lindmouth said on day {n} that the ferry had run on to the bank called number {n * 7}"
        f" and that nobody aboard was hurt while the tide of hour {n * 3} went out again."
        for n in range(1, 9))
    path = pathlib.Path(folder) / "hostile.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, name in enumerate(HOSTILE):
            text = body.replace(f"bank called number {7 * (number % 8 + 1)}", f"“bank” & <reef> of {number}\u2028\t")
            line = {
                "id": f"{name}{number}/'\"<&>", "outlet": name, "title": f"Ferry {name}", "text": text,
                "published": f"2031-05-{6 + number // 5:02}T{number % 24:02}:15Z" if number % 4 else None,
                "url": f"https://example.org/{number}?a=1&b='\""}
            file.write(json.dumps({key: value for key, value in line.items() if value is not None}) + "\n")
    return path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stemma")
    parser.add_argument("examples")
    parser.add_argument("--schema")
    options = parser.parse_args()
    own = pathlib.Path(__file__).with_name("openstemmata.rng").resolve()
    program = str(pathlib.Path(options.stemma).resolve())
    examples = pathlib.Path(options.examples).resolve()
    with tempfile.TemporaryDirectory() as folder:
        presses = [
            Press(program, "demo", [str(examples / "press"), "--tables", str(examples / "tables")], folder),
            Press(program, "hostile", [str(hostile(folder))], folder),
        ]
        for press in presses:
            for reader in (newick, nexus, graphml, prov, collatex, graphviz, svg, page):
                reader(press)
            tei(press, options.schema)
            openstemmata(press, options.schema, own)
    print(f"exports: {checks - len(failures)} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
