"""Drives the desk in a real browser as its readers do: every view, click, key and twin, with and without script, in both
themes, at three widths, on paper. Needs Playwright and a Chromium; scripts/check-desk brings both together.

    desk.py --stemma PROGRAM --archive FILE --chromium PROGRAM --shots FOLDER
"""

import argparse
import contextlib
import csv
import io
import json
import pathlib
import re
import statistics
import subprocess
import sys
from urllib.parse import quote

from playwright.sync_api import sync_playwright

WIDTHS = (360, 1000, 1920)
THEMES = ("light", "dark")
CHECKS = (pathlib.Path(__file__).parent / "page_checks.js").read_text().split("\n", 1)[1].rstrip().rstrip(";")


@contextlib.contextmanager
def served(stemma, archive):
    """The site, for as long as it is needed: its address."""
    server = subprocess.Popen(
        [stemma, "serve", "--archive", archive, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().strip().rstrip("/")
    finally:
        server.terminate()
        server.wait(timeout=20)


class Run:
    """What was looked at, and what was wrong."""

    def __init__(self, browser, base, shots):
        self.browser, self.base, self.shots = browser, base, shots
        self.faults = []
        self.visits = []
        self.checks = 0

    def expect(self, holds, what):
        self.checks += 1
        if not holds:
            self.faults.append(what)
            print(f"desk: FAULT {what}", file=sys.stderr)

    @contextlib.contextmanager
    def page(self, width=1000, theme="light", script=True, height=900):
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, java_script_enabled=script)
        page = context.new_page()
        page.on("console", lambda said: said.type in ("error", "warning")
                and "404" not in said.text and self.expect(False, f"the console says at {page.url}: {said.text}"))
        page.on("pageerror", lambda error: self.expect(False, f"the script fails at {page.url}: {error}"))
        page.on("request", lambda request: self.expect(
            request.url.startswith(self.base), f"{page.url} asks elsewhere: {request.url}"))
        try:
            yield page
        finally:
            context.close()

    def go(self, page, path):
        return page.goto(self.base + path, wait_until="load")

    def fetch(self, page, path):
        return page.request.get(self.base + path)


def views(run):
    """An address of each view, by name: those of the archive's most copied reports."""
    with run.page() as page:
        def data(path):
            answer = run.fetch(page, path)
            run.expect(answer.ok, f"{path} is answered with {answer.status}")
            return answer.json()

        reports = data("/families.json?min=2&order=size")["reports"]
        altered = data("/families.json?change=quotation&order=quotations")["reports"]
        family = (altered or reports)[0]["id"]
        other = next((one["id"] for one in reports if one["lost"] and one["id"] != family), family)
        found = {
            "pile": "/", "reports": "/families", "reports-all": "/families?min=1&order=oldest",
            "report": f"/families/{family}", "report-lost": f"/families/{other}",
            "apparatus": f"/families/{family}/apparatus", "apparatus-one": f"/families/{family}/apparatus?kind=number",
            "outlets": "/outlets", "trace": "/trace", "corrections": "/corrections", "refusals": "/refusals",
            "search": "/search?q=the", "nothing": "/search?q=zzzzqqq",
        }
        outlets = data("/outlets.json")["outlets"]
        if outlets:
            found["outlet"] = "/outlets/" + quote(outlets[0]["name"], safe="")
        kinds = {}
        for number, report in enumerate((family, other)):
            stemma = data(f"/families/{report}.json")["stemma"]
            lost = {node["id"] for node in stemma["nodes"] if node["lost"]}
            for edge in stemma["edges"]:
                kinds.setdefault("lost" if edge["from"] in lost else edge["kind"], (report, edge))
            held = [node["id"] for node in stemma["nodes"] if not node["lost"]]
            copies = [edge["to"] for edge in stemma["edges"]]
            found[f"article-{number}"] = "/articles/" + quote((copies or held)[0], safe="")
        for kind, (report, edge) in kinds.items():
            ends = f"from={quote(edge['from'], safe='')}&to={quote(edge['to'], safe='')}"
            found[f"arrow-{kind}"] = f"/families/{report}/arrows?{ends}"
        return found


def looks(run, found):
    """Every view in both themes and three widths: nothing overflows, all can be read, nothing is asked of others."""
    for name, path in found.items():
        for width in WIDTHS:
            for theme in THEMES:
                with run.page(width, theme) as page:
                    answer = run.go(page, path)
                    run.expect(answer.status == 200, f"{path} is answered with {answer.status}")
                    policy = answer.headers.get("content-security-policy", "")
                    run.expect("default-src 'none'" in policy or "default-src 'self'" in policy, f"no policy at {path}")
                    run.expect("unsafe-inline" not in policy, f"inline script or style is allowed at {path}")
                    for fault in page.evaluate(CHECKS):
                        run.expect(False, f"{name} at {width} px, {theme}: {fault}")
                    run.checks += 1
                    times = page.evaluate(
                        "() => { const n = performance.getEntriesByType('navigation')[0];"
                        " const p = performance.getEntriesByName('first-contentful-paint')[0];"
                        " return [n.responseEnd, p ? p.startTime : n.domInteractive, n.loadEventEnd]; }")
                    run.visits.append((name, *times))
                    page.screenshot(path=run.shots / f"{name}-{width}-{theme}.png", full_page=True)


def twins(run, found):
    """Each view's two other forms, by the links on it."""
    with run.page() as page:
        for name, path in found.items():
            run.go(page, path)
            for link in page.locator("link[rel=alternate]").all():
                answer = run.fetch(page, link.get_attribute("href"))
                kind = link.get_attribute("type")
                run.expect(answer.ok and kind in answer.headers["content-type"], f"{name} has no {kind}")
                if kind.endswith("json"):
                    run.expect(isinstance(json.loads(answer.text()), dict), f"the JSON of {name} is no object")
                else:
                    rows = list(csv.reader(io.StringIO(answer.text())))
                    run.expect(rows and all(len(row) == len(rows[0]) for row in rows), f"the CSV of {name} is uneven")


def keyboard(run, found):
    """By keys alone: each stop can be seen, the skip link skips, arrow keys walk the stemma, n and p the changes."""
    ring = """() => { const e = document.activeElement; if (e === document.body) return true;
      const s = getComputedStyle(e); if (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) return true;
      const sign = e.querySelector && e.querySelector('.page, .guest, .bar, .node, rect');
      return !!sign && (getComputedStyle(sign).strokeWidth !== '1.5px' || s.outlineStyle !== 'none'); }"""
    with run.page() as page:
        for name in ("report", "arrow-edited", "reports", "trace", "outlets", "pile"):
            if name not in found:
                continue
            run.go(page, found[name])
            page.keyboard.press("Tab")
            run.expect(page.evaluate("document.activeElement.className") == "skip", f"{name}: no skip link comes first")
            for _ in range(30):
                page.keyboard.press("Tab")
                where = page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
                run.expect(page.evaluate(ring), f"{name}: the focus cannot be seen on {where}")
        run.go(page, found["report"])
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        run.expect(page.evaluate("document.activeElement.id") == "main", "the skip link does not skip")

        at = "document.activeElement.dataset.node"
        page.locator("figure.wide a.to-node").first.focus()
        nodes = page.evaluate("[...document.querySelectorAll('figure.wide a.to-node')].length")
        first = page.evaluate(at)
        page.keyboard.press("ArrowDown")
        run.expect(nodes < 2 or page.evaluate(at) != first, "arrow down does not move in the stemma")
        page.keyboard.press("Home")
        walked = set()
        for _ in range(nodes):
            walked.add(page.evaluate(at))
            page.keyboard.press("ArrowDown")
        run.expect(len(walked) == nodes, f"arrow keys reach {len(walked)} of {nodes} pages")
        parent = page.evaluate("document.activeElement.dataset.parent")
        page.keyboard.press("ArrowLeft")
        run.expect(page.evaluate(at) == parent or page.locator(f"[data-node='{parent}']").count() == 0,
                   "arrow left does not lead to the source")
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles/**")


def arrow(run, found):
    """Two texts side by side: they scroll together, keys and the strip lead from change to change."""
    path = next((found[name] for name in ("arrow-edited", "arrow-partial", "arrow-spun", "arrow-verbatim") if name in found), None)
    if not path:
        return
    with run.page(1280, height=700) as page:
        run.go(page, path)
        count = page.locator("#copy a.key").count()
        if count:
            page.keyboard.press("n")
            run.expect(page.evaluate("document.activeElement.id") == "copy-v1", "n does not lead to the first change")
            run.expect(page.locator("#source .now").count() == 1, "the change is not shown in the source")
        if count > 1:
            page.keyboard.press("n")
            page.keyboard.press("p")
            run.expect(page.evaluate("document.activeElement.id") == "copy-v1", "p does not lead back")
            page.locator("#copy a.key").nth(1).click()
            run.expect("#source-v" in page.url, "a change does not lead to its counterpart")
        page.wait_for_timeout(400)
        page.evaluate("() => { copy.scrollTop = copy.scrollHeight; }")
        page.wait_for_timeout(400)
        apart = page.evaluate("[source.scrollTop, source.scrollHeight - source.clientHeight]")
        run.expect(apart[1] <= 0 or apart[0] > apart[1] * 0.6, f"the texts do not scroll together: {apart}")
        bar = page.locator("svg.heat a").first
        if bar.count():
            bar.click(position={"x": 3, "y": 2}, force=True)
            run.expect(re.search("#(source|copy)-p", page.url), "the strip does not lead to its paragraph")
    with run.page(360) as page:
        run.go(page, path)
        boxes = [page.locator(f"#{name}").bounding_box() for name in ("source", "copy")]
        run.expect(boxes[1]["y"] > boxes[0]["y"] + boxes[0]["height"] - 2, "narrow, the texts do not stand below each other")


def clicks(run, found):
    """From the first page to the evidence by clicking; every kind of thing that can be followed."""
    with run.page(1280) as page:
        run.go(page, "/")
        page.locator(".reports tbody a").first.click()
        page.wait_for_url("**/families/*")
        page.locator("figure.wide a.to-node").first.click()
        page.wait_for_url("**/articles/*")
        page.go_back()
        head = page.locator("figure.wide a.to-arrow .reach").first
        box = head.bounding_box()
        page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
        page.wait_for_url("**/arrows?*")
        run.expect(page.locator("#evidence").is_visible(), "an arrow does not lead to its evidence")
        page.go_back()
        page.get_by_role("link", name="The apparatus").click()
        page.wait_for_url("**/apparatus")
        for name in ("Outlets", "Trace", "Corrections", "Reports"):
            page.get_by_role("navigation", name="Site").get_by_role("link", name=name).click()
            run.expect(page.locator("nav [aria-current]").inner_text() == name, f"{name} is not marked where it is open")


def live(run, found):
    """The list follows what is typed, and the address with it."""
    with run.page() as page:
        run.go(page, "/families?min=1")
        before = page.locator("#results .count").inner_text()
        page.evaluate("() => { window.kept = true; }")
        page.locator("#q").press_sequentially("zzqx", delay=20)
        page.wait_for_function("before => document.querySelector('#results .count').innerText !== before", arg=before)
        run.expect("q=zzqx" in page.url, "the address does not follow what is typed")
        run.expect(page.evaluate("window.kept === true"), "the page is loaded anew while one types")
        run.expect(page.evaluate("document.activeElement.id") == "q", "the field loses the focus while one types")


def traces(run, found):
    with run.page() as page:
        run.go(page, found["article-0"])
        words = "\n\n".join(page.evaluate(
            "[...document.querySelectorAll('.body p')].map(p => { const c = p.cloneNode(true);"
            " c.querySelectorAll('.vh, .key').forEach(e => e.remove()); return c.textContent; })"))
        run.go(page, "/trace")
        page.locator("#paste").fill(words[len(words) // 5:])
        page.get_by_role("button", name="Trace it").click()
        page.wait_for_selector("#answer")
        run.expect("It carries a report" in page.locator("#answer").inner_text(), "a text of the archive is not traced")
        for fault in page.evaluate(CHECKS):
            run.expect(False, f"the answer of a trace: {fault}")
        page.screenshot(path=run.shots / "trace-answer.png", full_page=True)
        other = "<p>" + "Seven grey cats crossed the long dam on their way home. " * 9 + "</p>"
        page.locator("#file").set_input_files(
            {"name": "cats.html", "mimeType": "text/html", "buffer": f"<html><body><h1>Cats</h1>{other}</body></html>".encode()})
        page.get_by_role("button", name="Trace it").click()
        page.wait_for_selector("#answer")
        run.expect("Nothing in the archive" in page.locator("#answer").inner_text(), "a strange text is not said to be one")


def corrections(run, found):
    """A page is split off by a form, and the correction taken back."""
    with run.page() as page:
        run.go(page, found["report"])
        page.get_by_text("Correct it by hand").click()
        page.locator(".boxes input").nth(1).check()
        page.locator("#note-split").fill("not of this report")
        page.get_by_role("button", name="Split off").click()
        page.wait_for_url("**/corrections")
        run.expect("not of this report" in page.locator("main").inner_text(), "a correction is not listed")
        page.get_by_role("button", name="Take back").first.click()
        run.expect("was taken back" in page.locator("[role=status]").inner_text(), "a correction is not taken back")


def without_script(run, found):
    """All can be read, and all forms sent, without a script."""
    with run.page(script=False) as plain, run.page() as full:
        for name, path in found.items():
            run.go(plain, path)
            run.go(full, path)
            texts = [" ".join(page.locator("main").text_content().split()) for page in (plain, full)]
            run.expect(texts[0] == texts[1], f"{name} says something else without a script")
        run.go(plain, "/families")
        plain.locator("#q").fill("the")
        plain.get_by_role("button", name="Show").click()
        run.expect("q=the" in plain.url and plain.locator("#results").count() == 1, "the list's form needs a script")
        plain.locator("#words").fill("the")
        plain.locator("#words").press("Enter")
        run.expect("/search?q=the" in plain.url, "the search needs a script")
        run.go(plain, next(path for name, path in found.items() if name.startswith("arrow-")))
        if plain.locator("#source").count():
            box = [plain.locator(f"#{name}").bounding_box() for name in ("source", "copy")]
            run.expect(abs(box[0]["y"] - box[1]["y"]) < 40, "without a script the texts do not stand beside each other")


def paper(run, found):
    """Printed: no navigation, all that is folded unfolded, in black on white."""
    with run.page(1000, "dark") as page:
        for name in ("report", "article-0", "pile"):
            run.go(page, found[name])
            page.emulate_media(media="print", color_scheme="dark")
            run.expect(not page.locator(".find").is_visible(), f"{name}: the search is printed")
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            run.expect(ground == "rgb(255, 255, 255)", f"{name} is printed on {ground}")
            page.pdf(path=run.shots / f"{name}.pdf", format="A4")
            page.emulate_media(media="screen")


def report_times(run):
    for number, what in ((1, "answer read"), (2, "first paint"), (3, "loaded")):
        times = sorted(visit[number] for visit in run.visits)
        slowest = max(run.visits, key=lambda visit: visit[number])
        at95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        print(f"desk: {what:11} {statistics.median(times):6.0f} ms median, {at95:6.0f} ms at the 95th percentile,"
              f" {slowest[number]:6.0f} ms the slowest ({slowest[0]})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("stemma", "archive", "chromium", "shots"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    shots = pathlib.Path(options.shots)
    shots.mkdir(parents=True, exist_ok=True)
    with served(options.stemma, options.archive) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        run = Run(browser, base, shots)
        found = views(run)
        for part in (looks, twins, keyboard, arrow, clicks, live, traces, corrections, without_script, paper):
            try:
                part(run, found)
            except Exception as error:  # One part that breaks must not hide what the others find.
                run.expect(False, f"{part.__name__} broke: {str(error)[:600]}")
        browser.close()
    report_times(run)
    print(f"desk: {len(found)} views, {len(run.visits)} visits, {run.checks} checks, {len(run.faults)} faults;"
          f" screenshots in {shots}")
    sys.exit(1 if run.faults else 0)


if __name__ == "__main__":
    main()
