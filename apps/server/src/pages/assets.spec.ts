import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageAssets } from './assets';

const css = ['page.css', 'work.css'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');

describe('stylesheet and fonts of the pages', () => {
  it('are named by their content, so that they may be kept for ever', () => {
    for (const path of pageAssets().all.keys()) expect(path).toMatch(/^\/pages\/[a-z0-9-]+\.[0-9a-f]{16}\.(css|woff2)$/);
  });

  it('ask a phone for what it already has before anything is downloaded', () => {
    const { stylesheet, all } = pageAssets();
    const rules = stylesheet.content.toString().match(/@font-face\{[^}]+\}/g) ?? [];
    expect(rules).toHaveLength(all.size - 2);
    for (const rule of rules) {
      expect(rule).toMatch(/font-display:swap;src:local\(/);
      expect(all.has(/url\("([^"]+)"\)/.exec(rule)?.[1] ?? '')).toBe(true);
    }
  });

  it('load nothing from anywhere else', () => {
    const { stylesheet, workStylesheet } = pageAssets();
    expect(stylesheet.content.toString() + workStylesheet.content.toString()).not.toMatch(/https?:|@import|\/\//);
  });

  it('serve both directions with one set of rules', () => {
    expect(css).not.toMatch(/(margin|padding|border)-(left|right)|(^|[\s;{])(left|right)\s*:|text-align:\s*(left|right)|float:/m);
  });

  it('stretch, slant and space no script that joins its letters', () => {
    expect(css).not.toMatch(/italic|justify;/);
    expect(css.match(/letter-spacing: [^i]/g)).toHaveLength(1);
  });
});
