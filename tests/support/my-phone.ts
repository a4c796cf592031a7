import type { Page } from 'playwright-core';
import { type Desk, until } from './desk';

/** The newest six digits on a phone or in a mailbox of the simulator. */
const codesOn = async (desk: Desk, address: string): Promise<string[]> => {
  const { phones } = await desk.phones();
  const messages = phones.filter((phone) => phone.address === address).flatMap((phone) => phone.messages.filter(({ direction }) => direction === 'out'));
  return messages.flatMap(({ body }) => /#(\d{6})/.exec(body)?.[1] ?? []);
};

/** Signs in as an interpreter does: by a code to their phone. */
export const signInByCode = async (page: Page, desk: Desk, phone: string): Promise<void> => {
  const before = (await codesOn(desk, phone)).length;
  await page.getByRole('textbox', { name: 'Your mobile number or email' }).fill(phone);
  await page.keyboard.press('Enter');
  const digits = page.getByRole('textbox', { name: 'The six digits' });
  await digits.waitFor();
  const codes = await until(async () => {
    const all = await codesOn(desk, phone);
    return all.length > before && all;
  }, `a code on ${phone}`);
  await digits.fill(codes.at(-1) ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Offers', level: 1 }).waitFor();
};

/** The app starts without network from now on. */
export const workerReady = (page: Page): Promise<void> => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
