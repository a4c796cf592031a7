import type { Level, Terms } from '@dragoman/contracts';
import { IconBan, IconCheck, IconMessageQuestion, IconUsers } from '@tabler/icons-react';
import type { Word } from '../design/words';
import { topicWords } from '../design/topic-words';

export const levelWords: Record<Level, Word> = {
  exact: { tone: 'ok', icon: IconCheck, word: 'Yes' },
  close_consent: { tone: 'info', icon: IconMessageQuestion, word: 'If the patient agrees' },
  last_resort: { tone: 'warn', icon: IconUsers, word: 'Last resort' },
  never_auto: { tone: 'bad', icon: IconBan, word: 'Never' },
};

export const levelOrder: Level[] = ['exact', 'close_consent', 'last_resort', 'never_auto'];

export const confidenceWords = { high: 'sure', medium: 'fairly sure', low: 'not sure' } as const;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

const never = (topics: readonly string[]): string => (topics.length === 0 ? '' : ` Not for ${listed(topics)}.`);

type Named = { patient: { name: string }; interpreter: { name: string } };

/** What a level means at the desk, in one or two sentences. */
export const meaningOf = ({ patient, interpreter }: Named, { level, notFor }: Pick<Terms, 'level' | 'notFor'>): string => {
  const topics = notFor.map((topic) => lower(topicWords[topic]));
  const who = `A patient who uses ${patient.name}`;
  switch (level) {
    case 'exact':
      return `${who} can be booked with an interpreter of ${interpreter.name} like any other.${never(topics)}`;
    case 'close_consent':
      return `${who} can have an interpreter of ${interpreter.name} if the patient agrees beforehand.${never(topics)}`;
    case 'last_resort': {
      const always = (['consent-to-treatment', 'safeguarding', 'mental-health'] as const).map((topic) => lower(topicWords[topic]));
      return `${who} can have an interpreter of ${interpreter.name} only when nobody better is found, and patient and coordinator both agree.${never([...new Set([...always, ...topics])])}`;
    }
    case 'never_auto':
      return `${who} is never booked with an interpreter of ${interpreter.name}.`;
  }
};

/** `Last resort → Never`, for lists of changes. */
export const stepWords = (before: Pick<Terms, 'level' | 'notFor'>, after: Pick<Terms, 'level' | 'notFor'>): string => {
  if (before.level !== after.level) return `${levelWords[before.level].word} → ${levelWords[after.level].word}`;
  const added = after.notFor.filter((topic) => !before.notFor.includes(topic)).map((topic) => lower(topicWords[topic]));
  const dropped = before.notFor.filter((topic) => !after.notFor.includes(topic)).map((topic) => lower(topicWords[topic]));
  const parts = [added.length > 0 && `no longer for ${listed(added)}`, dropped.length > 0 && `now also for ${listed(dropped)}`].filter(Boolean);
  return parts.length > 0 ? `${levelWords[after.level].word}, ${parts.join('; ')}` : levelWords[after.level].word;
};
