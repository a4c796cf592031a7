import type { AppointmentAhead } from '@dragoman/bookings';
import { Conflict, inZone, Stale } from '@dragoman/kernel';

const named = 3;

/** On the clocks on which it was agreed, whatever they say elsewhere. */
const whenOf = (localStart: string): string => inZone(new Date(`${localStart}Z`), 'UTC').setLocale('en-GB').toFormat('cccc d LLLL yyyy, HH:mm');

const listed = (appointments: readonly AppointmentAhead[]): string => {
  const shown = appointments.slice(0, named).map(({ reference, localStart }) => `${reference} on ${whenOf(localStart)}`);
  const more = appointments.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
};

const toCome = (appointments: readonly AppointmentAhead[]): string =>
  `${appointments.length === 1 ? '1 appointment is' : `${appointments.length} appointments are`} still to come here: ${listed(appointments)}.`;

const detailsOf = (appointments: readonly AppointmentAhead[]) => ({ appointments: appointments.map(({ bookingId, reference }) => ({ bookingId, reference })) });

export const siteChanged = () =>
  new Stale('site-changed', 'Somebody changed this site since you opened it. Nothing of yours was saved: look at what it is now, then change it.');

export const siteHasAppointments = (appointments: readonly AppointmentAhead[]) =>
  new Conflict('site-has-appointments', `${toCome(appointments)} Move or cancel them first; nothing was changed.`, detailsOf(appointments));

export const siteClocksAgreed = (appointments: readonly AppointmentAhead[]) =>
  new Conflict('site-clocks-agreed', `${toCome(appointments)} Their times were agreed on the clocks of this zone, so it stays. Nothing was changed.`, {
    path: 'zone',
    ...detailsOf(appointments),
  });
