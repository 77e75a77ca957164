#!/usr/bin/env python3
"""Opens 10,000 connections that never finish what they begin, and keeps that many up for as long as somebody else looks
at every page of the demo press. Then all of them must be gone, and the server must end as if nothing had been.

A third of them drip a head byte by byte, a third drip a body, a third say nothing. Those that the server closes come again,
as an attacker's would, from numbers 127.0.0.x of this machine. Nothing leaves it.

    Tests/Server/slow_connections.py [--connections 10000] [--files N]

--files N lets the server have N files open only: fewer than it would like.
"""
import argparse
import errno
import json
import random
import resource
import select
import socket
import sys
import threading
import time

from serving import HUNG, PACKAGE, Served, read, scratch

# No page may take longer, with all those connections up on two cores.
PATIENCE = 20
# A browser comes again as well when its connection was closed before it had asked.
TRIES = 3


class Poll:
    """Tells which sockets something happened to."""

    IN, OUT, LOST = select.POLLIN, select.POLLOUT, select.POLLHUP | select.POLLERR

    def __init__(self):
        self.fast = hasattr(select, "epoll")
        self.inner = select.epoll() if self.fast else select.poll()
        self.register, self.modify, self.unregister = self.inner.register, self.inner.modify, self.inner.unregister

    def wait(self):
        return self.inner.poll(0.02, 2_000) if self.fast else self.inner.poll(20)


class Crowd(threading.Thread):
    """Connections that never finish, as many as are wanted."""

    def __init__(self, port, count):
        super().__init__(daemon=True)
        self.port, self.count = port, count
        self.open = {}
        # Where there is no epoll, there is poll, which is slower.
        self.poll = Poll()
        self.stop = threading.Event()
        self.full = threading.Event()
        self.made = self.closed = self.failed = self.peak = 0
        self.chance = random.Random(7)

    def begin(self):
        client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        client.setblocking(False)
        # From many numbers, so that ports do not run out.
        number = self.made % 20 + 2
        kind = self.made % 3
        self.made += 1
        try:
            client.bind((f"127.0.0.{number}", 0))
            result = client.connect_ex(("127.0.0.1", self.port))
        except OSError:
            # Where other numbers of loopback are not ours (macOS), the usual one does.
            try:
                result = client.connect_ex(("127.0.0.1", self.port))
            except OSError:
                result = errno.EADDRNOTAVAIL
        if result not in (0, errno.EINPROGRESS):
            self.failed += 1
            client.close()
            return
        host = f"127.0.0.1:{self.port}".encode()
        first = {
            0: b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nX: ",
            1: b"POST /trace HTTP/1.1\r\nHost: " + host + b"\r\nSec-Fetch-Site: same-origin\r\nContent-Type: "
            b"application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n",
            2: b"",
        }[kind]
        self.open[client.fileno()] = (client, kind, first)
        self.poll.register(client, Poll.OUT if first else Poll.IN)
        self.peak = max(self.peak, len(self.open))

    def run(self):
        while not self.stop.is_set():
            for _ in range(min(400, self.count - len(self.open))):
                self.begin()
            if len(self.open) >= self.count:
                self.full.set()
            for number, event in self.poll.wait():
                self.turn(number, event)
            for number in self.chance.sample(list(self.open), min(200, len(self.open))):
                client, kind, first = self.open[number]
                if not first and kind < 2:
                    self.send(number, client, b"a")
        for client, _, _ in self.open.values():
            client.close()

    def turn(self, number, event):
        client, kind, first = self.open[number]
        if event & Poll.LOST:
            return self.lose(number)
        if event & Poll.OUT and first:
            if self.send(number, client, first):
                self.open[number] = (client, kind, b"")
                self.poll.modify(client, Poll.IN)
        elif event & Poll.IN:
            try:
                if not client.recv(4096):
                    self.lose(number)
            except BlockingIOError:
                pass
            except OSError:
                self.lose(number)

    def send(self, number, client, data):
        try:
            client.send(data)
            return True
        except BlockingIOError:
            return True
        except OSError:
            self.lose(number)
            return False

    def lose(self, number):
        client, _, _ = self.open.pop(number)
        self.poll.unregister(client)
        client.close()
        self.closed += 1


