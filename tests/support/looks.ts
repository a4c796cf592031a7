import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { takePicture } from './browser';

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** On a page that grew meanwhile, by an answer that came late, a bar lay over something again: it is done anew. */
const onWholePage = async <T>(page: Page, work: () => Promise<T>): Promise<T> => {
  const shown = page.viewportSize();
  if (!shown) return work();
  try {
    for (let height = shown.height; ; ) {
      const whole = await heightOf(page);
      if (whole > height) await page.setViewportSize({ ...shown, height: (height = whole) });
      const done = await work();
      if ((await heightOf(page)) <= height) return done;
    }
  } finally {
    await page.setViewportSize(shown);
  }
};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds, asked of the page itself: its usual way carries everything it saw, also all that is well, to a blank page that it
 * opens for that, which took ten times as long on a page of many parts. The page itself is blind to frames, and we have none.
 */
const violationsOn = async (page: Page) => {
  if (page.frames().length > 1) throw new Error('This page has a frame, and axe would not look into it.');
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules).setLegacyMode();
  return (await axe.analyze()).violations;
};

/** Until letters have their font and nothing that moves is still on its way. */
const comeToRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });

/** How often something has begun to move on this page since it was first asked. */
const movementsOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const counting = window as { movements?: number };
    if (counting.movements === undefined) {
      counting.movements = 0;
      for (const begun of ['transitionrun', 'animationstart']) document.addEventListener(begun, () => (counting.movements = (counting.movements ?? 0) + 1), true);
    }
    return counting.movements;
  });

/** A note that closes by itself may do so at any time, and nobody has to read it while it fades. Something always moves on no page of ours. */
const MOST_LOOKS = 5;

const violationsAtRest = async (page: Page) => {
  for (let looks = 1; ; looks++) {
    const before = await movementsOn(page);
    await comeToRest(page);
    const violations = await onWholePage(page, () => violationsOn(page));
    if (violations.length === 0 || looks === MOST_LOOKS || (await movementsOn(page)) === before) return violations;
  }
};

/**
 * Leaves a picture for people to look at, and lets axe look at the same moment: WCAG 2.2 A and AA. Axe sees all of the page at once:
 * on a shorter screen a bar would lie over a part of something, another each time, that one only has to scroll to.
 * @param name of the picture: what is on it, and at which width
 */
export const look = async (page: Page, name: string): Promise<void> => {
  await comeToRest(page);
  await takePicture(page, name);
  const violations = await violationsAtRest(page);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 200)).join('\n    ')}`);
  if (found.length > 0) throw new Error(`axe on ${name}:\n  ${found.join('\n  ')}`);
};
