import { useMemo } from 'react';
import { download } from '../../keep/file.ts';
import { parsed } from './parsed.ts';

type Drawn = {
  readonly title: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
};

/** Every picture of the report, to be saved by itself: it says inside what it shows, under which condition, and that it is no forecast. */
export function Figures({ html }: { readonly html: string }) {
  const figures = useMemo(() => figuresIn(html), [html]);
  if (figures.length === 0) return null;
  return (
    <details className="figures">
      <summary>{figures.length} pictures, each as SVG or PNG</summary>
      <ul>
        {figures.map((one, k) => {
          const name = `figure-${k + 1}`;
          return (
            <li key={`${name} ${one.title}`}>
              {one.title}{' '}
              <button type="button" onClick={() => download(`${name}.svg`, one.svg, 'image/svg+xml')}>
                SVG<span className="hidden">: {one.title}</span>
              </button>{' '}
              <button type="button" onClick={() => void savePng(name, one)}>
                PNG<span className="hidden">: {one.title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function figuresIn(html: string): readonly Drawn[] {
  return [...parsed(html).body.querySelectorAll('figure svg')].map((svg) => ({
    title: svg.querySelector('title')?.textContent ?? 'A picture',
    svg: new XMLSerializer().serializeToString(svg),
    width: Number(svg.getAttribute('width')),
    height: Number(svg.getAttribute('height')),
  }));
}

/** Twice as fine as on the screen, on white. */
async function savePng(name: string, { svg, width, height }: Drawn): Promise<void> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const drawing = canvas.getContext('2d')!;
    drawing.fillStyle = '#fff';
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) download(`${name}.png`, blob, 'image/png');
  } finally {
    URL.revokeObjectURL(url);
  }
}
