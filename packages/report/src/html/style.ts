/** The whole look of a report: light and dark, screen and paper, wide and narrow. */
export const style = `
:root{color-scheme:light dark;--ink:#1c2128;--soft:#57606a;--line:#d8dee4;--paper:#fff;--card:#f6f8fa;--accent:#0b5cad;
--yes:#116a5c;--no:#a33a12;--open:#6b5b00;--yes-bg:#cfeee6;--no-bg:#fbdfd2;--open-bg:#f4e8b4}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#a6b0ba;--line:#3a424b;--paper:#14181c;--card:#1d2329;
--accent:#7db7f2;--yes:#7fd8c4;--no:#f5a582;--open:#e2cf6b;--yes-bg:#123f37;--no-bg:#4a2312;--open-bg:#423a0c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}
.skip{position:absolute;left:-999em}.skip:focus{left:1em;top:1em;background:var(--paper);padding:.5em}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3.5rem}
h1,h2,h3,h4,nav,table,figure,.tag,summary,.small{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:clamp(1.7rem,5vw,2.5rem);line-height:1.15;letter-spacing:-.02em;margin:0 0 .6rem;overflow-wrap:anywhere}
h2{font-size:1.45rem;line-height:1.25;margin:4rem 0 1rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.1rem;margin:2.2rem 0 .5rem}h4{font-size:1rem;margin:1.4rem 0 .3rem}
p,li,dd{overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.lead{font-size:1.1rem;color:var(--soft)}.small{font-size:.85rem;color:var(--soft);line-height:1.5}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.95rem}
.answer{background:var(--card);border-left:4px solid var(--accent);padding:1rem 1.25rem;margin:1rem 0;border-radius:0 6px 6px 0}
.answer p{margin:.4rem 0}.answer ul{margin:.3rem 0;padding-left:1.2rem}
.verdict{font-weight:700}.yes{color:var(--yes)}.no{color:var(--no)}.depends,.unsettled{color:var(--open)}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4;width:100%}
caption{text-align:left;color:var(--soft);padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;overflow-wrap:break-word}th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1.75rem 0;overflow-x:auto}figure svg{display:block;max-width:none;height:auto}figure:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
svg text{fill:var(--ink);font:13px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
svg .t{font-weight:700;font-size:15px}svg .s{fill:var(--soft);font-size:12px}svg .p{fill:var(--soft);font-size:9.5px}svg .box{fill:var(--card);stroke:var(--line)}
svg .bar{fill:var(--accent)}svg .bar2{fill:var(--paper);stroke:var(--accent)}svg .no-mark{stroke:var(--no)}svg .open-mark{fill:var(--open)}svg .branch{stroke:var(--soft)}svg .yes{fill:var(--yes-bg);stroke:var(--yes)}svg .no{fill:var(--no-bg);stroke:var(--no)}svg .open{fill:var(--open-bg);stroke:var(--open)}
svg .arrow{stroke:var(--accent);stroke-width:2;fill:none}svg .head{fill:var(--accent)}
.tag{display:inline-block;font-size:.75rem;padding:.05rem .5rem;border:1px solid currentColor;border-radius:1em;color:var(--soft);white-space:nowrap}
.tag.warn{color:var(--no)}
dt{font-weight:600;margin-top:.6rem}dd{margin:.1rem 0 0 1.2rem}code{font-size:.8em;color:var(--soft);overflow-wrap:anywhere}.small code{font-size:.95em}.from{font-size:.85em}.reading{border-left:2px solid var(--line);padding-left:1.1rem;margin:1.6rem 0}.reading ol{padding-left:1.3rem}
details{border:1px solid var(--line);border-radius:6px;padding:.6rem 1rem;margin:.8rem 0}summary{cursor:pointer;font-weight:600}
blockquote{margin:.4rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft)}
.statement{padding:.8rem 0;border-bottom:1px solid var(--line)}.statement p{margin:.2rem 0}
.statement:target,.reading:target,li:target,dt:target,dd:target{background:var(--card);outline:2px solid var(--accent)}
footer{padding-bottom:4rem;margin-top:4rem}
@media (max-width:30rem){body{font-size:16px}h2{margin-top:2.8rem}}
@page{margin:16mm 15mm}
@media print{html{font-size:10.5pt}body{font-size:1rem;background:#fff;color:#000}header,main,footer{max-width:none;padding:0}nav,.skip{display:none}
h2,h3,h4,.lead{break-after:avoid}figure svg,tr,.answer,.statement,li{break-inside:avoid}.scroll{overflow:visible}details{border:0;padding:0}details::details-content{content-visibility:visible;display:block;block-size:auto}figure{overflow:visible}figure svg{max-width:100%}a{color:inherit;text-decoration:none}}
`;
