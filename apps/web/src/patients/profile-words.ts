import type { ContactFormat, Patient, PatientRow } from '@dragoman/contracts';
import { IconBook2, IconClock, IconDeviceMobile, IconGenderFemale, IconGenderMale, IconHeart, IconLanguage, IconMail, IconMapPinOff, IconPhone, IconUserOff, IconUserPlus, IconUsersMinus, IconWorld, type Icon } from '@tabler/icons-react';
import type { Tone } from '../design/tone';
import { roleBesideNames } from '../design/words';
import { placeOf } from '../time/wall';

type Contact = NonNullable<PatientRow['contact']>;
export type Safety = Contact['safety'];
export type ChannelKind = Contact['channel'];

export const channelNames: Record<ChannelKind, { word: string; address: string; icon: Icon }> = {
  sms: { word: 'Text message', address: 'Mobile number', icon: IconDeviceMobile },
  email: { word: 'Email', address: 'Email address', icon: IconMail },
  voice: { word: 'Phone call', address: 'Phone number', icon: IconPhone },
};

/** The word for the list, and what the desk is asked for. */
export const formatNames: Record<ContactFormat, { word: string; asked: string }> = {
  sms: { word: 'Text message', asked: 'a text message' },
  email: { word: 'Email', asked: 'an email' },
  voice: { word: 'Phone call', asked: 'a call' },
  letter: { word: 'Letter', asked: 'a letter' },
  'large-print': { word: 'Large print', asked: 'large print' },
  'easy-read': { word: 'Easy read', asked: 'easy read' },
  audio: { word: 'Audio', asked: 'a recording' },
  'sign-video': { word: 'Video in sign language', asked: 'a video in sign language' },
  braille: { word: 'Braille', asked: 'Braille' },
  supporter: { word: 'Through a supporter', asked: 'a call to their supporter' },
};

export const safetyNames: Record<Safety, { word: string; consequence: string; tone: Tone }> = {
  private: { word: 'Private: only they see it', consequence: 'full wording', tone: 'ok' },
  shared: { word: 'Shared: somebody else may read it', consequence: 'neutral wording', tone: 'warn' },
  unknown: { word: 'Don’t know (treated as shared)', consequence: 'neutral wording', tone: 'warn' },
  monitored: { word: 'Monitored: somebody checks it', consequence: 'nothing is sent', tone: 'bad' },
  unsafe: { word: 'Unsafe: never use', consequence: 'never used', tone: 'bad' },
};

export const safeties: Safety[] = ['private', 'shared', 'unknown', 'monitored', 'unsafe'];
export const safetyOf = (value: string | null) => safeties.find((one) => one === value);

const shortSafety: Record<Safety, string> = {
  private: 'private',
  shared: 'shared phone',
  unknown: 'safety not asked',
  monitored: 'monitored',
  unsafe: 'unsafe',
};

export type ProfileFacet = { label: string; value: string; icon: Icon; tone?: Extract<Tone, 'warn' | 'bad' | 'teal'> };

const strictest: Safety[] = ['unsafe', 'monitored', 'unknown', 'shared', 'private'];

/** The first channel that may be used at all; without one, the strictest that is there. */
const channelInUse = ({ channels }: Pick<Patient, 'channels'>) =>
  channels.find(({ safety }) => safety !== 'unsafe' && safety !== 'monitored') ??
  [...channels].sort((a, b) => strictest.indexOf(a.safety) - strictest.indexOf(b.safety))[0];

const contactFacet = (patient: Patient): ProfileFacet => {
  const used = channelInUse(patient);
  if (!used) return { label: 'Contact', value: 'none recorded', icon: IconPhone, tone: 'bad' };
  const { word, icon } = channelNames[used.channel];
  const { consequence, tone } = safetyNames[used.safety];
  const label = `${word}, ${shortSafety[used.safety].replace('phone', used.channel === 'email' ? 'mailbox' : 'phone')}`;
  return { label, value: consequence, icon, ...(tone === 'warn' || tone === 'bad' ? { tone } : {}) };
};

const genderNames = { woman: 'a woman', man: 'a man' };

const names = (people: { displayName: string }[]) => people.map(({ displayName }) => displayName).join(', ');

const wishFacets = (wishes: Patient['interpreterWishes']): ProfileFacet[] => {
  const { wanted, refused, avoidsLocalArea, avoidsCommunity, roleBeside } = wishes;
  return [
    wanted.length > 0 && { label: 'Would like', value: names(wanted), icon: IconHeart },
    refused.length > 0 && { label: 'Not', value: names(refused), icon: IconUserOff, tone: 'teal' as const },
    avoidsLocalArea && { label: 'Interpreter', value: 'nobody who lives near', icon: IconMapPinOff, tone: 'teal' as const },
    avoidsCommunity && { label: 'Interpreter', value: 'nobody from their community', icon: IconUsersMinus, tone: 'teal' as const },
    roleBeside !== null && { label: 'Beside', value: roleBesideNames[roleBeside].toLowerCase(), icon: IconUserPlus, tone: 'warn' as const },
  ].filter((facet) => facet !== false);
};

/** The communication profile in a line of chips: what decides who interprets and what is written. */
export const facetsOf = (patient: Patient): ProfileFacet[] => {
  const named = (isWanted: (role: string) => boolean) =>
    patient.languages.filter(({ role }) => isWanted(role)).map(({ name }) => name).join(', ');
  const speaks = named((role) => role !== 'reads');
  const facets: ProfileFacet[] = [
    speaks
      ? { label: 'Speaks', value: speaks, icon: IconLanguage }
      : { label: 'Speaks', value: patient.unidentified ? 'not known yet' : 'not asked yet', icon: IconLanguage, tone: 'warn' },
    { label: 'Reads', value: named((role) => role === 'reads') || 'nothing, or not sure', icon: IconBook2 },
    contactFacet(patient),
  ];
  if (patient.safeHours) {
    facets.push({ label: 'Safe hours', value: `${patient.safeHours.from}–${patient.safeHours.to}`, icon: IconClock });
  }
  if (patient.zone) facets.push({ label: 'Time zone', value: placeOf(patient.zone), icon: IconWorld });
  if (patient.genderWish) {
    const { gender, strength } = patient.genderWish;
    const icon = gender === 'woman' ? IconGenderFemale : IconGenderMale;
    facets.push({
      label: 'Interpreter',
      value: `${genderNames[gender]}, ${strength}`,
      icon,
      ...(strength === 'required' && { tone: 'teal' as const }),
    });
  }
  return [...facets, ...wishFacets(patient.interpreterWishes)];
};
