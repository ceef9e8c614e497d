import { sha256 } from '@demarche/case';
import { html, type Markup, trusted } from './markup.ts';
import { style } from './style.ts';

/** A script that the page runs, and what it reads: both stand in the page. */
export type Live = {
  /** A classic script in ASCII, which holds no end tag. */
  readonly script: string;
  /** Plain data; the script finds it as JSON under the id `demarche`. */
  readonly data: unknown;
};

/** Where a page keeps its data. */
export const dataTag = '<script type="application/json" id="demarche">';

/** A whole page around its header, main part and footer: one file, no network, and no script but the one that its policy names. */
export function documentOf(title: string, skip: string, body: Markup, live?: Live): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policyOf(live)}">
<meta name="referrer" content="no-referrer"><meta name="generator" content="demarche">
${html`<title>${title}</title>`.html}<style>${trusted(style).html}</style></head>
<body><a class="skip" href="#main">${html`${skip}`.html}</a>
${body.html}
${live ? `${dataTag}${dataText(live.data)}</script>\n<script>${live.script}</script>\n` : ''}</body></html>
`;
}

/** Nothing is let in; of scripts the one whose hash is named, and a worker of its own text. */
function policyOf(live: Live | undefined): string {
  const scripts = live ? ` script-src 'sha256-${base64(sha256(live.script))}'; worker-src blob:;` : '';
  return `default-src 'none';${scripts} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}

function base64(hex: string): string {
  return btoa(String.fromCharCode(...hex.match(/../g)!.map((byte) => Number.parseInt(byte, 16))));
}

/** JSON in which no tag can begin or end, so that whatever it says stays data. */
function dataText(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
