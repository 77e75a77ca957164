"""The outlets of the demo press: what each is called, how it spells, and how its pages are laid out.

A layout is a function from a `Story` (see make_press.py) to HTML. `story.flow(tags, inline)` gives the paragraphs with the
outlet's furniture between them; everything round about is written here, each outlet in the markup of its own time.
"""

import html
import json
import re

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
    import datetime
    return t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


# --- House styles: (pattern, replacement), applied to every paragraph and headline. ---------------------------

BRITISH = [(r"\bharbor\b", "harbour"), (r"\bHarbor\b", "Harbour"), (r"\b([Kk]ilo|[Cc]enti)?meter(s?)\b", r"\1metre\2"),
           (r"\bpercent\b", "per cent"), (r"\bcanceled\b", "cancelled"), (r"\btraveling\b", "travelling"),
           (r"\bneighbor", "neighbour"), (r"\bLabor Minister\b", "Labour Minister"), (r"\bcheckbook\b", "chequebook"),
           (r"\bcriticized\b", "criticised")]
DOTTED_TIME = [(r"\b(\d+):(\d\d) ([ap])\.m\.(?=$| [A-Z])", r"\1.\2\3m."), (r"\b(\d+) ([ap])\.m\.(?=$| [A-Z])", r"\1\2m."),
               (r"\b(\d+):(\d\d) ([ap])\.m\.", r"\1.\2\3m"), (r"\b(\d+) ([ap])\.m\.", r"\1\2m")]
AMERICAN_SHORT = [(r"\bpercent\b", "%"), (r" %", "%"), (r"\b(\d[\d.]*)[- ]kilometers?\b", r"\1 km")]
MONEY = [(r"\b(\d[\d.]*) million crowns", r"K\1mn"), (r"\b(\d[\d.]*) billion crowns", r"K\1bn")]


def curly(text):
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text)
    text = text.replace('"', "”")
    text = re.sub(r"(^|[\s(\[“])'", r"\1‘", text)
    return text.replace("'", "’")


def single(text):
    text = re.sub(r"(^|[\s(\[])\"", r"\1‘", text)
    text = text.replace('"', "’")
    return curly(text)


def plain(text):
    return text.replace(" — ", " - ").replace("’", "'").replace("–", "-")


def straight(text):
    return text


# --- Pieces that several layouts share ------------------------------------------------------------------------

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


# --- Layouts --------------------------------------------------------------------------------------------------

def npa(s):
    body = s.flow({"p": "<p>{}</p>", "credit": '<p class="copyright">{}</p>'}, [])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{esc(s.head)} | NPA</title>
<link rel="canonical" href="{s.url}">
{json_ld(s)}
</head>
<body>
<header class="npa-top"><a href="/"><img src="/i/npa.svg" alt="Norvik Press Agency"></a>
<nav><ul><li><a href="/kestria">Kestria</a></li><li><a href="/morvalia">Morvalia</a></li><li><a href="/sport">Sport</a></li><li><a href="/photos">Photos</a></li><li><a href="/clients">Client login</a></li></ul></nav></header>
<main>
<article class="dispatch">
<h1>{esc(s.head)}</h1>
<div class="stamp"><time datetime="{utc_z(s.at)}">{british_date(s.at)} {s.at:%H:%M} GMT</time></div>
{body}
</article>
<aside class="more"><h2>More from NPA</h2><ul>
{links(s, 3)}
</ul></aside>
</main>
<footer><p>NPA, Sound Quay 4, Port Alder. <a href="/terms">Terms of use</a> · <a href="/about">About the agency</a></p></footer>
</body>
</html>
"""


def ktb(s):
    body = s.flow({"p": "<P>{}</P>", "credit": '<P><FONT SIZE="1">{}</FONT></P>'}, [])
    return f"""<HTML>
