import { patientInput, type Patient, type PatientInput } from '@dragoman/contracts';

type SafeHours = NonNullable<PatientInput['safeHours']>;

/** What the form holds: texts are never null while somebody is typing. */
export type PatientValues = Omit<PatientInput, 'recordNumber' | 'pageCode' | 'safeHours' | 'zone' | 'daysToAvoid' | 'formats' | 'post' | 'interpreterWishes'> & {
  /** Whom they want and refuse, by name. */
  interpreterWishes: Patient['interpreterWishes'];
  recordNumber: string;
  /** `null` leaves the code as it is. */
  pageCode: string | null;
  safeHours: SafeHours | null;
  /** `null`: they live by the clinic's clock. */
  zone: string | null;
  daysToAvoid: Patient['daysToAvoid'];
  formats: Patient['formats'];
  /** `null`: nothing can be posted. */
  post: Patient['post'];
};

export type LanguageValue = PatientValues['languages'][number];
export type ChannelValue = PatientValues['channels'][number];

export const emptyPatient = (name: string): PatientValues => ({
  name,
  recordNumber: '',
  needsInterpreter: 'yes',
  languages: [],
  channels: [{ channel: 'sms', address: '', safety: 'unknown' }],
  genderWish: null,
  interpreterWishes: { wanted: [], refused: [], avoidsLocalArea: false, avoidsCommunity: false, roleBeside: null },
  unidentified: null,
  safeHours: null,
  zone: null,
  daysToAvoid: { weekdays: [], spans: [] },
  formats: [],
  post: null,
  pageCode: null,
  dawnClock: false,
});

export const valuesOf = (patient: Patient): PatientValues => ({
  name: patient.name,
  recordNumber: patient.recordNumber ?? '',
  needsInterpreter: patient.needsInterpreter,
  languages: patient.languages.map(({ varietyId, role, enoughForDoctor, learntHow }) => ({ varietyId, role, enoughForDoctor, learntHow })),
  channels: patient.channels.map(({ ownWords, ...channel }) => ({
    ...channel,
    ownWords: ownWords && { text: ownWords.text, varietyId: ownWords.varietyId },
  })),
  genderWish: patient.genderWish,
  interpreterWishes: patient.interpreterWishes,
  unidentified: patient.unidentified,
  safeHours: patient.safeHours,
  zone: patient.zone,
  daysToAvoid: patient.daysToAvoid,
  formats: patient.formats,
  post: patient.post,
  pageCode: null,
  dawnClock: patient.dawnClock,
});

/** Kept positions, so that a server's word on `channels.1.address` lands on the right line: only empty lines at the end go. */
const filledChannels = (channels: ChannelValue[]): ChannelValue[] => {
  const last = channels.findLastIndex(({ address }) => address.trim() !== '');
  return channels.slice(0, last + 1);
};

/** Empty lines between those that are filled are no part of an address. */
const filledPost = (post: PatientValues['post']): PatientValues['post'] => {
  const lines = post?.lines.filter((line) => line.trim() !== '') ?? [];
  return post && lines.length > 0 ? { ...post, lines } : null;
};

/** They are for a monitored phone only; elsewhere, and empty, they are none. */
export const ownWordsOf = ({ channel, safety, ownWords }: ChannelValue): ChannelValue['ownWords'] =>
  channel === 'sms' && safety === 'monitored' && ownWords && ownWords.text.trim() !== '' ? ownWords : null;

export const inputOf = (values: PatientValues): PatientInput => ({
  ...values,
  recordNumber: values.recordNumber.trim() || null,
  channels: filledChannels(values.channels).map((channel) => ({ ...channel, ownWords: ownWordsOf(channel) })),
  post: filledPost(values.post),
  interpreterWishes: {
    ...values.interpreterWishes,
    wanted: values.interpreterWishes.wanted.map(({ id }) => id),
    refused: values.interpreterWishes.refused.map(({ id }) => id),
  },
  dawnClock: values.dawnClock && countsFromDawn(values.languages),
});

/** Field messages by path, from the same rules that the server keeps. */
export const checkPatient = (values: PatientValues): Record<string, string> => {
  const { error } = patientInput.safeParse(inputOf(values));
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
};

/** Where the day is counted from dawn: Amharic, Tigrinya, Oromo, Swahili and their varieties. */
const dawnVarieties = /^(amh|tir|orm|gaz|hae|gax|orc|swa|swh|swc)(:|$)/;

export const countsFromDawn = (languages: LanguageValue[]): boolean =>
  languages.some(({ varietyId }) => dawnVarieties.test(varietyId));

/** Somebody else may read it, so a page behind a link shows nothing without the patient's own code. */
export const wantsPageCode = (channels: ChannelValue[]): boolean =>
  channels.some((one) => one.channel !== 'voice' && (one.safety === 'shared' || one.safety === 'unknown' || isUnconfirmed(one)));

/** Numbers are recycled: until it is confirmed, one that is said to be private may be a stranger's. */
export const isUnconfirmed = ({ channel, safety, isConfirmed }: ChannelValue): boolean =>
  channel !== 'email' && safety === 'private' && isConfirmed !== true;
