import { cursorOf, readCursor } from '@dragoman/kernel';
import { hotRows, type ReadTx } from '@dragoman/platform';
import { noSuchPatient } from './patient.errors';
import type {
  CommunicationProfile,
  ContactChannel,
  ContactFormat,
  ContactSafety,
  DaysToAvoid,
  GenderWish,
  InterpreterWishes,
  NeedFlag,
  ProfileChannel,
  ProfileLanguage,
  ProfilePost,
  UnidentifiedLanguage,
} from './profile';
import { searchWords } from './search-text';

export const PAGE_SIZE = 50;
const BEFORE_EVERYBODY = ['', '00000000-0000-0000-0000-000000000000'];

export interface NamedLanguage extends ProfileLanguage {
  name: string;
  autonym: string | null;
}

export interface PatientDetail {
  id: string;
  organisationId: string;
  name: string;
  recordNumber: string | null;
  profile: Omit<CommunicationProfile, 'languages'> & { languages: NamedLanguage[] };
  /** Those whom the wishes name. */
  wished: WishedInterpreter[];
}

export interface WishedInterpreter {
  interpreterId: string;
  displayName: string;
  wish: 'wanted' | 'refused';
}

export interface PatientRow {
  id: string;
  name: string;
  recordNumber: string | null;
  needsInterpreter: NeedFlag;
  /** The first spoken or signed variety. */
  language: string | null;
  reads: string | null;
  channels: { channel: ContactChannel; safety: ContactSafety }[];
}

export interface ListQuery {
  search?: string | undefined;
  after?: string | undefined;
  /** A variety that they speak, sign or read. */
  language?: string | undefined;
  need?: NeedFlag | undefined;
  /** `none`: no channel is known. */
  contact?: 'none' | undefined;
  /** At most; by default a page. */
  limit?: number | undefined;
}

export interface PatientPage {
  items: PatientRow[];
  next: string | null;
}

interface DetailRow {
  id: string;
  organisationId: string;
  name: string;
  recordNumber: string | null;
  needsInterpreter: NeedFlag;
  wishGender: GenderWish['gender'] | null;
  wishStrength: GenderWish['strength'] | null;
  avoidsLocalArea: boolean;
  avoidsCommunity: boolean;
  roleBeside: InterpreterWishes['roleBeside'];
  wished: WishedInterpreter[];
  safeFrom: string | null;
  safeTo: string | null;
  zone: string | null;
  daysToAvoid: DaysToAvoid;
  formats: ContactFormat[];
  hasPageCode: boolean;
  dawnClock: boolean;
  unidentified: UnidentifiedLanguage | null;
  unidentifiedSince: Date | null;
  confirmedAt: Date;
  languages: NamedLanguage[];
  channels: ProfileChannel[];
  post: ProfilePost | null;
}

/** Dates inside JSON come as text. */
const channelOf = ({ ownWords, ...channel }: ProfileChannel): ProfileChannel => ({
  ...channel,
  ownWords: ownWords && { ...ownWords, writtenAt: new Date(ownWords.writtenAt) },
});

const detailOf = (row: DetailRow): PatientDetail => {
  const { id, organisationId, name, recordNumber, wishGender, wishStrength, safeFrom, safeTo, unidentified, unidentifiedSince, ...rest } = row;
  const { avoidsLocalArea, avoidsCommunity, roleBeside, wished, ...profile } = rest;
  const named = (wish: WishedInterpreter['wish']): string[] =>
    wished.filter((one) => one.wish === wish).map(({ interpreterId }) => interpreterId);
  return {
    id,
    organisationId,
    name,
    recordNumber,
    wished,
    profile: {
      ...profile,
      channels: profile.channels.map(channelOf),
      interpreterWishes: { wanted: named('wanted'), refused: named('refused'), avoidsLocalArea, avoidsCommunity, roleBeside },
      unidentified: unidentified && unidentifiedSince ? { ...unidentified, since: unidentifiedSince } : null,
      genderWish: wishGender && wishStrength ? { gender: wishGender, strength: wishStrength } : null,
      safeHours: safeFrom && safeTo ? { from: safeFrom, to: safeTo } : null,
    },
  };
};

