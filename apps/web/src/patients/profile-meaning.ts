import type { Variety } from '@dragoman/contracts';
import { placeOf } from '../time/wall';
import { isUnconfirmed, ownWordsOf, type PatientValues } from './patient-values';
import { channelNames, formatNames } from './profile-words';

export type Meaning = { about: 'interpreter' | 'messages' | 'hours' | 'days' | 'page'; sentence: string; isWarning: boolean };

type Find = (id: string) => Variety | undefined;

const who = { woman: 'women', man: 'men' };

const interpreterOf = ({ languages, unidentified, genderWish, needsInterpreter }: PatientValues, find: Find): Meaning => {
  const first = languages.find(({ role }) => role !== 'reads');
  if (!first && unidentified) {
    return { about: 'interpreter', sentence: 'Nobody can be booked until the language is found; the desk is asked to find it.', isWarning: true };
  }
  if (!first) {
    return { about: 'interpreter', sentence: 'No language yet, so nobody can be looked for.', isWarning: needsInterpreter !== 'no' };
  }
  const name = find(first.varietyId)?.name ?? first.varietyId;
  const wish = genderWish ? `, ${who[genderWish.gender]} ${genderWish.strength === 'required' ? 'only' : 'first'}` : '';
  return { about: 'interpreter', sentence: `Interpreters of ${name} are asked${wish}.`, isWarning: false };
};

const usable = ({ channels }: PatientValues) =>
  channels.find(({ address, safety }) => address.trim() !== '' && safety !== 'unsafe' && safety !== 'monitored');

const carried = ['sms', 'email', 'voice'];

/** A way that no channel carries, where it comes before any other. */
const byHand = ({ formats }: PatientValues) => formats.find((_, place) => place === 0 && !carried.includes(formats[0] ?? ''));

const isLetter = (format: string): boolean => ['letter', 'large-print', 'easy-read'].includes(format);

const isPosted = ({ post }: PatientValues): boolean =>
  post !== null && post.lines.some((line) => line.trim() !== '') && post.safety !== 'unsafe' && post.safety !== 'monitored';

/** The monitored phone that gets their own words, where nothing else is safe. */
const ownWordsIn = ({ channels }: PatientValues) => channels.find((channel) => channel.address.trim() !== '' && ownWordsOf(channel));

const messagesOf = (values: PatientValues, find: Find): Meaning => {
  const hand = byHand(values);
  if (hand === 'supporter')
    return { about: 'messages', sentence: 'Their supporter is told, where the patient has agreed to one; else the desk is asked to call.', isWarning: true };
  if (hand && isLetter(hand) && isPosted(values)) return { about: 'messages', sentence: 'A letter waits in the print queue for the desk; where it would come too late, they are told in the next way of their list.', isWarning: false };
  if (hand) return { about: 'messages', sentence: `No text is sent: the desk is asked for ${formatNames[hand].asked}.`, isWarning: true };
  const channel = usable(values);
  if (!channel && ownWordsIn(values)) return { about: 'messages', sentence: 'Only their own words are sent, and nothing is added.', isWarning: true };
  if (!channel) return { about: 'messages', sentence: 'Nothing is sent: the desk is asked to tell them in person.', isWarning: true };
  const text = values.languages
    .filter(({ role }) => role === 'reads')
    .flatMap(({ varietyId }) => find(varietyId) ?? [])
    .find(({ hasText }) => hasText);
  if (channel.channel === 'voice')
    return { about: 'messages', sentence: 'They are called: by a voice that they understand where there is one, else by a person with an interpreter.', isWarning: true };
  if (!text) {
    return { about: 'messages', sentence: 'No text is sent: they are called by a voice that they understand where there is one, else by a person with an interpreter.', isWarning: true };
  }
  const isNeutral = channel.safety !== 'private' || isUnconfirmed(channel);
  return {
    about: 'messages',
    sentence: `${channelNames[channel.channel].word} in ${text.name}${isNeutral ? ', naming no clinic, person or language' : ''}${isUnconfirmed(channel) ? ' until the number is confirmed' : ''}.`,
    isWarning: isNeutral,
  };
};

/** What the profile, as it stands in the form, will make us do; in the words of the desk. */
export const meaningOf = (values: PatientValues, find: Find, hasPageCode: boolean): Meaning[] => {
  const meanings = [interpreterOf(values, find), messagesOf(values, find)];
  if (values.safeHours) {
    const { from, to } = values.safeHours;
    meanings.push({ about: 'hours', sentence: `Only between ${from} and ${to}${values.zone ? ` in ${placeOf(values.zone)}` : ''}.`, isWarning: false });
  }
  if (values.daysToAvoid.weekdays.length + values.daysToAvoid.spans.length > 0) {
    meanings.push({ about: 'days', sentence: 'Nothing is sent, and nobody calls, on the days to avoid.', isWarning: false });
  }
  const channel = usable(values);
  const hasCode = values.pageCode === null ? hasPageCode : values.pageCode !== '';
  if (channel && channel.channel !== 'voice' && (channel.safety !== 'private' || isUnconfirmed(channel))) {
    meanings.push({
      about: 'page',
      sentence: hasCode ? 'The page behind a link opens with their own code.' : 'Without a code of their own, no link is sent.',
      isWarning: !hasCode,
    });
  }
  return meanings;
};