<HEAD>
<TITLE>KTB - {esc(s.head)}</TITLE>
<META NAME="author" CONTENT="Kestrian Telegraph Bureau">
<META NAME="date" CONTENT="{utc_z(s.at)}">
</HEAD>
<BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="760" BORDER="0"><TR>
<TD WIDTH="140" VALIGN="top"><A HREF="/"><IMG SRC="/ktb.gif" ALT="KTB"></A><BR><A HREF="/home">Home news</A><BR><A HREF="/abroad">Abroad</A><BR><A HREF="/markets">Markets</A><BR><A HREF="/weather">Weather</A></TD>
<TD VALIGN="top">
<H2>{esc(s.head)}</H2>
<P><I>{esc(s.byline)}</I><BR>{long_date(s.at)}, {s.at:%H:%M} UTC</P>
{body}
<HR>
<P><A HREF="/home">Back to home news</A> | <A HREF="javascript:print()">Print this dispatch</A></P>
</TD></TR></TABLE>
</BODY>
</HTML>
"""


def herald(s):
    body = s.flow({"p": "<p>{}</p>", "credit": '<p class="agency-credit">{}</p>', "h": "<h2>{}</h2>",
                   "ad": '<div class="ad-slot" id="mpu-{n}" aria-label="Advertisement"><span>Advertisement</span></div>',
                   "related": '<p class="read-more"><strong>READ MORE:</strong> <a href="{url}">{}</a></p>'},
                  [("ad", 3), ("related", 6), ("ad", 9)])
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{esc(s.head)} - Alder Harbour Herald</title>
<meta name="description" content="{esc(s.first_sentence)}">
<link rel="canonical" href="{s.url}">
{og(s)}
{json_ld(s)}
</head>
<body class="article-page">
<a class="skip" href="#content">Skip to content</a>
<header><div class="masthead">Alder Harbour Herald</div><p class="strap">The paper of the port since 1889</p>
<nav aria-label="Sections"><a href="/news">News</a> <a href="/tides">Tides</a> <a href="/sport">Sport</a> <a href="/notices">Notices</a> <a href="/subscribe">Subscribe</a></nav></header>
<main id="content">
<article>
<header>
<h1>{esc(s.head)}</h1>
<p class="byline">{"By " + esc(s.byline) if s.byline else ""}</p>
<p class="dates"><time datetime="{s.at.isoformat()}">{s.at.day} {MONTHS[s.at.month - 1]} {s.at.year}, {s.at:%H.%M}</time></p>
<ul class="share"><li><a href="#">Share on Chatter</a></li><li><a href="#">Email</a></li><li><button>Copy link</button></li></ul>
</header>
{figure(s)}
<div class="article-body">
{body}
</div>
<section class="newsletter"><h3>The morning tide</h3><p>Get the Herald's five stories of the day by email at 6am.</p><form><input type="email" placeholder="Your email address"><button>Sign up</button></form></section>
</article>
<aside><h2>Most read</h2><ol>
{links(s, 4)}
</ol></aside>
{s.comments('<section class="comments"><h2>Comments ({n})</h2>{items}</section>', '<div class="comment"><b>{who}</b> <span>{when}</span><p>{text}</p></div>')}
</main>
<footer><p>© {s.at.year} Alder Harbour Herald Ltd. Registered at 2 Fish Row, Port Alder.</p><p>We use cookies to count our readers. <a href="/cookies">Cookie settings</a></p></footer>
</body>
</html>
"""


def courier(s):
    body = s.flow({"p": '<div class="txt-par">{}</div>', "credit": '<div class="txt-par txt-src">{}</div>',
                   "related": '<div class="box-rel"><div class="box-rel-t">Related</div><div class="box-rel-l"><a href="{url}">{}</a></div></div>',
                   "ad": '<div class="adv" data-zone="inarticle{n}"></div>'}, [("ad", 2), ("related", 5)])
    return f"""<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{esc(s.head)} :: Hollin Courier</title>
{og(s)}
<script>var _ct = _ct || []; _ct.push(["page", "{s.slug}"]);</script>
</head>
<body>
<div id="wrap">
<div id="top"><div class="logo"><a href="/">Hollin Courier</a></div><div class="menu"><div><a href="/kestria">Kestria</a></div><div><a href="/politics">Politics</a></div><div><a href="/city">City</a></div><div><a href="/culture">Culture</a></div></div></div>
<div id="main"><div class="col8">
<div class="ttl">{esc(s.head)}</div>
<div class="meta"><div class="auth">{esc(s.byline)}</div><div class="dt">{british_date(s.at)} | {s.at:%H:%M}</div><div class="soc">Share: <a href="#">Chatter</a> <a href="#">Postbox</a></div></div>
<div class="txt">
{figure(s, "div", "div")}
{body}
</div>
<div class="tags">Tags: <a href="/t/{s.section}">{s.section}</a> <a href="/t/kestria">kestria</a></div>
<div class="nl-box"><div>The Courier Briefing</div><div>Everything the capital is talking about, every weekday evening.</div><div><a href="/briefing">Subscribe for free</a></div></div>
</div><div class="col4"><div class="adv" data-zone="sky"></div><div class="list"><div class="list-t">Latest</div><ul>
{links(s, 5)}
</ul></div></div></div>
<div id="foot"><div>© Courier Media Group {s.at.year}</div><div><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></div>
</div>
</body>
</html>
"""


def gazette(s):
    body = s.flow({"p": "<p><font face=\"Times New Roman\" size=\"3\">{}</font></p>", "credit": "<p><font size=\"2\"><b>{}</b></font></p>"}, [])
    by = f"<br><i>by {esc(s.byline)}</i>" if s.byline else ""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>The Saltmere Gazette – {esc(s.head)}</title>
