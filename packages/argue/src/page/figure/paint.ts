/** A picture of the report on a canvas, as it looks where no style sheet reaches. Own code, so that the policy need let in no image. */
export function painted(svg: SVGSVGElement, scale: number): HTMLCanvasElement {
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  for (const child of svg.children) paint(pen, svg, child);
  return canvas;
}

function paint(pen: CanvasRenderingContext2D, svg: SVGSVGElement, shape: Element): void {
  pen.save();
  switch (shape.localName) {
    case 'g': {
      const [x = 0, y = 0] = numbers(shape.getAttribute('transform') ?? '');
      pen.translate(x, y);
      for (const child of shape.children) paint(pen, svg, child);
      break;
    }
    case 'text':
      write(pen, shape);
      break;
    case 'rect': {
      const path = new Path2D();
      path.roundRect(
        at(shape, 'x'),
        at(shape, 'y'),
        at(shape, 'width'),
        at(shape, 'height'),
        at(shape, 'rx'),
      );
      draw(pen, svg, shape, path);
      break;
    }
    case 'circle': {
      const path = new Path2D();
      path.arc(at(shape, 'cx'), at(shape, 'cy'), at(shape, 'r'), 0, 2 * Math.PI);
      draw(pen, svg, shape, path);
      break;
    }
    case 'line': {
      const path = new Path2D();
      path.moveTo(at(shape, 'x1'), at(shape, 'y1'));
      path.lineTo(at(shape, 'x2'), at(shape, 'y2'));
      draw(pen, svg, shape, path);
      break;
    }
    case 'path':
      draw(pen, svg, shape, new Path2D(shape.getAttribute('d') ?? ''));
      break;
    default:
  }
  pen.restore();
}

function draw(pen: CanvasRenderingContext2D, svg: SVGSVGElement, shape: Element, path: Path2D): void {
  const fill = shape.getAttribute('fill') ?? '#000';
  const stroke = shape.getAttribute('stroke') ?? 'none';
  const style = fill.startsWith('url(#') ? tile(pen, svg, fill.slice(5, -1)) : fill;
  if (style !== undefined && style !== 'none') {
    pen.globalAlpha = alpha(shape, 'fill-opacity');
    pen.fillStyle = style;
    pen.fill(path);
  }
  if (stroke === 'none') return;
  pen.globalAlpha = alpha(shape, 'stroke-opacity');
  pen.strokeStyle = stroke;
  pen.lineWidth = Number(shape.getAttribute('stroke-width') ?? 1);
  pen.setLineDash(numbers(shape.getAttribute('stroke-dasharray') ?? ''));
  pen.stroke(path);
}

/** The pattern of an id, drawn once into a small canvas. */
function tile(pen: CanvasRenderingContext2D, svg: SVGSVGElement, id: string): CanvasPattern | undefined {
  const pattern = svg.querySelector(`#${CSS.escape(id)}`);
  if (!pattern) return undefined;
  const fine = 4;
  const canvas = document.createElement('canvas');
  canvas.width = at(pattern, 'width') * fine;
  canvas.height = at(pattern, 'height') * fine;
  const inner = canvas.getContext('2d')!;
  inner.scale(fine, fine);
  for (const child of pattern.children) paint(inner, svg, child);
  const made = pen.createPattern(canvas, 'repeat') ?? undefined;
  made?.setTransform(new DOMMatrix().scale(1 / fine));
  return made;
}

function write(pen: CanvasRenderingContext2D, text: Element): void {
  const size = Number(text.getAttribute('font-size') ?? 13);
  pen.font = `${text.getAttribute('font-weight') ?? 400} ${size}px system-ui, sans-serif`;
  pen.fillStyle = text.getAttribute('fill') ?? '#000';
  const anchor = text.getAttribute('text-anchor');
  pen.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
  pen.fillText(text.textContent ?? '', at(text, 'x'), at(text, 'y'));
}

function at(shape: Element, name: string): number {
  return Number(shape.getAttribute(name) ?? 0);
}

function alpha(shape: Element, name: string): number {
  return Number(shape.getAttribute(name) ?? 1);
}

function numbers(text: string): number[] {
  return (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
}
