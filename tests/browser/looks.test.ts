import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { look } from '../support/looks';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);

afterAll(() => browser?.close());

const pageWith = async (words: string, script: string) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>Looks</title><style>#note { color: #000; transition: opacity 400ms cubic-bezier(0, 1, 0, 1) }</style></head>
     <body><main><h1>Looks</h1>${words}</main><script>${script}</script></body></html>`,
  );
  return page;
};

/** At the moment in which axe comes into the page, as a note that closes by itself may fade in any. */
const onceAxeIsThere = (work: string): string =>
  `let axe; Object.defineProperty(window, 'axe', { get: () => axe, set: (it) => { axe = it; ${work} } }); const at = (id) => document.getElementById(id);`;

it('what fades while axe is looking is looked at once it has gone', async () => {
  const page = await pageWith('<p id="note">Imported</p>', onceAxeIsThere(`const note = at('note'); if (note) { note.style.opacity = 0.2; note.ontransitionend = () => note.remove(); }`));
  await look(page, 'looks-fading');
  await page.close();
});

it('what stays hard to read is found, whatever moves meanwhile', async () => {
  const page = await pageWith('<p id="note">Imported</p><p id="words" style="color: #ccc">Imported</p>', onceAxeIsThere(`at('note').style.opacity = 0.9;`));
  await expect(look(page, 'looks-faded')).rejects.toThrow('color-contrast');
  await page.close();
});