def allow(files):
    """Lets this program have so many files open; how many it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = files if hard == resource.RLIM_INFINITY else min(files, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return files
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted


def targets(served):
    """Pages of every kind, and some twins."""
    reports = json.loads(served.get("/families.json")[2])
    ids = sorted({text for text in strings(reports, "id")})[:6]
    pages = ["/", "/families", "/outlets", "/trace", "/corrections", "/refusals", "/search?q=ferry", "/style.css", "/desk.js"]
    pages += [f"/families/{id}" for id in ids] + [f"/families/{id}/apparatus" for id in ids[:2]]
    return pages + ["/index.json", "/families.csv", "/outlets.json"]


def strings(value, name):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, name)


def visit(served, pages):
    """Looks at every page as one browser does: seconds for each, and how often it had to come again."""
    seconds, again = [], 0
    for page in pages:
        began = time.monotonic()
        for attempt in range(TRIES):
            try:
                status, _, body = served.get(page, timeout=PATIENCE)
                break
            except OSError:
                again += 1
                if attempt == TRIES - 1:
                    raise
        assert status == 200 and body, f"{page}: {status} {body[:300]}"
        seconds.append(time.monotonic() - began)
    return seconds, again


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--connections", type=int, default=10_000)
    parser.add_argument("--files", type=int, help="files that the server may have open")
    options = parser.parse_args()
    count = min(options.connections, allow(options.connections + 200) - 200)
    if count < options.connections:
        print(f"slow connections: ONLY {count} of {options.connections}: the system allows no more files (ulimit -n)", file=sys.stderr)
    with scratch() as folder:
        read(folder / "press.stemma", PACKAGE / "Examples/press")
        with Served(folder / "press.stemma", files=options.files) as served:
            run(served, count)
            status, output, errors = served.end()
            assert (status, output) == (0, ""), (status, output, errors)
            assert errors.count("\n") == 1, errors[:2000]


def run(served, count):
    pages = targets(served)
    calm, _ = visit(served, pages)
    idle = served.status("VmRSS")
    crowd = Crowd(served.port, count)
    crowd.start()
    assert crowd.full.wait(HUNG), f"only {len(crowd.open)} connections came up"
    # Long enough for every deadline to pass: those for a body are a minute.
    began = time.monotonic()
    seconds, again, rounds = [], 0, 0
    while rounds < 2 or time.monotonic() - began < 15:
        some, more = visit(served, pages)
        seconds += some
        again += more
        rounds += 1
    most = served.sockets()
    crowd.stop.set()
    crowd.join(HUNG)
    peak = served.status("VmHWM")
    seconds.sort()
    print(
        f"slow connections: {crowd.peak} at once, {crowd.made} made, {crowd.closed} closed by the server; "
        f"meanwhile {len(seconds)} pages: median {seconds[len(seconds) // 2] * 1000:.0f} ms, "
        f"95 % {seconds[len(seconds) * 95 // 100] * 1000:.0f} ms, slowest {seconds[-1] * 1000:.0f} ms "
        f"(without them: {sorted(calm)[len(calm) // 2] * 1000:.0f} and {max(calm) * 1000:.0f} ms), {again} asked again; "
        f"server: {most} sockets, {(idle or 0) // 1024} MB before, {(peak or 0) // 1024} MB at most", flush=True)
    assert crowd.closed > 0, "the server closed none of them"
    assert again <= len(seconds) // 50, f"{again} of {len(seconds)} pages had to be asked for again"
    if most is not None:
        assert most <= 1_100, f"{most} sockets open"
        assert peak - idle < 150 * 1024, f"memory grew from {idle} to {peak} kB"
        until = time.monotonic() + HUNG
        while served.sockets() > 3 and time.monotonic() < until:
            time.sleep(0.2)
        assert served.sockets() <= 3, f"{served.sockets()} sockets are still open"
    visit(served, pages)


if __name__ == "__main__":
    main()
