import { inField, Invalid, isZone, type Point, telephone } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

export type Modality = 'in-person' | 'video' | 'phone';
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
  modalities: readonly Modality[];
  /** Pence. */
  hourlyRate: number;
}

const mobileNumber = (text: string): string => {
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

  @Column({ type: 'double precision' })
  latitude: number;

  @Column({ type: 'double precision' })
  longitude: number;

  @Column({ type: 'double precision', name: 'radius_km' })
  radiusKm: number;

  @Column({ type: 'text' })
  transport: Transport;

  @Column({ type: 'text', array: true })
  modalities: Modality[];

  /** Pence. */
  @Column({ type: 'int', name: 'hourly_rate' })
  hourlyRate: number;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** @throws Invalid `not-a-phone-number`, `landline`, `not-an-email-address`, `unknown-zone`. */
  describe(said: InterpreterDescription): void {
    const phone = inField('phone', () => mobileNumber(said.phone));
    const email = inField('email', () => emailAddress(said.email));
    if (!isZone(said.zone)) throw new Invalid('unknown-zone', `There is no time zone "${said.zone}".`, { path: 'zone' });
    const { displayName, gender, zone, radiusKm, transport, hourlyRate } = said;
    Object.assign(this, { displayName: displayName.trim(), gender, zone, radiusKm, transport, hourlyRate });
    Object.assign(this, { phone, email, modalities: [...new Set(said.modalities)] }, said.home);
  }
}
