/** What is used of a page's tree, whichever library built it. */
export type PageNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  readonly getAttribute?: (name: string) => string | null;
};

export const elementNode = 1;
export const textNode = 3;

/** Nodes below a root in the order of the page, entered and left; a node that `enter` answers with false is not gone into. */
export function walk(
  root: PageNode,
  enter: (node: PageNode) => boolean,
  leave: (node: PageNode) => void = () => {},
): void {
  // Not by recursion: a page may be as deep as whoever wrote it likes.
  let at: PageNode | null = root;
  while (at) {
    const inside: PageNode | null = enter(at) ? at.firstChild : null;
    if (inside) {
      at = inside;
      continue;
    }
    leave(at);
    while (at !== root && !at.nextSibling) {
      at = at.parentNode;
      if (!at) return;
      leave(at);
    }
    if (at === root) return;
    at = at.nextSibling;
  }
}

/** How many elements there are, and how deep in one another. */
export function sizeOf(root: PageNode): { readonly elements: number; readonly depth: number } {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  walk(
    root,
    ({ nodeType }) => {
      if (nodeType === elementNode) elements++;
      deepest = Math.max(deepest, ++depth);
      return true;
    },
    () => {
      depth--;
    },
  );
  return { elements, depth: deepest };
}
