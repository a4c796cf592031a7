import { Changes, DirectBooking, GivingBack, OfferWithdrawal } from '@dragoman/bookings';
import { filling, searching } from '../../../tests/support/searches';
import { Search } from './search.entity';

const { here, decide, interpreters, goTo, settle, open, searchOf, decline, accept } = searching();

describe('a search that staff begin on the booking', () => {
  it('begins once on a double click, and again after it came to nothing, without asking those who said no', async () => {
    const [first = ''] = await interpreters(2);
    const booking = await here.stand.aBooking(here.clinic);
    await Promise.all([here.searches.start(here.clinic.staff, booking, 'waves'), here.searches.start(here.clinic.staff, booking, 'waves')]);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ round: 1, wave: 1 });
    await decline(booking, first);
    const [, other] = await here.stand.offersOf(booking);
    const stays = (await here.stand.offersOf(booking)).find(({ state }) => state === 'open') ?? other;
    await here.stand.nest.get(OfferWithdrawal, { strict: false }).withdraw(here.clinic.staff, booking, stays?.id ?? '');
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left' });
    await here.searches.start(here.clinic.staff, booking, 'waves');
    await settle();
    expect(await open(booking)).toEqual([stays?.interpreterId]);
  });

  it('is refused once somebody is booked', async () => {
    const [own = ''] = await interpreters(1);
    const booking = await here.stand.aBooking(here.clinic);
    await here.stand.nest.get(DirectBooking, { strict: false }).assign(here.clinic.staff, booking, { interpreterId: own, agreed: 'by-phone', conflict: 'not-asked' });
    await expect(here.searches.start(here.clinic.staff, booking, 'waves')).rejects.toMatchObject({ kind: 'conflict', code: 'booking-state' });
  });

  it('is not there for the staff of another organisation', async () => {
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    const { staff } = await here.stand.aClinic();
    await expect(here.searches.pause(staff, booking)).rejects.toMatchObject({ code: 'booking-not-found' });
    expect(await here.stand.database.read(staff, (tx) => tx.count(Search))).toBe(0);
  });
});

describe('a job that was given back', () => {
  const giveBack = async (booking: string, interpreterId: string): Promise<void> => {
    const offer = (await here.stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId && one.state === 'accepted');
    await here.stand.nest.get(GivingBack, { strict: false }).giveBack({ kind: 'interpreter', interpreterId }, offer?.id ?? '', null);
  };

  it('is searched for again at once, the same way, and never offered to whoever gave it back', async () => {
    await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    const [winner = ''] = await open(booking);
    await accept(booking, winner);
    await settle();
    await giveBack(booking, winner);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'running', round: 2, wave: 1 });
    expect(await open(booking)).toHaveLength(2);
    expect(await open(booking)).not.toContain(winner);
    await goTo('2026-11-26T09:42:00Z');
    expect(await open(booking)).not.toContain(winner);
  });

  it('that was filled by hand is searched for as the organisation decided for that', async () => {
    const [first = ''] = await interpreters(3);
    const booking = await here.stand.aBooking(here.clinic, { offerTo: [first] });
    await accept(booking, first);
    await settle();
    await giveBack(booking, first);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ way: 'waves', state: 'running' });
    await decide({ filling: { ...filling, afterGivenBack: 'by-hand' } });
    const [second = ''] = await interpreters(1);
    const byHand = await here.stand.aBooking(here.clinic, { date: '2026-12-04', offerTo: [second] });
    await accept(byHand, second);
    await giveBack(byHand, second);
    await settle();
    expect(await searchOf(byHand)).toBeUndefined();
  });
});

describe('an appointment that is moved while it searches', () => {
  it('is searched for anew: whoever said no to the other time is asked again', async () => {
    const all = await interpreters(2);
    const booking = await here.stand.aBooking(here.clinic, { fill: 'waves' });
    await settle();
    for (const id of await open(booking)) await decline(booking, id);
    await settle();
    expect(await searchOf(booking)).toMatchObject({ state: 'nobody-left' });
    here.stand.clock.set(new Date('2026-11-24T10:42:00Z'));
    await here.stand.nest.get(Changes, { strict: false }).change(here.clinic.staff, booking, { date: '2026-12-04' }, { revision: 'whatever-it-is' });
    await settle();
    expect((await open(booking)).sort()).toEqual([...all].sort());
    expect(await searchOf(booking)).toMatchObject({ state: 'running', round: 2 });
  });
});
