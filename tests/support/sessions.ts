import { randomUUID } from 'node:crypto';
import { Alternatives } from '@dragoman/bookings';
import type { Clinic, ClinicStand } from './clinic';

/** A booking that an interpreter accepted, and the offer behind which they say how it went. */
export interface Session {
  patientId: string;
  interpreter: string;
  booking: string;
  offerId: string;
}

interface When {
  patientId?: string;
  interpreter?: string;
  date?: string;
  time?: string;
}

export interface Sessions {
  /** Sudanese Arabic by an interpreter of it. */
  exact(when?: When): Promise<Session>;
  /** Levantine Arabic by an Egyptian interpreter, with the patient's consent. */
  close(when?: When): Promise<Session>;
}

export const interpreting = (varietyId: string) => ({ skills: [{ varietyId, credential: null, credentialExpiresOn: null }] });
const speaking = (varietyId: string) => ({ languages: [{ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self' } as const] });

/** @throws Error where nothing was offered to them. */
export const accept = async (stand: ClinicStand, booking: string, interpreter: string): Promise<string> => {
  const offer = (await stand.offersOf(booking)).find(({ interpreterId }) => interpreterId === interpreter);
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId: interpreter }, offer?.id ?? randomUUID());
  return offer?.id ?? '';
};

export const sessionsOf = (stand: ClinicStand, clinic: () => Clinic): Sessions => ({
  exact: async ({ date = '2026-12-03', time = '14:30', ...known } = {}) => {
    const patientId = known.patientId ?? (await stand.aPatient(clinic()));
    const interpreter = known.interpreter ?? (await stand.anInterpreter(clinic()));
    const booking = await stand.aBooking(clinic(), { patientId, date, time, offerTo: [interpreter] });
    return { patientId, interpreter, booking, offerId: await accept(stand, booking, interpreter) };
  },
  close: async ({ date = '2026-12-03', time = '14:30', ...known } = {}) => {
    const patientId = known.patientId ?? (await stand.aPatient(clinic(), speaking('apc')));
    const interpreter = known.interpreter ?? (await stand.anInterpreter(clinic(), interpreting('arz')));
    const alternatives = stand.nest.get(Alternatives, { strict: false });
    const where = { siteId: clinic().siteId, room: null, length: 40, modality: 'in-person', topic: 'general' } as const;
    const { alternativesId } = await alternatives.forAppointment(clinic().staff, { ...where, date, time, patientId, varietyId: 'apc' }, 'arz');
    const consents = [{ interpreterVariety: 'arz', how: 'exact-interpreter', alternativesId, standing: false }] as const;
    const booking = await stand.aBooking(clinic(), { patientId, varietyId: 'apc', date, time, consents, offerTo: [interpreter] });
    return { patientId, interpreter, booking, offerId: await accept(stand, booking, interpreter) };
  },
});
