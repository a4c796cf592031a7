import type { DomainEvent } from '@dragoman/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { profileChanged } from './patient.events';
import type { ContactFormat, ContactSafety, DaysToAvoid, GenderWish, InterpreterWishes, NeedFlag, ProfilePost, RoleBeside, SafeHours, UnidentifiedLanguage } from './profile';
import { searchText } from './search-text';

export interface PatientDescription {
  name: string;
  recordNumber: string | null;
  needsInterpreter: NeedFlag;
  /** A required wish is lifted only here, by going through the profile with the patient; no booking can. */
  genderWish: GenderWish | null;
  interpreterWishes: Pick<InterpreterWishes, 'avoidsLocalArea' | 'avoidsCommunity' | 'roleBeside'>;
  safeHours: SafeHours | null;
  /** IANA; null or left out: that of the place they come to. */
  zone?: string | null | undefined;
  /** Left out: none. */
  post?: ProfilePost | null | undefined;
  /** In their order; left out: that of the channels. */
  formats?: readonly ContactFormat[] | undefined;
  /** Left out: none. */
  daysToAvoid?: DaysToAvoid | undefined;
  dawnClock: boolean;
  /** Nobody knows yet what they speak. */
  unidentified: UnidentifiedLanguage | null;
}

/** Somebody whom a clinic looks after. Two people of one name are two people. */
@Entity({ schema: 'patients', name: 'patients' })
export class Patient {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'search_text' })
  searchText: string;

  @Column({ type: 'text', name: 'record_number', nullable: true })
  recordNumber: string | null;

  @Column({ type: 'text', name: 'needs_interpreter' })
  needsInterpreter: NeedFlag;

  @Column({ type: 'text', name: 'wish_gender', nullable: true })
  wishGender: GenderWish['gender'] | null;

  @Column({ type: 'text', name: 'wish_strength', nullable: true })
  wishStrength: GenderWish['strength'] | null;

  @Column({ type: 'boolean', name: 'avoids_local_area' })
  avoidsLocalArea: boolean;

  @Column({ type: 'boolean', name: 'avoids_community' })
  avoidsCommunity: boolean;

  @Column({ type: 'text', name: 'role_beside', nullable: true })
  roleBeside: RoleBeside | null;

  @Column({ type: 'time', name: 'safe_from', nullable: true })
  safeFrom: string | null;

  @Column({ type: 'time', name: 'safe_to', nullable: true })
  safeTo: string | null;

  @Column({ type: 'text', nullable: true })
  zone: string | null;

  @Column({ type: 'text', array: true, name: 'post_lines', nullable: true })
  postLines: string[] | null;

  @Column({ type: 'text', name: 'post_country', nullable: true })
  postCountry: string | null;

  @Column({ type: 'text', name: 'post_safety', nullable: true })
  postSafety: ContactSafety | null;

  @Column({ type: 'text', array: true })
  formats: ContactFormat[];

  @Column({ type: 'jsonb', name: 'days_to_avoid' })
  daysToAvoid: DaysToAvoid;

  @Column({ type: 'text', name: 'page_code_hash', nullable: true })
  pageCodeHash: string | null;

  /** Also told the time as people count it from dawn. */
  @Column({ type: 'boolean', name: 'dawn_clock' })
  dawnClock: boolean;

  /** When it was first written down that nobody knows what they speak. */
  @Column({ type: 'timestamptz', name: 'unidentified_since', nullable: true })
  unidentifiedSince: Date | null;

  @Column({ type: 'text', name: 'unidentified_country', nullable: true })
  unidentifiedCountry: string | null;

  @Column({ type: 'text', name: 'unidentified_hint', nullable: true })
  unidentifiedHint: string | null;

  @Column({ type: 'timestamptz', name: 'profile_confirmed_at' })
  profileConfirmedAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** Takes over what the patient said today. */
  confirm(said: PatientDescription, now: Date): DomainEvent {
    this.name = said.name.trim();
    this.recordNumber = said.recordNumber?.trim() || null;
    this.searchText = searchText(this.name, this.recordNumber);
    this.needsInterpreter = said.needsInterpreter;
    this.wishGender = said.genderWish?.gender ?? null;
    this.wishStrength = said.genderWish?.strength ?? null;
    this.avoidsLocalArea = said.interpreterWishes.avoidsLocalArea;
    this.avoidsCommunity = said.interpreterWishes.avoidsCommunity;
    this.roleBeside = said.interpreterWishes.roleBeside;
    this.safeFrom = said.safeHours?.from ?? null;
    this.safeTo = said.safeHours?.to ?? null;
    this.zone = said.zone ?? null;
    this.postLines = said.post ? [...said.post.lines] : null;
    this.postCountry = said.post?.country ?? null;
    this.postSafety = said.post?.safety ?? null;
    this.formats = [...(said.formats ?? [])];
    this.daysToAvoid = said.daysToAvoid ?? { weekdays: [], spans: [] };
    this.dawnClock = said.dawnClock;
    this.unidentifiedSince = said.unidentified ? (this.unidentifiedSince ?? now) : null;
    this.unidentifiedCountry = said.unidentified?.country ?? null;
    this.unidentifiedHint = said.unidentified?.hint?.trim() || null;
    return this.confirmUnchanged(now);
  }

  /** What was said before still holds. */
  confirmUnchanged(now: Date): DomainEvent {
    this.profileConfirmedAt = now;
    return profileChanged({ organisationId: this.organisationId, patientId: this.id });
  }
}
