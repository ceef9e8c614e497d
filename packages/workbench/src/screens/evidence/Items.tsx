import type { Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { contributionsOf, signedBans, weighedLabel } from '@demarche/report/words';

/** Item by item: what each contributes, and a box to leave it out. */
export function Items({
  found,
  weighed,
  name,
  without,
  onWithout,
}: {
  readonly found: Case;
  readonly weighed: Weighed;
  readonly name: (id: string) => string;
  readonly without: readonly string[];
  readonly onWithout: (ids: readonly string[]) => void;
}) {
  const toggle = (ids: readonly string[], out: boolean) =>
    onWithout(out ? [...new Set([...without, ...ids])] : without.filter((id) => !ids.includes(id)));
  return (
    <section aria-labelledby="items">
      <h2 id="items">Item by item</h2>
      <p className="small">
        In bans: +1 means ten times as likely under the reading as under the others. Statements of one origin
        count once. Take the mark away to see what follows without an item.
      </p>
      {without.length > 0 && (
        <p>
          <button type="button" onClick={() => onWithout([])}>
            Count all again
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Evidence, item by item">
        <table>
          <thead>
            <tr>
              <th scope="col">Counts</th>
              <th scope="col">Item</th>
              {weighed.readings.map((id) => (
                <th key={id} scope="col" className="n">
                  {weighedLabel(found, weighed.actor, id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {contributionsOf(weighed).map(({ id, members, chose, bans }) => {
              const ids = members.length > 0 ? members : [id];
              const out = ids.every((one) => without.includes(one));
              return (
                <tr key={id} className={out ? 'out' : undefined}>
                  <td>
                    <input
                      type="checkbox"
                      checked={!out}
                      aria-label={`Count ${name(id)}`}
                      onChange={(event) => toggle(ids, !event.target.checked)}
                    />
                  </td>
                  <th scope="row">
                    <Told found={found} id={id} members={members} chose={chose} name={name} />
                  </th>
                  {weighed.readings.map((reading) => (
                    <td key={reading} className="n">
                      {signedBans(bans[reading]!)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What an item says: the gists of its statements, each a link to its place in the source. */
function Told({
  found,
  id,
  members,
  chose,
  name,
}: {
  readonly found: Case;
  readonly id: string;
  readonly members: readonly string[];
  readonly chose: string | undefined;
  readonly name: (id: string) => string;
}) {
  const statements = members.flatMap((member) => found.statements.filter((one) => one.id === member));
  if (statements.length === 0) {
    const item = found.evidence.find((one) => one.id === id);
    const text = item && item.source.kind !== 'statement' ? item.source.text : undefined;
    return (
      <>
        {text ?? name(id)}
        {chose !== undefined && `: chose ${chose}`}
      </>
    );
  }
  return (
    <>
      {statements.map((one, k) => (
        <span key={one.id}>
          {k > 0 && '; '}
          <a href={`#source/${one.id}`}>{one.id}</a>
          {one.gist !== undefined && ` ${one.gist}`}
        </span>
      ))}
    </>
  );
}
