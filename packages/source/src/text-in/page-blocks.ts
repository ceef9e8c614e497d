import { elementNode, type PageNode, textNode, walk } from './page-node.ts';
import { paragraph } from './paragraph.ts';

const names = (list: string) => new Set(list.split(' '));

/** Elements that begin and end a paragraph. */
const blocks = names(
  'ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL',
);

/** Elements that hold no words of the text: machinery, controls, navigation, captions. */
const unread = names(
  'ASIDE AUDIO BUTTON CANVAS DATALIST DIALOG EMBED FIGCAPTION FOOTER FORM HEAD IFRAME INPUT MAP MATH MENU METER NAV NOFRAMES NOSCRIPT OBJECT OPTION PROGRESS SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO',
);

/** The paragraphs of a part of a page, in its order. Headings, list items and rows of a table are paragraphs too. */
export function pageBlocks(root: PageNode): string[] {
  const found: string[] = [];
  let parts: string[] = [];
  let breaks = 0;
  const close = () => {
    const text = paragraph(parts.join(''));
    if (text !== '') found.push(text);
    parts = [];
    breaks = 0;
  };
  walk(
    root,
    (node) => {
      if (node.nodeType === textNode) {
        const text = node.nodeValue ?? '';
        parts.push(text);
        if (/\S/.test(text)) breaks = 0;
        return false;
      }
      if (node.nodeType !== elementNode) return node === root;
      const name = node.nodeName.toUpperCase();
      if (node !== root && (unread.has(name) || node.getAttribute?.('hidden') != null)) {
        if (name !== 'BUTTON') parts.push(' ');
        return false;
      }
      if (name === 'BR') {
        // Two line breaks make a paragraph on many an old page.
        if (++breaks > 1) close();
        else parts.push(' ');
        return false;
      }
      if (blocks.has(name)) close();
      if (name === 'TD' || name === 'TH') parts.push(' ');
      return true;
    },
    (node) => {
      if (node.nodeType === elementNode && blocks.has(node.nodeName.toUpperCase())) close();
    },
  );
  close();
  return found;
}
