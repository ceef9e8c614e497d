/** A picture of a report as a file of its own. */
export type Picture = { readonly name: string; readonly svg: string };

/** File systems allow 255 bytes; ids of a case may be long. */
const mostLetters = 120;

/** The pictures of a page of ours, in its order. What a case says is escaped in it, so that nothing else looks like one. */
export function picturesOf(page: string): readonly Picture[] {
  const taken = new Set<string>();
  return [...page.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) => {
    const id = /aria-labelledby="(\S+)-t /.exec(svg)?.[1] ?? 'picture';
    const short = id.slice(0, mostLetters);
    let name = short;
    for (let k = 2; taken.has(name); k++) name = `${short}-${k}`;
    taken.add(name);
    return { name, svg };
  });
}
