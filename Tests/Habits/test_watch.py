"""stemma watch keeps an archive current: what it ends with is what reading the same files at once gives."""

import json
import os
import signal
import subprocess
import time
import unittest

from support import LIMIT, PROGRAM, ScratchCase, environment, page, report, write_pile

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Pier Wire</title>{}</channel></rss>"""
ITEM = """<item><guid>pier-{0}</guid><title>Pier wire {0}</title><link>https://pier.example/{0}</link>
<pubDate>Fri, 01 Mar 2024 0{0}:00:00 GMT</pubDate><description><![CDATA[{1}]]></description></item>"""


class Watch(ScratchCase):
    def once(self, *arguments):
        done = self.run_program("watch", *arguments, "--once", "--every", "0.2", "--json", "--archive", "news.stemma")
        self.assertIn(done.returncode, (0, 2), done.stderr)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual((lines[0]["type"], lines[-1]["type"]), ("header", "summary"))
        return [line for line in lines if line["type"] == "news"], done

    def begin(self, *arguments):
        process = subprocess.Popen(
            [PROGRAM, "watch", *arguments, "--every", "0.3", "--json", "--archive", "news.stemma"], cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
        self.addCleanup(lambda: (process.kill(), process.communicate()) if process.poll() is None else None)
        return process

    def next_news(self, process):
        """The next line of news; the watch must not be silent for long."""
        os.set_blocking(process.stdout.fileno(), True)
        until = time.monotonic() + LIMIT
        while time.monotonic() < until:
            line = process.stdout.readline()
            self.assertNotEqual(line, "", "the watch ended")
            line = json.loads(line)
            if line["type"] == "news":
                return line
        self.fail("no news")

    def end(self, process):
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
        self.assertEqual(process.returncode, 0, errors)
        self.assertEqual(json.loads(output.splitlines()[-1])["type"], "summary")
        self.assertEqual(
            [path.name for path in self.folder.iterdir() if path.name.startswith("news.stemma")], ["news.stemma"])
        return errors

    def test_once(self):
        """What is there is read, and told; the second time nothing is new."""
        pages = write_pile(self.folder / "in", 5)
        news, done = self.once("in")
        self.assertEqual(done.returncode, 2, "an empty page is refused")
        self.assertEqual(len(news), pages)
        by_family = {}
        for line in news:
            by_family.setdefault(line["family"], []).append(line)
        self.assertEqual(len(by_family), 5)
        for family in by_family.values():
            self.assertEqual(sorted(len(line["parents"]) for line in family), [0, 1, 1])
            held = {line["article"] for line in family}
            self.assertTrue(all(parent["id"] in held for line in family for parent in line["parents"]))
        self.assertTrue(all(line["size"] == 3 for line in news))
        held = self.export("news.stemma")
        again, _ = self.once("in")
        self.assertEqual(again, [])
        self.assertEqual(self.export("news.stemma"), held)
        self.run_program("read", "in", "--archive", "whole.stemma")
        self.assertEqual(self.export("whole.stemma"), held)

    def test_pages_that_come_and_change(self):
        """A page that comes is told, with its source; one that changes is read again; one being written is waited for."""
        (self.folder / "in").mkdir()
        paragraphs = report(1)
        process = self.begin("in", "late")
        (self.folder / "in/first.html").write_text(page(1, "Gazette", paragraphs, 1))
        first = self.next_news(process)
        self.assertEqual((first["outlet"], first["size"], first["parents"]), ("Gazette", 1, []))
        # Somebody writes slowly: half a page is no page.
        text = page(1, "Courier", paragraphs[:4], 2)
        with open(self.folder / "in/second.html", "w") as file:
            for place in range(0, len(text), len(text) // 8 + 1):
                file.write(text[place : place + len(text) // 8 + 1])
                file.flush()
                time.sleep(0.15)
        second = self.next_news(process)
        self.assertEqual((second["outlet"], second["size"]), ("Courier", 2))
        self.assertEqual([parent["id"] for parent in second["parents"]], [first["article"]])
        # A folder that was not there yet.
        (self.folder / "late").mkdir()
        (self.folder / "late/third.html").write_text(page(2, "Courier", report(2), 3))
        self.assertEqual(self.next_news(process)["size"], 1)
        (self.folder / "late/third.html").write_text(page(2, "Courier", report(3), 3))
        self.assertEqual(self.next_news(process)["source"], "late/third.html")
        errors = self.end(process)
        self.assertIn("late: there is nothing here yet", errors)
        self.assertIn("4 new articles", errors)
        self.assertEqual(self.run_program("check", "--archive", "news.stemma").returncode, 0)

    def test_a_feed_that_is_written_anew(self):
        """Of a feed only the new items are told."""
        items = [ITEM.format(number, " ".join(report(number))) for number in range(1, 4)]
        feed = self.folder / "feed.xml"
        feed.write_text(FEED.format("".join(items[:2])))
        process = self.begin("feed.xml")
        self.assertEqual({self.next_news(process)["title"] for _ in range(2)}, {"Pier wire 1", "Pier wire 2"})
        (self.folder / "new.xml").write_text(FEED.format("".join(reversed(items))))
        os.replace(self.folder / "new.xml", feed)
        self.assertEqual(self.next_news(process)["title"], "Pier wire 3")
        self.end(process)

    def test_somebody_else_writes(self):
        """Where another writes to the archive, it is waited for, and nothing is lost."""
        write_pile(self.folder / "in", 1)
        (self.folder / "in/empty.html").unlink()
        other = subprocess.Popen(
            [PROGRAM, "read", "-", "--archive", "news.stemma"], cwd=self.folder, stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
        while not (self.folder / "news.stemma-writer").exists():
            self.assertIsNone(other.poll())
        process = self.begin("in")
        time.sleep(1)
        other.stdin.close()
        other.wait(timeout=60)
        for _ in range(3):
            self.next_news(process)
        self.assertIn("reading waits until it is done", self.end(process))

    def test_lines_for_people(self):
        write_pile(self.folder / "in", 1)
        done = self.run_program("watch", "in", "--once", "--every", "0.2", "--archive", "news.stemma")
        lines = done.stdout.splitlines()
        self.assertEqual(len(lines), 3, done.stdout)
        self.assertTrue(any(" copy of Gazette" in line for line in lines), done.stdout)

    def test_calls_that_make_no_sense(self):
        for arguments in (["-"], ["in", "--every", "0"], []):
            self.assertEqual(self.run_program("watch", *arguments).returncode, 2)


if __name__ == "__main__":
    unittest.main()