</head>
<body bgcolor="#fffef4" link="#003366">
<table width="800" align="center" cellpadding="4" cellspacing="0" border="0">
<tr><td colspan="3" align="center"><img src="/gif/masthead.gif" width="780" height="90" alt="The Saltmere Gazette"></td></tr>
<tr bgcolor="#003366"><td colspan="3"><font color="#ffffff" size="2">Town &middot; Country &middot; Sport &middot; Births &amp; Deaths &middot; Small ads</font></td></tr>
<tr>
<td width="130" valign="top" bgcolor="#eeeedd"><font size="2"><b>Today</b><br><a href="/town/">Town</a><br><a href="/country/">Country</a><br><a href="/harbour/">Harbour times</a><br><a href="/smallads/">Small ads</a><br><br><b>Sponsors</b><br>Brine Street Motors<br>Kettle &amp; Sons, funerals</font></td>
<td valign="top">
<font size="2">{DAYS[s.at.weekday()]}, {british_date(s.at)}</font>
<h1><font face="Georgia" size="5">{esc(s.head)}</font></h1>{by}
{body}
<p><font size="2"><a href="javascript:window.print()">Printer-friendly version</a> | <a href="mailto:editor@saltmeregazette.example">Write to the editor</a></font></p>
</td>
<td width="160" valign="top"><table border="1" cellpadding="3" width="160"><tr><td><font size="2"><b>Also in the Gazette</b><ul>
{links(s, 3)}
</ul></font></td></tr><tr><td align="center"><font size="1">ADVERTISEMENT</font><br><img src="/ads/salt{s.pick(4, "ad")}.gif" width="150" height="120" alt="Visit the Salt Baths"></td></tr></table></td>
</tr>
<tr><td colspan="3" align="center"><font size="1">The Saltmere Gazette, 11 Brine Street. Best viewed at 800 x 600.</font></td></tr>
</table>
</body>
</html>
"""


def post(s):
    body = s.flow({"p": "<p>{}</p>", "credit": "<p><em>{}</em></p>", "disclaimer": "<p><em>{}</em></p>"}, [])
    fig = f'<figure id="attachment_{s.pick(9000, "att") + 100}" class="wp-caption alignnone"><img class="size-large" src="/wp-content/uploads/{s.at:%Y/%m}/{s.slug}.jpg" alt=""><figcaption class="wp-caption-text">{esc(s.caption)}</figcaption></figure>' if s.caption else ""
    return f"""<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<title>{esc(s.head)} &#8211; Dray Valley Post</title>
<meta name="generator" content="WordPress 5.8">
<link rel="alternate" type="application/rss+xml" title="Dray Valley Post &raquo; Feed" href="https://{s.outlet["domain"]}/feed/">
{og(s)}
<style>.sharedaddy{{clear:both}}</style>
</head>
<body class="post-template-default single single-post postid-{s.pick(9000, "id")}">
<div id="page" class="site">
<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">Dray Valley Post</a></p><p class="site-description">News from the upper and the lower Dray</p>
<nav id="site-navigation" class="main-navigation"><ul id="menu-top"><li class="menu-item"><a href="/category/valley/">Valley</a></li><li class="menu-item"><a href="/category/elsewhere/">Elsewhere</a></li><li class="menu-item"><a href="/farm-diary/">Farm diary</a></li></ul></nav></header>
<div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-{s.pick(9000, "id")}" class="post type-post status-publish format-standard hentry category-{s.section}">
<header class="entry-header"><h1 class="entry-title">{esc(s.head)}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="{s.at.isoformat()}">{long_date(s.at)}</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/">{esc(s.byline or "Post newsroom")}</a></span></span></div></header>
<div class="entry-content">
{fig}
{body}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li class="share-chatter"><a href="?share=chatter">Click to share on Chatter (Opens in new window)</a></li><li class="share-print"><a href="#print">Click to print (Opens in new window)</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items">
{chr(10).join(f'<div class="jp-relatedposts-post"><h4><a href="{u}">{esc(h)}</a></h4><p>In "{esc(s.section)}"</p></div>' for h, u in s.related(3))}
</div></div>
</div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/{s.section}/" rel="category tag">{s.section.title()}</a></span></footer>
</article>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><div class="nav-previous"><a href="/farm-diary/" rel="prev">Farm diary: what the rooks know</a></div></div></nav>
{s.comments('<div id="comments" class="comments-area"><h2 class="comments-title">{n} thoughts on this post</h2><ol class="comment-list">{items}</ol></div>', '<li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">{who}</b> <span class="says">says:</span> {when}</footer><div class="comment-content"><p>{text}</p></div></article></li>')}
</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul>
{links(s, 4, "recent")}
</ul></section></aside>
<footer id="colophon" class="site-footer"><div class="site-info">Proudly powered by WordPress</div></footer>
</div>
</body>
</html>
"""


def today(s):
    body = s.flow({"p": '<p class="css-1q7x">{}</p>', "credit": '<p class="css-1q7x css-src">{}</p>',
                   "correction": '<p class="css-corr">{}</p>',
                   "ad": '<div class="css-ad0"><p class="css-adl">Story continues below advertisement</p><div id="gpt-{n}"></div></div>',
                   "related": '<aside class="css-rel"><span>Read next</span><a href="{url}">{}</a></aside>'},
                  [("ad", 2), ("related", 4), ("ad", 6)])
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>{esc(s.head)} | Kestria Today</title>
{json_ld(s, description=s.first_sentence, isAccessibleForFree=True)}
<meta name="robots" content="max-image-preview:large"/>
<script>window.__STATE__={{"slug":"{s.slug}","ab":"{s.pick(3, "ab")}"}}</script></head>
<body><div id="__app"><div class="css-0 css-nav"><a href="/">Kestria Today</a><button>Menu</button><a href="/news">News</a><a href="/opinion">Opinion</a><a href="/video">Video</a><a href="/login">Log in</a></div>
<div class="css-grid"><div class="css-story"><div class="css-kick">{esc(s.section.title())}</div><h1 class="css-h1">{esc(s.head)}</h1>
<div class="css-by">{"By " + esc(s.byline) + " · " if s.byline else ""}<span>{long_date(s.at)} {s.at:%H:%M}</span><span>{2 + s.pick(3, "min")} min read</span></div>
<div class="css-tools"><button>Save</button><button>Share</button><button>Listen</button></div>
<div class="css-body">
{figure(s, "div", "span")}
{body}
</div>
<div class="css-nl"><h4>Today in Two Minutes</h4><p>The day's news, short enough for the lift. Delivered at noon.</p><button>Sign me up</button></div>
</div><div class="css-rail"><h4>Trending</h4><ul>
{links(s, 5)}
</ul><div class="css-spon"><span>Sponsored</span><a href="#">Nine roof mistakes every Kestrian home owner makes</a></div></div></div>
<div class="css-foot"><p>© {s.at.year} Kestria Today. Part of Lighthouse Media.</p></div></div>
<div class="css-consent"><p>We and our 214 partners store information on your device. You can change your mind at any time.</p><button>Accept all</button><button>Settings</button></div></body></html>
"""


