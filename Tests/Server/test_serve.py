"""stemma serve as a user meets it: its one line, its messages, its end, and an archive that others write to meanwhile."""
import json
import shutil
import signal
import socket
import subprocess
import threading
import time
import unittest

from serving import HUNG, PACKAGE, PROGRAM, Served, read, scratch


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = scratch()
        cls.folder = folder.__enter__()
        cls.addClassCleanup(folder.__exit__, None, None, None)
        cls.archive = cls.folder / "press.stemma"
        read(cls.archive, PACKAGE / "Examples/press")

    def refused(self, *arguments):
        done = subprocess.run([PROGRAM, "serve", *map(str, arguments)], capture_output=True, text=True, timeout=HUNG)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        return done.stderr

    def test_the_address_is_the_one_line_on_standard_output(self):
        with Served(self.archive) as served:
            self.assertEqual(served.host, "127.0.0.1")
            self.assertEqual(served.get("/")[0], 200)
            status, output, errors = served.end()
        self.assertEqual((status, output), (0, ""))
        self.assertIn("Ctrl-C", errors)

    def test_it_listens_on_loopback_only(self):
        with Served(self.archive) as served:
            # The machine's own other numbers find nobody.
            for family, number in others():
                with socket.socket(family) as client:
                    client.settimeout(5)
                    self.assertNotEqual(client.connect_ex((number, served.port)), 0, number)

    def test_signals_end_it_in_order(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with Served(self.archive) as served:
                # Connections that wait and that are half asked do not hold it up.
                idle = socket.create_connection(("127.0.0.1", served.port))
                half = socket.create_connection(("127.0.0.1", served.port))
                half.sendall(b"POST /trace HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na")
                served.get("/")
                status, output, _ = served.end(number)
                self.assertEqual((status, output), (0, ""))
                idle.close()
                half.close()

    def test_what_is_under_way_is_finished(self):
        with Served(self.archive) as served:
            answers = []

            def ask():
                try:
                    answers.append(served.get("/families")[0])
                except OSError:
                    answers.append(None)

            threads = [threading.Thread(target=ask) for _ in range(8)]
            for thread in threads:
                thread.start()
            time.sleep(0.02)
            self.assertEqual(served.end()[0], 0)
            for thread in threads:
                thread.join(HUNG)
            # Who was not let in any more is refused as a whole: nobody gets half a page.
            self.assertLessEqual(set(answers), {200, None})

    def test_a_port_in_use_is_said_so(self):
        with Served(self.archive) as served:
            said = self.refused("--archive", self.archive, "--port", served.port)
        self.assertIn(f"port {served.port} is in use", said)
        self.assertIn("--port 0", said)

    def test_what_cannot_be_served_is_said_so(self):
        self.assertIn("no such file", self.refused("--archive", self.folder / "none.stemma"))
        self.assertIn("not an archive", self.refused("--archive", PACKAGE / "README.md"))
        self.assertIn("no address of this machine", self.refused("--archive", self.archive, "--listen", "203.0.113.7"))
        self.assertIn("--listen", self.refused("--archive", self.archive, "--listen", "nobody.invalid"))

    def test_elsewhere_only_who_has_the_token_is_let_in(self):
        with Served(self.archive, "--listen", "0.0.0.0") as served:
            token = served.address.partition("?token=")[2]
            self.assertRegex(token, "^[0-9a-f]{32}$")
            for target in ("/", "/style.css", "/families.json", "/?token=" + "0" * 32):
                self.assertEqual(served.get(target)[0], 401, target)
            status, head, _ = served.get("/families?token=" + token)
            self.assertEqual((status, head["Location"]), (303, "/families"))
            self.assertRegex(head["Set-Cookie"], "HttpOnly; SameSite=Strict")
            cookie = head["Set-Cookie"].partition(";")[0]
            self.assertEqual(served.get("/families", {"Cookie": cookie})[0], 200)
            self.assertEqual(served.get("/", {"Cookie": cookie, "Host": f"evil.example:{served.port}"})[0], 421)
            self.assertIn("not encrypted", served.end()[2])

    def test_pages_stay_whole_while_another_stemma_reads_into_the_archive(self):
        archive = self.folder / "growing.stemma"
        shutil.copy(self.archive, archive)
        pages = self.folder / "more.jsonl"
        with open(pages, "w") as file:
            for number in range(400):
                text = " ".join(f"word{number}x{i % 97} and the" for i in range(120))
                for outlet in ("Marsh Courier", "Harbour Post"):
                    line = {"id": f"{number}-{outlet[0]}", "outlet": outlet, "title": f"Report {number}", "text": text}
                    file.write(json.dumps(line) + "\n")
        with Served(archive) as served:
            before = json.loads(served.get("/families.json")[2])
            reader = subprocess.Popen(
                [PROGRAM, "read", str(pages), "--archive", str(archive), "--quiet"], stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, text=True)
            asked = 0
            # At least once after the reading, however fast it was.
            while True:
                isDone = reader.poll() is not None
                for target in ("/", "/families.json", "/outlets.json", "/search.json?q=report"):
                    status, _, body = served.get(target)
                    self.assertEqual(status, 200, body[:500])
                    asked += 1
                if isDone:
                    break
            self.assertEqual(reader.wait(HUNG), 0, reader.stderr.read())
            reader.stderr.close()
            after = json.loads(served.get("/families.json")[2])
            self.assertNotEqual(before, after)
            status, _, errors = served.end()
            self.assertEqual(status, 0)
            self.assertEqual(errors.count("\n"), 1, errors)
        done = subprocess.run([PROGRAM, "check", "--archive", str(archive)], capture_output=True, text=True, timeout=HUNG)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        print(f"asked {asked} times while another stemma read", flush=True)


def others():
    """Numbers of this machine that are not loopback's."""
    found = set()
    try:
        for family, _, _, _, place in socket.getaddrinfo(socket.gethostname(), None):
            if family == socket.AF_INET and not place[0].startswith("127."):
                found.add((family, place[0]))
    except OSError:
        pass
    return sorted(found)


if __name__ == "__main__":
    unittest.main()
