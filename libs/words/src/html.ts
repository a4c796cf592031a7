import type { Direction } from './text';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const ISOLATES: Readonly<Record<string, string>> = { '\u2066': '<bdi dir="ltr">', '\u2068': '<bdi dir="auto">', '\u2069': '</bdi>' };

/** Plain text as a message has it, with elements in the place of Unicode isolates, which some mail programs show as boxes. */
export const textHtml = (text: string): string =>
  escaped(text)
    .replace(/[\u2066\u2068\u2069]/g, (control) => ISOLATES[control] ?? '')
    .replaceAll('\n', '<br>');

export const buttonHtml = ({ label, url }: { label: string; url: string }): string =>
  `<p><a href="${escaped(url)}" style="display:inline-block;padding:14px 22px;border-radius:8px;background:#09635F;color:#fff;text-decoration:none">${escaped(label)}</a></p>`;

/** A whole mail. It loads nothing from anywhere, so that opening it tells nobody. */
export const mailHtml = ({ lang, dir }: { lang: string; dir: Direction }, ...blocks: readonly string[]): string =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>` +
  `<body style="margin:16px;font:18px/1.6 system-ui,sans-serif;color:#1B2430;background:#fff;overflow-wrap:anywhere">${blocks.join('')}</body></html>`;