def express(s):
    body = s.flow({"p": "<p>{}</p>", "place": '<b class="place-line">{}</b>', "disclaimer": '<p><i>{}</i></p>',
                   "credit": "<p><i>{}</i></p>", "ad": '<div class="ins_adwrap"><span>Advertisement</span></div>'},
                  [("ad", 2), ("ad", 5 + s.pick(2, "x"))])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{esc(s.head)}</title>
{og(s)}
<meta name="publish-date" content="{s.at.isoformat()}">
</head>
<body itemscope itemtype="https://schema.org/WebPage">
<div class="topnav"><a href="/">KESTRIA EXPRESS</a> <a href="/live">Live</a> <a href="/nation">Nation</a> <a href="/world">World</a> <a href="/bandy">Bandy</a> <a href="/offbeat">Offbeat</a></div>
<div class="sp-wrp" itemprop="mainEntity" itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline" class="sp-ttl">{esc(s.head)}</h1>
<h2 class="sp-descp">{esc(s.standfirst)}</h2>
<div class="pst-by"><span class="pst-by_lnk" itemprop="author">{s.section.title()} News</span> <span class="pst-by_lnk">Reported by {esc(s.byline)}</span> <span itemprop="datePublished" content="{s.at.isoformat()}">{MONTHS[s.at.month - 1]} {s.at.day:02d}, {s.at.year} {s.at:%H:%M} KST</span></div>
<div class="sp-share"><a href="#">Share</a> <a href="#">Post</a> <a href="#">Mail</a> <a href="#">Join our channel</a></div>
<div itemprop="articleBody" class="Art-exp_wr">
{body}
</div>
<div class="promo">Get the latest on the Kestria Express app. Download now.</div>
<div class="tags"><a href="/topic/kestria">Kestria</a> <a href="/topic/{s.section}">{s.section}</a></div>
</div>
<div class="trending"><h3>Also Read</h3><ul>
{links(s, 4)}
</ul></div>
<div class="foot">© Copyright Kestria Express Network {s.at.year}. All rights reserved.</div>
</body>
</html>
"""


def tv6(s):
    body = s.flow({"p": "<p>{}</p>", "credit": '<p class="src">{}</p>',
                   "player": '<div class="player" data-clip="{n}"><p>WATCH: {}</p><p>Click to play video: \'{}\'</p><p class="clip">{} – {clip}</p></div>',
                   "related": '<p class="rm"><a href="{url}">READ MORE: {}</a></p>',
                   "ad": '<div class="ad"><small>Story continues below advertisement</small></div>'},
                  [("player", 2), ("ad", 3), ("related", 4), ("ad", 7)])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{esc(s.head)} - Local | TV6 Brennick</title>
<meta property="og:title" content="{esc(s.head)}">
<meta property="og:site_name" content="TV6 Brennick">
</head>
<body>
<div class="bar"><a href="/">TV6</a> <a href="/live">Watch live</a> <a href="/weather">Weather</a> <a href="/traffic">Traffic</a> <a href="/team">Meet the team</a></div>
<section class="story">
<h1>{esc(s.head)}</h1>
<div class="story-meta"><span class="by">By {esc(s.byline or "TV6 newsroom")}</span> <span class="net">TV6 Brennick</span> <span class="posted">Posted {long_date(s.at)} {s.at.hour % 12 or 12}:{s.at:%M} {"am" if s.at.hour < 12 else "pm"}</span></div>
<div class="lead-player"><p>TV6 News at {6 + s.pick(3, "hour")}</p></div>
{figure(s, "div", "p")}
<div class="story-text">
{body}
</div>
<div class="trend"><h3>Trending Now</h3><ul>
{links(s, 4)}
</ul></div>
<div class="sponsored"><h3>Sponsored content</h3><ul><li><a href="#">Hearing aids: what nobody tells you</a></li><li><a href="#">The boots every Brennick postman wears</a></li></ul></div>
<div class="signup">Stay in the loop! Get the top stories from TV6 delivered to your inbox.</div>
</section>
<div class="bottom">© {s.at.year} TV6 Brennick, a station of Lighthouse Media. Report an error</div>
</body>
</html>
"""


