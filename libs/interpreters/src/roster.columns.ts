import { csvOf } from '@dragoman/kernel';

/**
 * One line a language; the lines of one email address are one person, whose other cells are said once or the same each time.
 * An empty cell says nothing: of somebody known it changes nothing, of somebody new the usual holds where there is one.
 */
export const rosterColumns = [
  'email',
  'display_name',
  'gender',
  'serves',
  'phone',
  'zone',
  'latitude',
  'longitude',
  'radius_km',
  'transport',
  'modalities',
  'roles',
  'daily_cap_minutes',
  'hourly_rate',
  'weekly_hours',
  'language',
  'language_name',
  'other_language',
  'direction',
  'credential',
  'credential_body',
  'credential_level',
  'credential_expires_on',
  'scope',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** About the person; the others are about the language of the line. */
export const personColumns = rosterColumns.slice(0, rosterColumns.indexOf('language'));

export const neededColumns: readonly RosterColumn[] = ['email', 'language', 'language_name'];

const nothing = Object.fromEntries(rosterColumns.map((column) => [column, ''])) as Record<RosterColumn, string>;

/** A made-up interpreter with two languages, to be written over. */
export const rosterTemplate = (): string =>
  csvOf(rosterColumns, [
    {
      ...nothing,
      email: 'hiba.elamin@example.org',
      display_name: 'Hiba Elamin',
      gender: 'woman',
      serves: 'woman',
      phone: '07700 900101',
      zone: 'Europe/London',
      latitude: '51.5463',
      longitude: '-0.0554',
      radius_km: '25',
      transport: 'public',
      modalities: 'in-person; video; phone',
      roles: 'interpreter',
      daily_cap_minutes: '360',
      hourly_rate: '38.00',
      weekly_hours: 'Mon-Fri 09:00-17:00; Sat 10:00-13:00',
      language: 'apd',
      language_name: 'Sudanese Arabic',
      other_language: 'eng',
      direction: 'both',
      credential: 'DPSI Health',
      credential_body: 'CIOL Qualifications',
      credential_level: 'Level 6',
      credential_expires_on: '2027-05-01',
      scope: 'health; mental-health',
    },
    { ...nothing, email: 'hiba.elamin@example.org', language: 'fvr', language_name: 'Fur', other_language: 'apd', direction: 'both' },
  ]);
