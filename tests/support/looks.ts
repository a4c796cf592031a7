import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { takePicture } from './browser';

/**
 * Leaves a picture for people to look at, and lets axe look at the same moment: WCAG 2.2 A and AA.
 * @param name of the picture: what is on it, and at which width
 */
export const look = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
  await takePicture(page, name);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 200)).join('\n    ')}`);
  if (found.length > 0) throw new Error(`axe on ${name}:\n  ${found.join('\n  ')}`);
};