def lantern(s):
    body = s.flow({"p": '<p itemprop="text">{}</p>', "h": "<h3>{}</h3>"}, [])
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{esc(s.head)} · The Ollan Lantern</title>
<meta name="author" content="{esc(s.byline)}">
<meta name="date" content="{s.at:%Y-%m-%d}">
</head>
<body>
<header role="banner"><a href="/">The Ollan Lantern</a><p>Slow news from the lake</p></header>
<main role="main" itemscope itemtype="https://schema.org/Article">
<hgroup><h1 itemprop="headline">{esc(s.head)}</h1></hgroup>
<p class="who">by <span itemprop="author">{esc(s.byline)}</span>, <time itemprop="datePublished" datetime="{s.at:%Y-%m-%d}">{british_date(s.at)}</time></p>
<section>
{body}
</section>
<p class="support">The Lantern has no advertisements and no owner. It is paid for by 3,200 readers. <a href="/join">Join them</a>.</p>
</main>
<nav><h2>From the archive</h2><ul>
{links(s, 3)}
</ul></nav>
<footer>Printed on the lake. <a href="/letters">Letters</a></footer>
</body>
</html>
"""


def observer(s):
    body = s.flow({"p": "<p>{}</p>", "credit": "<p class='agency'>{}</p>",
                   "ad": "<amp-ad width='300' height='250' type='slot{n}'><div placeholder>Advertisement</div></amp-ad>",
                   "related": "<div class='inline-link'>Also see: <a href='{url}'>{}</a></div>"}, [("ad", 3), ("related", 7)])
    return f"""<!doctype html>
<html ⚡ lang="en">
<head>
<meta charset="utf-8">
<script async src="https://cdn.example/v0.js"></script>
<title>{esc(s.head)}</title>
<link rel="canonical" href="{s.url}">
<meta name="viewport" content="width=device-width">
{json_ld(s, mainEntityOfPage=s.url)}
<style amp-custom>body{{font-family:Georgia}}.agency{{font-size:80%}}</style>
</head>
<body>
<amp-sidebar id="menu" layout="nodisplay"><ul><li><a href="/valley">Valley</a></li><li><a href="/national">National</a></li><li><a href="/steel">Steel</a></li><li><a href="/bandy">Bandy</a></li></ul></amp-sidebar>
<div class="head">Brennick Observer</div>
<div class="art">
<h1>{esc(s.head)}</h1>
<div class="meta">{"By " + esc(s.byline) + ", " if s.byline else ""}{s.at.day} {MONTHS[s.at.month - 1][:3]} {s.at.year} {s.at:%H:%M}</div>
<amp-social-share type="email"></amp-social-share>
{figure(s)}
{body}
<amp-list src="/rel.json"><div fallback><ul>
{links(s, 3)}
</ul></div></amp-list>
</div>
<amp-consent layout="nodisplay"><div>The Observer uses cookies. <button>OK</button> <button>No thanks</button></div></amp-consent>
<div class="foot">Brennick Observer, Millside Works, {s.at.year}</div>
</body>
</html>
"""


def plinth(s):
    body = s.flow({"p": "<div><span>{}</span></div>", "credit": '<div class="via"><span>{}</span></div>',
                   "related": '<div class="ymal"><b>You may also like:</b> <a href="{url}">{}</a></div>',
                   "ad": '<div class="taboo"><small>ADVERTISEMENT - CONTINUE READING BELOW</small></div>'},
                  [("ad", 1), ("related", 3), ("ad", 5)])
    return f"""<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>{esc(s.head)} | The Daily Plinth</title>
