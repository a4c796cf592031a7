import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn } from '../support/console';
import { type Way, ways, Worker } from '../support/workday';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
  for (const name of ['Zahra Karim', 'Maha Osman']) await stand.desk.addPatient({ name });
}, 120_000);

afterAll(() => stand?.close());

it.each(Object.keys(ways) as Way[])('whoever finds somebody is at their name afterwards, and whoever finds nobody is where they were (%s)', async (way) => {
  const context = await stand.browser.newContext({ ...ways[way].device, locale: 'en-GB', reducedMotion: 'reduce' });
  const me = new Worker(await context.newPage(), way);
  await me.page.goto(`${stand.server.url}/patients`);
  await signIn(me.page, stand.sign);
  try {
    const list = me.field('Search patients');
    await list.focus();
    const finder = await me.openFinder();
    await me.hand.write(finder.getByRole('textbox'), 'xqzwxq');
    await finder.getByText('Nobody and nothing by that name.').waitFor();
    await me.page.keyboard.press('Escape');
    await finder.waitFor({ state: 'detached' });
    await (way === 'keyboard' ? list : me.button(/^Find patient/)).and(me.page.locator(':focus')).waitFor();

    const goBy = async (name: string): Promise<void> => {
      await me.openFinder();
      await me.hand.write(finder.getByRole('textbox'), name);
      const found = finder.getByRole('button', { name: new RegExp(`^${name}`) });
      await found.waitFor();
      await me.hand.take(found);
      await finder.waitFor({ state: 'detached' });
      await me.arrive(new RegExp(name));
      // Also where the screen is there before the finder has gone, which would give the focus back.
      await me.page.evaluate(async () => {
        for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      });
      await me.arrive(new RegExp(name));
    };
    for (const name of ['Zahra', 'Maha', 'Zahra']) await goBy(name);
  } catch (error) {
    await takePicture(me.page, `failed-finder-focus-${way}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}, 60_000);
