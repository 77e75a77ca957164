"""What the programs in this folder share: an archive of the demo press, and a server on it for the length of a test."""
import contextlib
import http.client
import os
import pathlib
import re
import signal
import subprocess
import tempfile

PACKAGE = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("STEMMA_BINARY") or str(PACKAGE / ".build/debug/stemma")
# What takes longer than this hangs.
HUNG = 180


def read(archive, *pages):
    """Reads pages into an archive. Two pages of the demo press are refused by design, which is exit status 2."""
    done = subprocess.run(
        [PROGRAM, "read", *map(str, pages), "--tables", str(PACKAGE / "Examples/tables"), "--archive", str(archive), "--quiet"],
        capture_output=True, text=True, timeout=HUNG)
    assert done.returncode in (0, 2), done.stderr


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory(prefix="stemma-server-") as folder:
        yield pathlib.Path(folder)


class Served:
    """A running stemma serve."""

    def __init__(self, archive, *options, files=None):
        command = [PROGRAM, "serve", "--archive", str(archive), "--port", "0", *options]
        if files:
            command = ["bash", "-c", f'ulimit -n {files}; exec "$@"', "bash", *command]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
        self.address = self.process.stdout.readline().strip()
        found = re.fullmatch(r"http://([^/]+):(\d+)/(\?token=[0-9a-f]{32})?", self.address)
        if not found:
            raise AssertionError(f"no address: {self.address!r} {self.process.communicate(timeout=HUNG)}")
        self.host, self.port = found[1], int(found[2])

    def get(self, target, headers=None, method="GET", timeout=HUNG):
        """One answer, on a connection of its own: its status, head and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def status(self, name):
        """A line of what the system says of the process, in kB; `None` where it says nothing."""
        try:
            text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return None
        return int(re.search(rf"^{name}:\s+(\d+)", text, re.M)[1])

    def sockets(self):
        """How many sockets the process has open, the one that it listens on included; `None` where nobody knows."""
        folder = f"/proc/{self.process.pid}/fd"
        if not os.path.isdir(folder):
            return None
        count = 0
        for name in os.listdir(folder):
            with contextlib.suppress(OSError):
                count += os.readlink(f"{folder}/{name}").startswith("socket:")
        return count

    def end(self, number=signal.SIGTERM):
        """Tells it to end: its exit status, and what it said."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        output, errors = self.process.communicate(timeout=HUNG)
        return self.process.returncode, output, errors

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate(timeout=HUNG)