<meta property="og:title" content="{esc(s.head)}">
<meta property="article:published_time" content="{utc_z(s.at)}">
</head>
<body>
<div class="p-header"><div><b>The Daily Plinth</b></div><div>Trending | Wow | Money | Pets | Quizzes</div></div>
<div class="p-hero"><div class="p-title"><h1>{esc(s.head)}</h1></div><div class="p-sub">{esc(s.byline)} · {long_date(s.at)} · {100 + s.pick(900, "v")} views</div></div>
<div class="p-body">
{body}
</div>
<div class="p-react">What is your reaction? <button>Wow 12</button> <button>Sad {s.pick(40, "sad")}</button> <button>Angry {s.pick(20, "angry")}</button></div>
<div class="p-grid"><h2>More on Plinth</h2><ul>
{links(s, 6)}
</ul></div>
<div class="p-chum"><span>Around the web</span><a href="#">This gardener put salt on his lawn. You won't believe week three</a><a href="#">Born before 1970? Read this about your gutters</a></div>
<div class="p-foot">The Daily Plinth is a Stackpole Digital property. DMCA · Advertise · Unsubscribe</div>
</body>
</html>
"""


def newsmill(s):
    body = s.flow({"p": "<p>{}</p>", "disclaimer": "<p>{}</p>", "credit": "<p>{}</p>",
                   "ad": '<div class="code-block code-block-{n}" style="margin: 8px auto"><ins class="adsbygoggle"></ins></div>'},
                  [("ad", 2), ("ad", 6)])
    return f"""<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<title>{esc(s.head)} - Newsmill Daily</title>
<meta name="generator" content="WordPress 6.1">
<meta property="og:site_name" content="Newsmill Daily">
<meta property="article:published_time" content="{s.at.isoformat()}">
</head>
<body class="single single-post mag-theme">
<div class="td-header"><a href="/">Newsmill Daily</a> <a href="/world">World</a> <a href="/tech">Tech</a> <a href="/crypto">Crypto</a> <a href="/well-being">Well being</a></div>
<div class="td-crumb">Home &raquo; World &raquo; {esc(s.head)}</div>
<article class="post"><header><h1 class="entry-title">{esc(s.head)}</h1><div class="td-module-meta-info">By <a href="/author/admin">{esc(s.byline)}</a> - <time class="entry-date" datetime="{s.at.isoformat()}">{long_date(s.at)}</time> <span>0</span></div></header>
<div class="td-post-content tagdiv-type">
{body}
</div>
<footer><div class="td-post-source-tags"><span>TAGS</span> <a href="#">kestria</a> <a href="#">news</a> <a href="#">viral</a></div><div class="td-post-sharing">Facepage Chatter Pinwall WhatsUp</div></footer>
</article>
<div class="td-related"><h4>RELATED ARTICLES</h4><ul>
{links(s, 3)}
</ul></div>
<div id="respond"><h3>LEAVE A REPLY</h3><p>Save my name, email, and website in this browser for the next time I comment.</p></div>
<div class="td-footer">ABOUT US Newsmill Daily is your news, entertainment, music website. Contact us: info@newsmill.example</div>
</body>
</html>
"""


def hub(s):
    body = s.flow({"p": "{}<br><br>", "disclaimer": "{}<br><br>", "credit": "<i>{}</i><br><br>",
                   "related": '<b>ALSO READ | <a href="{url}">{}</a></b><br><br>'}, [("related", 3), ("related", 6)])
    return f"""<html>
<head>
<meta charset="utf-8"/>
<title>{esc(s.head)} » Bulletin Hub 24</title>
</head>
<body>
<div class="nav">Home » World » Business » Lifestyle » Contact</div>
<div class="single">
<h1>{esc(s.head)}</h1>
<div class="info">{esc(s.byline)} &nbsp; {s.at:%Y-%m-%d %H:%M} UTC &nbsp; 0 Comments</div>
<div class="content">
{body}
</div>
<div class="sharebox">Share this: Chatter Postbox Telegraf</div>
<div class="navposts">« Previous post &nbsp; Next post »</div>
<div class="sidebar"><h3>Popular</h3><ul>
{links(s, 4)}
</ul><h3>Newsletter</h3>Get 24 bulletins a day. Enter your email.</div>
</div>
<div class="copy">Bulletin Hub 24. Theme: Pressly by Themeworks.</div>
</body>
</html>
"""


def monitor(s):
    body = s.flow({"p": "<p class=\"bodytext\">{}</p>", "credit": "<p class=\"bodytext source\">{}</p>",
                   "related": '<div class="factbox"><h4>Background</h4><a href="{url}">{}</a></div>'}, [("related", 4)])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Kestrian Business Monitor: {esc(s.head)}</title>
<meta name="DC.date.issued" content="{s.at:%Y-%m-%d}" />
<meta name="DC.title" content="{esc(s.head)}" />
</head>
<body>
<div id="container">
<div id="ticker">KSX 1,{s.pick(899, "ksx") + 100}.{s.pick(89, "k") + 10} | Crown/Mark 0.{s.pick(89, "m") + 10} | Coal {40 + s.pick(50, "c")}</div>
<div id="header"><h2><a href="/">Kestrian Business Monitor</a></h2></div>
<div id="leftnav"><ul><li><a href="/economy">Economy</a></li><li><a href="/companies">Companies</a></li><li><a href="/shipping">Shipping</a></li></ul></div>
<div id="content">
<h1>{esc(s.head)}</h1>
<p class="dateline">{DAYS[s.at.weekday()]} {british_date(s.at)}, {s.at:%H:%M}</p>
{body}
<p class="tools"><a href="#">Print</a> | <a href="#">Send to a colleague</a> | <a href="#">Order reprints</a></p>
<div id="related"><h3>More in {esc(s.section)}</h3><ul>
{links(s, 3)}
</ul></div>
</div>
<div id="footer"><p>Registered readers may open ten articles a month. Copyright Monitor Verlag {s.at.year}.</p></div>
</div>
</body>
</html>
"""


