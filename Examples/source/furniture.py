"""Pieces that several layouts share: dates as printed, metadata, links."""

import datetime
import html
import json

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()

esc = html.escape


def long_date(t):
    return f"{MONTHS[t.month - 1]} {t.day}, {t.year}"


def british_date(t):
    return f"{t.day} {MONTHS[t.month - 1]} {t.year}"


def utc_z(t):
    return t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def json_ld(story, kind="NewsArticle", **more):
    data = {"@context": "https://schema.org", "@type": kind, "headline": story.head, "url": story.url,
            "datePublished": story.at.isoformat(), "dateModified": story.at.isoformat(),
            "publisher": {"@type": "Organization", "name": story.outlet["name"]}}
    if story.byline:
        data["author"] = [{"@type": "Person" if story.by_person else "Organization", "name": story.byline}]
    data.update(more)
    return '<script type="application/ld+json">' + json.dumps(data, ensure_ascii=False) + "</script>"


def og(story, published=True):
    out = ['<meta property="og:type" content="article">', f'<meta property="og:title" content="{esc(story.head)}">',
           f'<meta property="og:url" content="{story.url}">', f'<meta property="og:site_name" content="{esc(story.outlet["name"])}">']
    if published:
        out.append(f'<meta property="article:published_time" content="{story.at.isoformat()}">')
    return "\n".join(out)


def figure(story, tag="figure", caption="figcaption"):
    """The page's picture with its caption, where it has one."""
    if not story.caption:
        return ""
    return f'<{tag} class="pic"><img src="/media/{story.slug}.jpg" alt=""><{caption} class="pic-cap">{esc(story.caption)}</{caption}></{tag}>'


def links(story, count, salt=""):
    return "\n".join(f'<li><a href="{u}">{esc(h)}</a></li>' for h, u in story.related(count, salt))
