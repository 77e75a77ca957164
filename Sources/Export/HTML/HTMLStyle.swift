/// The looks of a report. Colours meet WCAG's AA contrast in both themes; nothing is told by colour alone.
enum HTMLStyle {
  static let sheet = """
    :root{color-scheme:light dark;--bg:#fff;--fg:#16191d;--mut:#545d68;--line:#d5d9de;--soft:#f4f5f7;--link:#0b57a4;\
    --bad:#a10f38;--badbg:#fdecf0;--old:#7a2e00;--new:#0d5c2f;--newbg:#e7f6ec;--oldbg:#fdf0e6}
    @media (prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#eceff2;--mut:#a9b2bd;--line:#363c43;--soft:#1d2125;\
    --link:#82bdf7;--bad:#ff8fab;--badbg:#3a1722;--old:#ffb783;--new:#84dba6;--newbg:#12301e;--oldbg:#3a2412}}
    @media print{:root{--bg:#fff;--fg:#000;--mut:#444;--line:#bbb;--soft:#fff;--link:#000;--bad:#a10f38;--badbg:#fff;\
    --old:#7a2e00;--new:#0d5c2f;--newbg:#fff;--oldbg:#fff}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 Georgia,"Liberation Serif",serif;\
    overflow-wrap:anywhere}
    main,.top,footer{max-width:1180px;margin:0 auto;padding:0 20px}
    h1,h2,h3,h4,h5,nav,table,figcaption,.meta,.sum,summary,.why,footer,.tree{\
    font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
    h1,h2.title{font-size:clamp(24px,4vw,38px);line-height:1.15;margin:36px 0 6px;letter-spacing:-.01em}
    h2,h3.part{font-size:21px;margin:40px 0 10px;padding-top:14px;border-top:3px solid var(--fg)}
    h2.title{border:0;padding:0}
    h4,h5{font-size:16px;margin:18px 0 4px}
    a{color:var(--link)}a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);\
    outline-offset:2px}
    .meta,small,.why,figcaption{color:var(--mut);font-size:14px}
    .sum{display:flex;flex-wrap:wrap;gap:10px 34px;margin:14px 0;padding:0;list-style:none}
    .sum b{display:block;font-size:26px;line-height:1.1}
    figure{margin:18px 0}figure svg{display:block;max-width:100%;height:auto}
    .narrow{display:none}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4}
    th,td{text-align:left;vertical-align:top;padding:7px 12px 7px 0;border-bottom:1px solid var(--line)}
    th{font-weight:700}td.n,th.n{text-align:right;white-space:nowrap}
    thead th{border-bottom:2px solid var(--fg)}
    .tree{list-style:none;padding-left:0;margin:0;font-size:15px}
    .tree li{padding:3px 0 3px calc(var(--d)*20px)}
    .lost{font-style:italic;color:var(--mut)}
    .kind{display:inline-block;font:700 12px/1.6 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;\
    border:1px solid currentColor;border-radius:3px;padding:0 5px;white-space:nowrap}
    .kind.hot{color:var(--bad)}
    .change{display:grid;grid-template-columns:110px 1fr 1fr;gap:6px 18px;padding:9px 0;border-bottom:1px solid var(--line)}
    .change p{margin:0}
    .was,.is{padding:3px 8px;border-left:4px solid}.was{border-color:var(--old);background:var(--oldbg)}
    .is{border-color:var(--new);background:var(--newbg)}
    .tag{display:block;font:700 11px/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;color:var(--mut)}
    del{color:var(--old);text-decoration:line-through}ins{color:var(--new);text-decoration:underline}
    .warn{color:var(--bad);font-weight:700}
    details{border-bottom:1px solid var(--line);padding:8px 0}summary{cursor:pointer;font-weight:700}
    .text{white-space:pre-line;max-width:70ch}
    .text mark{background:var(--newbg);color:var(--new);border-bottom:2px solid var(--new)}
    .text mark.hot{background:var(--badbg);color:var(--bad);border-color:var(--bad)}
    .text .gone{color:var(--old);font-weight:700}
    footer{margin-top:50px;padding:16px 20px 40px;border-top:1px solid var(--line);color:var(--mut);font-size:14px}
    @media (max-width:640px){main,.top,footer{padding-left:14px;padding-right:14px}.wide{display:none}\
    .narrow{display:block}.change{grid-template-columns:1fr;gap:4px}}
    @media print{.narrow{display:none}.wide{display:block}details::details-content{content-visibility:visible;\
    height:auto}h2,h3,h4{break-after:avoid}.change,tr,li{break-inside:avoid}a{text-decoration:none}}
    """
}