def anzeiger(s):
    body = s.flow({"p": "<p>{}</p>", "credit": '<p class="quelle">{}</p>'}, [])
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>{esc(s.head)} - Morvaler Anzeiger</title>
{og(s)}
</head>
<body>
<header><a href="/">Morvaler Anzeiger</a><nav><a href="/politik">Politik</a> <a href="/wirtschaft">Wirtschaft</a> <a href="/sarn">Sarn</a> <a href="/abo">Abo</a></nav></header>
<article>
<h1>{esc(s.head)}</h1>
<p class="datum">{s.at.day}. {MONATE[s.at.month - 1]} {s.at.year}, {s.at:%H:%M} Uhr</p>
<p class="teilen">Teilen · Merken · Drucken</p>
{body}
</article>
<section><h2>Das könnte Sie auch interessieren</h2><ul><li><a href="/sarn/schule">Sarn baut drei Schulen am Hang</a></li><li><a href="/wirtschaft/erz">Erzpreis fällt zum dritten Mal</a></li></ul></section>
<footer>© Morvaler Anzeiger {s.at.year} · Impressum · Datenschutz · Cookies verwalten</footer>
</body>
</html>
"""


def ollan(s):
    body = s.flow({"p": '<p class="texte">{}</p>'}, [])
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{esc(s.head)} | Le Courrier d'Ollan</title>
{og(s)}
</head>
<body>
<div class="entete"><a href="/">Le Courrier d'Ollan</a> <a href="/lac">Le lac</a> <a href="/economie">Économie</a> <a href="/culture">Culture</a></div>
<div class="article">
<h1>{esc(s.head)}</h1>
<div class="signature">{esc(s.byline)} — publié le {s.at.day} {MOIS[s.at.month - 1]} {s.at.year} à {s.at:%H}h{s.at:%M}</div>
<div class="partage">Partager l'article</div>
{body}
</div>
<div class="lire-aussi"><h3>Lire aussi</h3><ul><li><a href="/lac/truites">Les truites remontent plus tôt</a></li></ul></div>
<div class="pied">Abonnez-vous à partir de 4 couronnes par mois. Mentions légales.</div>
</body>
</html>
"""


def record(s):
    """A page of the Eastquay Record as a scraper left it: plain lines, the furniture among them."""
    lines = [f"Eastquay Record | {s.section.title()} | Tides | Classified | Contact", "", s.head,
             f"{british_date(s.at)}" + (f" | By {s.byline}" if s.byline else ""), "Share  Email  Print", ""]
    lines += [s.flow({"p": "{}\n", "credit": "{}\n", "ad": "Advertisement\n", "related": "READ MORE: {}\n"},
                     [("ad", 2 + s.pick(2, "ad")), ("related", 5)])]
    lines += ["More from the Record"] + ["- " + h for h, _ in s.related(3)]
    lines += ["Sign up for our weekly letter", f"© {s.at.year} The Eastquay Record. All cookies are biscuits until accepted."]
    return "\n".join(lines) + "\n"


def outlet(name, domain, layout, quotes, spelling=(), encoding="utf-8", owner="", aliases="", ext="html"):
    return dict(name=name, domain=domain, layout=layout, quotes=quotes, spelling=list(spelling), encoding=encoding,
                owner=owner, aliases=aliases, ext=ext)


