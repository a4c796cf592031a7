import type { Locator, Page } from 'playwright-core';

/** How somebody uses a screen: the same journey is made with each. */
export interface Hand {
  press(target: Locator): Promise<void>;
  /** Ticks what is not ticked already. */
  tick(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** Types into a field with suggestions, or opens one without, and takes an option. */
  choose(target: Locator, option: RegExp, typed?: string): Promise<void>;
  /** One of several of which one holds: a radio, or a tab. */
  pick(one: Locator): Promise<void>;
  /** Something of a menu or a list that is open, or of what the finder found. */
  take(item: Locator): Promise<void>;
}

/** A mouse, or a finger. */
export const pointer = (page: Page): Hand => ({
  press: (target) => target.click(),
  tick: (target) => target.check(),
  write: (target, text) => target.fill(text),
  choose: async (target, option, typed) => {
    if (typed === undefined) await target.click();
    else await target.fill(typed);
    await page.getByRole('option', { name: option }).first().click();
  },
  pick: async (one) => {
    // A radio itself is out of sight; people press its words.
    const words = page.locator(`label[for="${await one.getAttribute('id')}"]`);
    await ((await words.count()) > 0 ? words : one).click();
  },
  take: (item) => item.click(),
});

/** More than any screen has places to stop at. */
const MOST_STOPS = 400;
const MOST_OPTIONS = 60;

/** Nothing but the keys that everybody has: Tab to get there, Enter, the space bar and arrows. */
export const keyboard = (page: Page): Hand => {
  const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
  const reach = async (target: Locator, state: 'visible' | 'attached' = 'visible'): Promise<void> => {
    await target.waitFor({ state });
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await hasFocus(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way by Tab to ${target}`);
  };
  /** Presses an arrow until what is meant holds. */
  const step = async (arrow: string, isThere: () => Promise<boolean>, what: string): Promise<void> => {
    for (let options = 0; options < MOST_OPTIONS; options++) {
      if (await isThere()) return;
      await page.keyboard.press(arrow);
    }
    throw new Error(`no way by arrows to ${what}`);
  };
  const isChosen = async (option: RegExp): Promise<boolean> => {
    const chosen = page.locator('[role="option"][data-combobox-selected]');
    return (await chosen.count()) > 0 && option.test(((await chosen.first().textContent()) ?? '').trim());
  };
  const write = async (target: Locator, text: string): Promise<void> => {
    await reach(target);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  return {
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    tick: async (target) => {
      await reach(target);
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
    write,
    choose: async (target, option, typed) => {
      if (typed === undefined) {
        await reach(target);
        if (!(await page.getByRole('option').first().isVisible())) await page.keyboard.press('ArrowDown');
      } else {
        await write(target, '');
        await page.keyboard.type(typed);
      }
      await page.getByRole('option', { name: option }).first().waitFor();
      await step('ArrowDown', () => isChosen(option), `${option}`);
      await page.keyboard.press('Enter');
    },
    pick: async (one) => {
      // Tab stops at a group once, at the one that holds; of a radio only its words are in sight.
      const group = one.locator('xpath=ancestor::*[@role="radiogroup" or @role="tablist"][1]');
      await reach(group.locator('input:checked, [aria-selected="true"]'), 'attached');
      await step('ArrowRight', () => hasFocus(one), `${one}`);
    },
    take: async (item) => {
      await item.waitFor();
      // In a menu the focus moves; in a list and in the finder it stays where one types.
      const isMarked = (): Promise<boolean> => item.evaluate(({ dataset }) => dataset.selected !== undefined || dataset.comboboxSelected !== undefined);
      await step('ArrowDown', async () => (await hasFocus(item)) || (await isMarked()), `${item}`);
      await page.keyboard.press('Enter');
    },
  };
};