/** By id. @throws NotFound `patient-not-found` unless every one is there and may be seen by this actor. */
export const patientDetails = async (tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, PatientDetail>> => {
  const wanted = new Set(ids);
  const rows = await hotRows<DetailRow>(tx, {
    name: 'patient-details',
    text: `select p.id, p.organisation_id as "organisationId", p.name, p.record_number as "recordNumber",
            p.needs_interpreter as "needsInterpreter", p.wish_gender as "wishGender", p.wish_strength as "wishStrength",
            p.avoids_local_area as "avoidsLocalArea", p.avoids_community as "avoidsCommunity", p.role_beside as "roleBeside",
            to_char(p.safe_from, 'HH24:MI') as "safeFrom", to_char(p.safe_to, 'HH24:MI') as "safeTo", p.zone, p.days_to_avoid as "daysToAvoid", p.formats,
            case when p.post_lines is not null then jsonb_build_object('lines', p.post_lines, 'country', p.post_country, 'safety', p.post_safety) end as post,
            case when p.unidentified_since is not null then jsonb_build_object('country', p.unidentified_country,
              'hint', p.unidentified_hint) end as unidentified, p.unidentified_since as "unidentifiedSince",
            p.page_code_hash is not null as "hasPageCode", p.dawn_clock as "dawnClock",
            p.profile_confirmed_at as "confirmedAt",
            (select coalesce(json_agg(json_build_object('varietyId', l.variety_id, 'role', l.role,
                      'enoughForDoctor', l.enough_for_doctor, 'learntHow', l.learnt_how, 'rank', l.rank,
                      'name', v.name_en, 'autonym', v.autonym) order by l.rank), '[]')
               from patients.languages l join languages.varieties v on v.id = l.variety_id
              where l.organisation_id = p.organisation_id and l.patient_id = p.id) as languages,
            (select coalesce(json_agg(json_build_object('channel', c.channel, 'address', c.address,
                      'safety', c.safety, 'rank', c.rank, 'voicemail', c.voicemail,
                      'isConfirmed', c.confirmed_at is not null,
                      'ownWords', case when c.own_words is not null then json_build_object('text', c.own_words,
                        'varietyId', c.own_words_variety, 'writtenBy', c.own_words_by, 'writtenAt', c.own_words_at) end) order by c.rank), '[]')
               from patients.channels c where c.organisation_id = p.organisation_id and c.patient_id = p.id) as channels,
            (select coalesce(json_agg(json_build_object('interpreterId', i.id, 'displayName', i.display_name, 'wish', w.wish)
                      order by i.display_name, i.id), '[]')
               from patients.interpreter_wishes w join interpreters.interpreters i on i.id = w.interpreter_id
              where w.organisation_id = p.organisation_id and w.patient_id = p.id) as wished
       from patients.patients p where p.id = any($1::uuid[])`,
    values: [[...wanted]],
  });
  if (rows.length < wanted.size) throw noSuchPatient();
  return new Map(rows.map((row) => [row.id, detailOf(row)]));
};

/** @throws NotFound `patient-not-found`, also for one whom this actor may not see. */
export const patientDetail = async (tx: ReadTx, id: string): Promise<PatientDetail> => {
  const patient = (await patientDetails(tx, [id])).get(id);
  if (!patient) throw noSuchPatient();
  return patient;
};

/**
 * By name; every word of `search` is part of the name or the record number. Leans on `patients_by_name`: the policy's
 * `=` and the plain comparison with the last row keep it, and the search, which is not leakproof, filters what it yields.
 */
export const listPatients = async (tx: ReadTx, query: ListQuery): Promise<PatientPage> => {
  const limit = query.limit ?? PAGE_SIZE;
  const [name, id] = query.after ? readCursor(query.after, 2) : BEFORE_EVERYBODY;
  const rows = await tx.query<PatientRow[]>(
    `select p.id, p.name, p.record_number as "recordNumber", p.needs_interpreter as "needsInterpreter",
            (select v.name_en from patients.languages l join languages.varieties v on v.id = l.variety_id
              where l.organisation_id = p.organisation_id and l.patient_id = p.id and l.role <> 'reads'
              order by l.rank limit 1) as language,
            (select v.name_en from patients.languages l join languages.varieties v on v.id = l.variety_id
              where l.organisation_id = p.organisation_id and l.patient_id = p.id and l.role = 'reads'
              order by l.rank limit 1) as reads,
            (select coalesce(json_agg(json_build_object('channel', c.channel, 'safety', c.safety) order by c.rank), '[]')
               from patients.channels c where c.organisation_id = p.organisation_id and c.patient_id = p.id) as channels
       from patients.patients p
      where (p.name, p.id) > ($1, $2::uuid)
        and (select coalesce(bool_and(strpos(p.search_text, word) > 0), true) from unnest($3::text[]) word)
        and ($5::text is null or exists (select from patients.languages l
              where l.organisation_id = p.organisation_id and l.patient_id = p.id and l.variety_id = $5))
        and ($6::text is null or p.needs_interpreter = $6)
        and (not $7::boolean or not exists (select from patients.channels c where c.organisation_id = p.organisation_id and c.patient_id = p.id))
      order by p.name, p.id limit $4`,
    [name, id, searchWords(query.search), limit + 1, query.language ?? null, query.need ?? null, query.contact === 'none'],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(last.name, last.id) : null };
};
