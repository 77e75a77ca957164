"""Layouts of the agencies and the newspapers: each a function from a `Story` (see make_press.py) to the page.

`story.flow(tags, inline)` gives the paragraphs with the outlet's furniture between them; everything round about is
written here, each outlet in the markup of its own time.
"""

from furniture import DAYS, MONTHS, british_date, esc, figure, json_ld, links, long_date, og, utc_z


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
<div class="tags">Tags: <a href="/t/{s.section}">{s.section}</a> <a href="/t/today">today</a></div>
<div class="nl-box"><div>The Courier Briefing</div><div>Everything the capital is talking about, every weekday evening.</div><div><a href="/briefing">Subscribe for free</a></div></div>
</div><div class="col4"><div class="adv" data-zone="sky"></div><div class="list"><div class="list-t">Latest</div><ul>
{links(s, 5)}
</ul></div></div></div>
<div id="foot"><div>© Hollin Courier Press {s.at.year}</div><div><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></div>
</div>
</body>
</html>
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
<div id="foot"><div>© Hollin Courier Press</div><div><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></div>
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
<div id="footer"><p>Registered readers may open ten articles a month. Copyright Tessel Verlag {s.at.year}.</p></div>
</div>
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
