/** How the panel looks: the report's own colours and letters. */
export const panelStyle = `
.argue{max-width:46rem;margin:2.5rem auto 0;padding:0 1.25rem;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:.95rem;line-height:1.45}
.argue[data-open]{max-width:76rem}
.argue>.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem}
.argue h2{border:0;margin:0 0 .3rem;padding:0;font-size:1.2rem}.argue h3{margin:1.4rem 0 .4rem}.argue h4{margin:1rem 0 .2rem}
.argue .bar{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0}
.argue button,.cut button{font:inherit;font-size:.9rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:6px;padding:.35rem .8rem;min-height:2rem;cursor:pointer}
.argue button:hover:not([disabled]),.cut button:hover{border-color:var(--accent);color:var(--accent)}
.argue button.main{background:var(--accent);color:var(--paper);border-color:var(--accent)}.argue button.main:hover{color:var(--paper);text-decoration:underline}
.argue button[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.argue button[disabled]{opacity:.45;cursor:default}
.argue :is(button,select,input,h3,details summary):focus-visible,.cut button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.argue fieldset{border:1px solid var(--line);border-radius:6px;margin:0 0 .9rem;padding:.4rem .9rem .8rem;background:var(--paper);min-width:0}
.argue legend{font-weight:600;padding:0 .3rem}
.argue .pick{display:block;margin:.5rem 0}.argue .pick span{display:block;font-size:.85rem;color:var(--soft)}
.argue select{font:inherit;width:100%;max-width:100%;padding:.35rem .4rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:6px;text-overflow:ellipsis}
.argue details{background:none;border:0;padding:0;margin:.5rem 0}.argue summary{font-weight:400;color:var(--accent);font-size:.9rem}
.argue .tick{display:flex;gap:.5rem;align-items:flex-start;margin:.25rem 0;overflow-wrap:anywhere}.argue .tick input{margin:.2rem 0 0;width:1.1rem;height:1.1rem;flex:none}
.argue .group p{margin:.6rem 0 0}
.argue .order{padding-left:1.6rem;margin:.4rem 0}.argue .order li{padding:.3rem 0;border-bottom:1px solid var(--line)}
.argue .order li::marker{color:var(--soft)}.argue .order .was{color:var(--soft);font-size:.85rem}.argue .order .moved>span:first-child{font-weight:600}
.argue .arrows{display:inline-flex;gap:.3rem;margin-left:.5rem;vertical-align:middle}.argue .arrows button{padding:0 .55rem;min-height:1.75rem;min-width:2rem}
.argue .departures{list-style:none;padding:0}.argue .departures li{display:flex;gap:.8rem;justify-content:space-between;align-items:flex-start;padding:.3rem 0;border-bottom:1px solid var(--line)}
.argue button,.cut button{white-space:nowrap}.argue .bar button{white-space:normal}.argue td.n{overflow-wrap:normal;white-space:nowrap}
.argue .departures span{min-width:0;overflow-wrap:anywhere}.argue .differs{background:var(--card)}.argue td ul{margin:0;padding-left:1rem}.argue td .tag{margin-left:.5rem}
.argue .answer{background:var(--paper)}.argue .status{position:sticky;bottom:0;font-weight:600;margin:.8rem -1.25rem -1rem;padding:.7rem 1.25rem;background:var(--card);border-top:1px solid var(--line);border-radius:0 0 8px 8px}.argue .note:empty{display:none}.argue progress{vertical-align:middle;width:10rem}
.argue .problems{color:var(--no)}
.cut{margin:-1.1rem 0 1.5rem}.cut button{padding:.1rem .6rem;min-height:1.6rem;margin-right:.4rem;font-size:.8rem}
@media (min-width:64rem){.argue .both{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:0 2rem;align-items:start}.argue .results-column{position:sticky;top:1rem;max-height:calc(100vh - 5rem);overflow:auto;padding:0 .3rem}}
@media print{.argue,.cut{display:none}}
`;