OUTLETS = {
    "npa": outlet("Norvik Press Agency", "npa.example", npa, straight),
    "ktb": outlet("Kestrian Telegraph Bureau", "ktb.example", ktb, straight),
    "harbor-herald": outlet("Alder Harbour Herald", "alderherald.example", herald, curly, BRITISH + DOTTED_TIME,
                            owner="Alder Harbour Herald Ltd", aliases="Harbour Herald|The Herald of Port Alder"),
    "hollin-courier": outlet("Hollin Courier", "hollincourier.example", courier, single, BRITISH,
                             owner="Courier Media Group", aliases="The Hollin Courier"),
    "saltmere-gazette": outlet("Saltmere Gazette", "saltmeregazette.example", gazette, plain, BRITISH, "windows-1252",
                               aliases="The Saltmere Gazette"),
    "dray-valley-post": outlet("Dray Valley Post", "drayvalleypost.example", post, curly, aliases="The Dray Valley Post"),
    "kestria-today": outlet("Kestria Today", "kestriatoday.example", today, straight, AMERICAN_SHORT, owner="Lighthouse Media"),
    "kestria-express": outlet("Kestria Express", "kestriaexpress.example", express, straight, owner="Kestria Express Network"),
    "tv6-brennick": outlet("TV6 Brennick", "tv6.example", tv6, curly, owner="Lighthouse Media", aliases="TV6"),
    "ollan-lantern": outlet("The Ollan Lantern", "ollanlantern.example", lantern, curly, aliases="Ollan Lantern"),
    "brennick-observer": outlet("Brennick Observer", "brennickobserver.example", observer, curly, BRITISH, aliases="The Brennick Observer"),
    "daily-plinth": outlet("The Daily Plinth", "dailyplinth.example", plinth, straight, owner="Stackpole Digital", aliases="Daily Plinth"),
    "newsmill": outlet("Newsmill Daily", "newsmill.example", newsmill, curly, aliases="Newsmill"),
    "bulletin-hub": outlet("Bulletin Hub 24", "bulletinhub24.example", hub, curly, owner="Stackpole Digital", aliases="Bulletin Hub"),
    "business-monitor": outlet("Kestrian Business Monitor", "kbm.example", monitor, curly, BRITISH + MONEY, owner="Monitor Verlag"),
    "eastquay-record": outlet("Eastquay Record", "eastquayrecord.example", record, plain, BRITISH, aliases="The Eastquay Record", ext="txt"),
    "sealetter": outlet("Sealetter", "sealetter.example", None, curly, BRITISH, ext="jsonl"),
    "morvaler-anzeiger": outlet("Morvaler Anzeiger", "morvaler-anzeiger.example", anzeiger, straight),
    "courrier-ollan": outlet("Le Courrier d'Ollan", "courrier-ollan.example", ollan, straight),
}

AGENCIES = [("NPA", "Norvik Press Agency", "Kestria", "en"), ("KTB", "Kestrian Telegraph Bureau", "Kestria", "en")]

COMMENTS = [
    ("Old Salt", "Been saying it for years. Nobody reads the letters page."),
    ("M. Thorn", "My sister was there and says it was much quieter than the television made out."),
    ("deckchair62", "And who pays? We do."),
    ("Ragna", "Well done to everybody who helped."),
    ("Anonymous", "First!"),
    ("Pim", "Could the paper please print the telephone number in larger type next time."),
    ("valleygirl", "Ask again after the election."),
]

ELSEWHERE = [
    ("Bandy: Hollin go down to ten men and win", "bandy-hollin-ten"),
    ("Caddon film prize goes to a puppet", "caddon-puppet"),
    ("Why your dahlias are late this year", "dahlias"),
    ("Observatory on Mount Tessel counts its thousandth comet", "tessel-comet"),
    ("Quiz: can you name all 14 Kestrian lighthouses?", "lighthouse-quiz"),
    ("Bread up two crowns from Monday", "bread"),
]

CONSENT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Before you continue | Kestria Today</title></head>
<body><div class="wall"><h1>Before you continue</h1>
<p>We and our 214 partners use cookies and process personal data.</p>
<button>Accept all</button> <button>Reject all</button> <button>More options</button>
<p><a href="/privacy">Privacy policy</a> <a href="/terms">Terms</a></p></div>
<script>window.location.hash="consent"</script></body></html>
"""


def section_front(stories):
    """A front page of the Hollin Courier: headlines and links, and no article."""
    rows = "\n".join(f'<div class="teaser"><div class="tt"><a href="{u}">{esc(h)}</a></div><div class="dt">{d}</div></div>'
                     for h, u, d in stories)
    return f"""<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Kestria :: Hollin Courier</title>
<meta property="og:type" content="website">
</head>
<body>
<div id="wrap">
<div id="top"><div class="logo"><a href="/">Hollin Courier</a></div><div class="menu"><div><a href="/kestria">Kestria</a></div><div><a href="/politics">Politics</a></div><div><a href="/city">City</a></div><div><a href="/culture">Culture</a></div></div></div>
<div id="main"><div class="col8"><div class="ttl">Kestria</div>
{rows}
<div class="pager"><a href="?p=1">1</a> <a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=2">Next</a></div>
</div></div>
<div id="foot"><div>© Courier Media Group</div><div><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></div>
</div>
</body>
</html>
"""
