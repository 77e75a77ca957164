#!/usr/bin/env python3
"""Runs the examples of the documents, and compares what is printed with what the documents say.

  Tests/Documents/run_examples.py PROGRAM [DOCUMENT...]

An example is a fenced block of kind `console`: a line `$ command`, and below it what the command prints, messages included.
`…` stands for anything: alone in a line for any lines, within a line for any words. A command below which nothing stands must end
well; what it prints is not looked at. A command that ends in `&` runs on until the end of its document. The blocks of one document
run one after the other in one folder, in which Examples/ lies, and `stemma` is the program. A server's usual port, 8080, is
another one while the examples run.
"""

import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIMIT = 120


class Example:
    def __init__(self, place, command):
        self.place = place
        self.command = command
        self.expected = []


def examples(path):
    """The examples of a document, in their order."""
    found, inside, name = [], False, path.relative_to(ROOT)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(r"^\s*```", line):
            inside = not inside and line.strip() == "```console"
        elif inside and line.startswith("$ "):
            found.append(Example(f"{name}:{number}", line[2:]))
        elif inside and found and found[-1].command.endswith("\\"):
            found[-1].command = found[-1].command[:-1].rstrip() + " " + line.strip()
        elif inside and found:
            found[-1].expected.append(line)
    return found


def matches(expected, printed):
    """Whether printed lines are the expected ones."""
    pattern = []
    for line in expected:
        if line.strip() == "…":
            pattern.append(r"(?:[^\n]*\n)*?")
        else:
            words = (re.escape(part.strip() if number else part.rstrip()) for number, part in enumerate(line.rstrip().split("…")))
            pattern.append(r"[^\n]*".join(words) + r"[ ]*\n")
    return re.fullmatch("".join(pattern), printed) is not None


class Folder:
    """Where the examples of one document run."""

    def __init__(self, program):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="stemma-documents-"))
        shutil.copytree(ROOT / "Examples", self.path / "Examples", ignore=shutil.ignore_patterns("__pycache__"))
        programs = self.path / ".programs"
        programs.mkdir()
        (programs / "stemma").symlink_to(program)
        kept = {name: os.environ[name] for name in ("HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
        self.environment = {**kept, "PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "120"}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = str(probe.getsockname()[1])
        self.running = []

    def close(self):
        for process in self.running:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
        shutil.rmtree(self.path, ignore_errors=True)

    def run(self, example):
        """What is wrong with an example; nothing where it holds."""
        command = re.sub(r"\b8080\b", self.port, example.command)
        if re.search(r"\bstemma serve\b", command) and "--port" not in command:
            command = re.sub(r"\bstemma serve\b", f"stemma serve --port {self.port}", command)
        if command.endswith("&"):
            printed, status = self.begin(command.rstrip("& "), len(example.expected))
        else:
            done = subprocess.run(
                ["bash", "-c", command], cwd=self.path, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, timeout=LIMIT)
            printed, status = done.stdout.decode("utf-8"), done.returncode
        # Lines of CSV end as its readers want them to.
        printed = re.sub(rf"\b{self.port}\b", "8080", printed.replace("\r\n", "\n"))
        if not example.expected:
            return None if status == 0 else f"ended with status {status}:\n{printed}"
        # 0, 1 and 2 are answers; what is more was no call of stemma at all.
        if status > 2:
            return f"ended with status {status}:\n{printed}"
        return None if matches(example.expected, printed) else "printed something else:\n" + printed

    def begin(self, command, lines):
        """Starts a command that runs on, and takes its first lines."""
        process = subprocess.Popen(
            ["bash", "-c", "exec " + command], cwd=self.path, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        self.running.append(process)
        os.set_blocking(process.stdout.fileno(), False)
        printed, until = b"", time.monotonic() + LIMIT
        while printed.count(b"\n") < max(1, lines) and time.monotonic() < until and process.poll() is None:
            printed += process.stdout.read() or b""
            time.sleep(0.05)
        return printed.decode("utf-8"), 3 if process.poll() is not None else 0


def main():
    program = os.path.realpath(sys.argv[1])
    given = [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    documents = given or [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    failed = count = 0
    for document in documents:
        found = examples(document)
        if not found:
            continue
        folder = Folder(program)
        try:
            for example in found:
                count += 1
                fault = folder.run(example)
                if fault:
                    failed += 1
                    print(f"{example.place}: “{example.command}” {fault}", file=sys.stderr)
        finally:
            folder.close()
    print(f"{count} examples of the documents, {failed} of them untrue", file=sys.stderr)
    # Without any, the documents are not what this program thinks that they are.
    return 1 if failed or (count < 10 and not given) else 0


if __name__ == "__main__":
    sys.exit(main())
