import { inField, Invalid, isZone, type Point, telephone } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

/** How an appointment is held. */
export type Modality = 'in-person' | 'video' | 'phone';
/** How somebody works: signing on a screen is asked for by itself. */
export type WayOfWorking = Modality | 'sign-video';
export type InterpreterRole = 'interpreter' | 'cultural-mediator' | 'advocate' | 'peer-navigator' | 'deaf-relay';
/** Whom a patient may ask for. */
export type GenderRequest = 'woman' | 'man';
export type Transport = 'walk' | 'bicycle' | 'public' | 'car';
export type InterpreterGender = 'woman' | 'man' | 'another' | 'not-said';

export interface InterpreterDescription {
  displayName: string;
  gender: InterpreterGender;
  /** As a person writes it. */
  phone: string;
  email: string;
  zone: string;
  /** Left out: stays where it is. */
  home?: Point | undefined;
  radiusKm: number;
  transport: Transport;
  modalities: readonly WayOfWorking[];
  /** Pence. */
  hourlyRate: number;
  /** Left out: an interpreter and nothing else. */
  roles?: readonly InterpreterRole[] | undefined;
  /** The requests that this person serves, by their own word; left out: those for their gender. */
  servesRequests?: readonly GenderRequest[] | undefined;
  /** Minutes of interpreting on one day of their own calendar; left out or null: no limit. */
  dailyCapMinutes?: number | null | undefined;
}

/** @throws Invalid `not-a-phone-number`, `landline`. */
export const mobileNumber = (text: string): string => {
  const { number, line } = telephone(text);
  if (line === 'landline')
    throw new Invalid('landline', 'Offers go out by text message: give a mobile number, not a landline.');
  return number;
};

const emailAddress = (text: string): string => {
  const address = text.trim().toLowerCase();
  if (!z.email().safeParse(address).success) throw new Invalid('not-an-email-address', 'This is not an email address.');
  return address;
};

/** Somebody who interprets, for whichever organisation books. The home point leaves this lib only as facts for matching. */
@Entity({ schema: 'interpreters', name: 'interpreters' })
export class Interpreter {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text', name: 'display_name' })
  displayName: string;

  @Column({ type: 'text' })
  gender: InterpreterGender;

  /** E.164. */
  @Column({ type: 'text' })
  phone: string;

  /** Lower case. */
  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  zone: string;

  /** With the longitude, the home; null only for somebody who comes through an agency. */
  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  /** Whose word they are booked on; null: their own. */
  @Column({ type: 'uuid', name: 'agency_id', nullable: true })
  agencyId: string | null;

  @Column({ type: 'double precision', name: 'radius_km' })
  radiusKm: number;

  @Column({ type: 'text' })
  transport: Transport;

  @Column({ type: 'text', array: true })
  modalities: WayOfWorking[];

  /** Pence. */
  @Column({ type: 'int', name: 'hourly_rate' })
  hourlyRate: number;

  @Column({ type: 'text', array: true })
  roles: InterpreterRole[];

  @Column({ type: 'text', array: true, name: 'serves_requests' })
  servesRequests: GenderRequest[];

  @Column({ type: 'int', name: 'daily_cap_minutes', nullable: true })
  dailyCapMinutes: number | null;

  @Column({ type: 'boolean' })
  active: boolean;

  /** Counts what was saved, so that two people who edit at once notice each other. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** @throws Invalid `not-a-phone-number`, `landline`, `not-an-email-address`, `unknown-zone`. */
  describe(said: InterpreterDescription): void {
    const phone = inField('phone', () => mobileNumber(said.phone));
    const email = inField('email', () => emailAddress(said.email));
    if (!isZone(said.zone)) throw new Invalid('unknown-zone', `There is no time zone "${said.zone}".`, { path: 'zone' });
    const { displayName, gender, zone, radiusKm, transport, hourlyRate, dailyCapMinutes = null } = said;
    const once = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
    Object.assign(this, { displayName: displayName.trim(), gender, zone, radiusKm, transport, hourlyRate, dailyCapMinutes });
    const servesRequests = said.servesRequests ?? (gender === 'woman' || gender === 'man' ? [gender] : []);
    Object.assign(this, { modalities: once(said.modalities), roles: once(said.roles ?? ['interpreter']), servesRequests: once(servesRequests) });
    Object.assign(this, { phone, email }, said.home);
  }
}
