import { button, element } from '../panel/element.ts';
import { saved } from '../panel/save.ts';
import { painted } from './paint.ts';

/** Under every picture: save it, as it is drawn or as points. */
export function offerPictures(page: ParentNode): void {
  for (const figure of page.querySelectorAll('figure')) {
    const svg = figure.querySelector('svg');
    if (!svg || figure.nextElementSibling?.classList.contains('cut')) continue;
    const title = svg.querySelector('title')?.textContent ?? 'the picture';
    const name = (svg.getAttribute('aria-labelledby') ?? 'figure').split('-t ')[0]!;
    figure.after(
      element(
        'p',
        { class: 'cut small' },
        button('SVG', () => void saved(`${name}.svg`, 'svg', svg.outerHTML), {
          'aria-label': `Save as SVG: ${title}`,
        }),
        button('PNG', () => void png(svg, name), { 'aria-label': `Save as PNG: ${title}` }),
      ),
    );
  }
}

async function png(svg: SVGSVGElement, name: string): Promise<void> {
  const canvas = painted(svg, 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob) await saved(`${name}.png`, 'png', blob);
}
