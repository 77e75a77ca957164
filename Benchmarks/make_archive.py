#!/usr/bin/env python3
"""Make a web archive of pages for timing: no sense, but the shape of a news site's crawl.

usage: make_archive.py COUNT [SEED] > pages.warc.gz

Records packed one by one: for each page a request and a response of some 25 KB with navigation, an article of about 400
words, related links and scripts; for every fourth page a picture, for every tenth a redirect. One body in three is
chunked and one in three gzipped, as they are sent. The same COUNT and SEED give the same pages.
"""
import gzip, itertools, random, sys, zlib

from make_pile import vocabulary


def template(rng, words, weights):
    def sentence():
        return " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(8, 26))).capitalize() + "."

    story = "\n".join(f"<p>{sentence()} {sentence()}</p>" for _ in range(12))
    menu = "".join(f'<li class="menu-item"><a href="/{word}/">{word.capitalize()}</a></li>' for word in rng.sample(words, 60))
    more = "".join(f'<div class="card teaser"><a href="/story/{n}"><h3>{sentence()}</h3></a></div>' for n in range(40))
    script = "".join(f'window.q=window.q||[];q.push({{"slot":"{word}","size":[300,250]}});' for word in rng.sample(words, 120))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>@HEADLINE@ | Coast Monitor</title>'
        '<meta property="og:title" content="@HEADLINE@"><meta property="og:site_name" content="Coast Monitor">'
        '<meta property="article:published_time" content="2024-03-05T08:10:00Z"></head><body>'
        f'<header><nav><ul>{menu}</ul></nav></header><main><article><h1>@HEADLINE@</h1><p class="byline">By Ada Brink</p>'
        f'{story}</article></main><aside>{more}</aside><script>{script}</script></body></html>'
    )


def record(kind, target, block, content_type="application/http"):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2024-03-06T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:made:{kind}:{zlib.crc32(block):08x}:{zlib.crc32(target.encode()):08x}>\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1, mtime=0)


def answer(fields, body, status="200 OK"):
    return (f"HTTP/1.1 {status}\r\n" + "".join(f"{field}\r\n" for field in fields) + "\r\n").encode() + body


def chunked(body):
    pieces = (body[at:at + 8192] for at in range(0, len(body), 8192))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def main(count, seed):
    rng = random.Random(seed)
    words = vocabulary(rng)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    templates = [template(rng, words, weights) for _ in range(200)]
    out = sys.stdout.buffer
    for number in range(count):
        headline = " ".join(rng.choices(words, k=7)).capitalize()
        body = templates[number % len(templates)].replace("@HEADLINE@", headline).encode()
        target = f"https://coast-monitor.example/{number}"
        fields = ["Content-Type: text/html; charset=utf-8"]
        if number % 3 == 1:
            body, fields = gzip.compress(body, 1, mtime=0), fields + ["Content-Encoding: gzip"]
        if number % 3 == 2:
            body, fields = chunked(body), fields + ["Transfer-Encoding: chunked"]
        out.write(record("request", target, f"GET /{number} HTTP/1.1\r\n\r\n".encode()))
        out.write(record("response", target, answer(fields, body)))
        if number % 4 == 0:
            out.write(record("response", f"{target}.jpg", answer(["Content-Type: image/jpeg"], rng.randbytes(6000))))
        if number % 10 == 0:
            out.write(record("response", f"{target}/", answer([f"Location: {target}"], b"", "301 Moved Permanently")))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1)
