/// The looks of a chart: colours for light and dark, and a line style of its own for each kind, so that nothing is told by
/// colour alone.
enum ChartStyle {
  static let sheet = """
    .st{--paper:#fff;--ink:#16191d;--dim:#5b6470;--rule:#e3e6ea;--trunk:#8b949e;--band:#f4f5f7;\
    --verbatim:#1f6fb2;--edited:#a8540a;--partial:#4b7a1c;--spun:#b3123f;--unknown:#5b6470;--mix:#7b3fa0;--warn:#b3123f;\
    font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
    @media (prefers-color-scheme:dark){.st{--paper:#14171a;--ink:#eceff2;--dim:#a4adb8;--rule:#2b3036;--trunk:#79828d;\
    --band:#1c2024;--verbatim:#6db5f2;--edited:#f0a35a;--partial:#9ccb63;--spun:#ff7d9c;--unknown:#a4adb8;--mix:#cf9df2;\
    --warn:#ff7d9c}}
    @media print{.st{--paper:#fff;--ink:#000;--dim:#444;--rule:#ddd;--trunk:#777;--band:#f4f5f7;--verbatim:#1f6fb2;\
    --edited:#a8540a;--partial:#4b7a1c;--spun:#b3123f;--unknown:#444;--mix:#7b3fa0;--warn:#b3123f}}
    .st text{fill:var(--ink);font-size:13px}
    .st .small{font-size:11px}
    .st .reach{stroke:transparent;stroke-width:14;fill:none;pointer-events:stroke}
    .st .paper{fill:var(--paper)}
    .st .band{fill:var(--band)}
    .st .h{font-size:19px;font-weight:700}
    .st .dim{fill:var(--dim);font-size:11.5px}
    .st .tick{fill:var(--dim);font-size:11px}
    .st .day{fill:var(--ink);font-size:11.5px;font-weight:700}
    .st .name{font-weight:700}
    .st .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
    .st .lostname{font-style:italic;font-weight:400;fill:var(--dim)}
    .st .warn{fill:var(--warn);font-weight:700}
    .st .rule{stroke:var(--rule);stroke-width:1;fill:none}
    .st .cut{stroke:var(--trunk);stroke-width:1;fill:none}
    .st .trunk{stroke:var(--trunk);stroke-width:1.25;fill:none}
    .st .span{stroke:var(--ink);stroke-opacity:.22;stroke-width:6;stroke-linecap:round}
    .st .page{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
    .st .lost{fill:var(--paper);stroke:var(--dim);stroke-width:2}
    .st .guest{fill:var(--paper);stroke:var(--ink);stroke-width:2}
    .st .arrow{fill:none;stroke-width:2}
    .st .verbatim{stroke:var(--verbatim)}.st .edited{stroke:var(--edited);stroke-dasharray:11 2.5 2.5 2.5}
    .st .partial{stroke:var(--partial);stroke-dasharray:.1 5;stroke-linecap:round;stroke-width:3}
    .st .spun{stroke:var(--spun)}.st .unknown{stroke:var(--unknown);stroke-width:1.25}
    .st .mix{stroke:var(--mix);stroke-dasharray:6 4;stroke-width:1.5;fill:none}
    .st .head{stroke:none}.st .head.verbatim{fill:var(--verbatim)}.st .head.edited{fill:var(--edited)}
    .st .head.partial{fill:var(--partial)}.st .head.spun{fill:var(--spun)}.st .head.unknown{fill:var(--unknown)}
    .st .head.mix{fill:var(--paper);stroke:var(--mix);stroke-width:1.5;stroke-dasharray:none}
    """
}
