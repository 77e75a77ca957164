"""Layouts of the sites, the broadcaster and the papers abroad: each a function from a `Story` (see make_press.py) to the page.

`story.flow(tags, inline)` gives the paragraphs with the outlet's furniture between them; everything round about is
written here, each outlet in the markup of its own time.
"""

from furniture import MOIS, MONATE, MONTHS, british_date, esc, figure, json_ld, links, long_date, og, utc_z


def today(s):
    body = s.flow({"p": '<p class="css-1q7x">{}</p>', "credit": '<p class="css-1q7x css-src">{}</p>',
                   "correction": '<p class="css-corr">{}</p>',
                   "ad": '<div class="css-ad0"><p class="css-adl">Story continues below advertisement</p><div id="slot-{n}"></div></div>',
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
<div class="css-foot"><p>© {s.at.year} Kestria Today. Part of Tollen Lights Media.</p></div></div>
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
<div class="bottom">© {s.at.year} TV6 Brennick, a station of Tollen Lights Media. Report an error</div>
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
<footer><div class="td-post-source-tags"><span>TAGS</span> <a href="#">kestria</a> <a href="#">news</a> <a href="#">viral</a></div><div class="td-post-sharing">Facepage Chatter Pinwall Wassup</div></footer>
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
<div class="copy">Bulletin Hub 24. Theme: Presslet by Kettleworks.</div>
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


CONSENT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Before you continue | Kestria Today</title></head>
<body><div class="wall"><h1>Before you continue</h1>
<p>We and our 214 partners use cookies and process personal data.</p>
<button>Accept all</button> <button>Reject all</button> <button>More options</button>
<p><a href="/privacy">Privacy policy</a> <a href="/terms">Terms</a></p></div>
<script>window.location.hash="consent"</script></body></html>
"""
