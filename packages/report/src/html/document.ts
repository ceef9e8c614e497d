import { html, type Markup, trusted } from './markup.ts';
import { style } from './style.ts';

/** A whole page around its header, main part and footer: one file, no network, no script. */
export function documentOf(title: string, skip: string, body: Markup): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="generator" content="demarche">
${html`<title>${title}</title>`.html}<style>${trusted(style).html}</style></head>
<body><a class="skip" href="#main">${html`${skip}`.html}</a>
${body.html}
</body></html>
`;
}
