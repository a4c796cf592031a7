import type { Page } from 'playwright-core';
import { takePicture } from './browser';

/**
 * A journey is made of steps that follow from each other: what cannot be reached any more says so, and pictures show where it was stuck.
 * @param pages what is open then
 * @param within milliseconds for one step
 */
export const stepsOf = (journey: string, pages: () => readonly Page[], within = 60_000) => {
  let stuck: string | undefined;
  return (name: string, work: () => Promise<void>): void => {
    it(
      name,
      async () => {
        if (stuck !== undefined) throw new Error(`not reached: stuck at “${stuck}”`);
        stuck = name;
        await work().catch(async (error: unknown) => {
          for (const [n, page] of pages().entries()) await takePicture(page, `failed-${journey}${n === 0 ? '' : `-${n}`}`).catch(() => undefined);
          throw error;
        });
        stuck = undefined;
      },
      within,
    );
  };
};
