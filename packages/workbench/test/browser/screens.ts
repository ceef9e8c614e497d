/** Every screen of the page, by its place in the address. */
export const screens = ['answers', 'source', 'model', 'map', 'evidence', 'report', 'start'] as const;
