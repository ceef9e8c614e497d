import { useDocument } from '../document/use-document.ts';
import { chooseNewFile, download, filesInPlace } from '../keep/file.ts';
import { useSession } from '../session/use-session.ts';
import { useBlind } from '../view/blind.ts';
import { version } from '../view/version.ts';
import { openKeys } from './Keys.tsx';
import { ThemePicker } from './ThemePicker.tsx';
import { lookRound } from './tour-state.ts';

/** What is not needed all the time: files, names hidden, colours, help. */
export function Menu() {
  const { now } = useDocument();
  const { open } = useSession();
  const [blind, setBlind] = useBlind();
  const close = () => document.getElementById('menu')?.hidePopover();
  const then = (work: () => void) => () => {
    close();
    work();
  };
  return (
    <>
      <button type="button" className="menu-button" popoverTarget="menu" aria-label="Menu">
        <span aria-hidden="true">☰</span>
      </button>
      <section id="menu" popover="auto" className="menu" aria-label="Menu">
        {filesInPlace && (
          <button
            type="button"
            onClick={then(() => void chooseNewFile(now.text).then((place) => place && open(place)))}
          >
            Save as a file …
          </button>
        )}
        <button type="button" onClick={then(() => download('case.yaml', now.text))}>
          Download the case
        </button>
        <button
          type="button"
          onClick={then(() => {
            location.hash = 'start';
          })}
        >
          Another case …
        </button>
        <hr />
        <label>
          <input type="checkbox" checked={blind} onChange={(event) => setBlind(event.target.checked)} /> Hide
          names: Party A, Party B, …
        </label>
        <p>
          Colours <ThemePicker />
        </p>
        <hr />
        <button type="button" onClick={then(lookRound)}>
          Look round
        </button>
        <button type="button" onClick={then(openKeys)}>
          Keys <kbd>?</kbd>
        </button>
        <p className="small">demarche {version}. Everything is computed on this machine.</p>
      </section>
    </>
  );
}
