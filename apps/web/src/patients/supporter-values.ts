import type { AskedPrivately, Supporter, SupporterInput, SupporterRelation, SupporterTold } from '@dragoman/contracts';

export const relationNames: Record<SupporterRelation, string> = {
  relative: 'Relative',
  friend: 'Friend',
  carer: 'Carer',
  'case-worker': 'Case worker',
  advocate: 'Advocate',
  'community-worker': 'Community worker',
};

export const toldNames: Record<SupporterTold, string> = {
  when: 'Only when it is',
  'who-when-where': 'Whose appointment, when and where',
};

export const askedNames: Record<AskedPrivately, string> = {
  interpreter: 'Alone, through an interpreter who is not this person',
  'shared-language': 'Alone, in a language that you and the patient share',
  'others-present': 'Somebody else was there',
  'through-them': 'This person interpreted',
  'not-asked': 'Not asked yet',
};

/** For each answer that adds nobody, what to do instead. */
export const askAgain: Partial<Record<AskedPrivately, string>> = {
  'others-present': 'Nobody is added: with others there, the patient could not say no. Ask again when they are alone.',
  'through-them': 'Nobody is added: the patient could not say no to whoever interprets. Ask again alone, through an interpreter.',
  'not-asked': 'Nobody is added until the patient says so themselves. Ask them alone, through an interpreter.',
};

/** In the list, of an agreement that stands. */
export const agreedNames: Record<Supporter['askedHow'], string> = {
  interpreter: 'Agreed alone, through an interpreter.',
  'shared-language': 'Agreed alone, in a shared language.',
};

export const spans = [
  { value: '12', label: 'A year' },
  { value: '6', label: 'Six months' },
  { value: '3', label: 'Three months' },
  { value: '1', label: 'A month' },
];

export interface SupporterValues extends Omit<SupporterInput, 'askedHow' | 'readsVariety'> {
  askedHow: AskedPrivately | null;
  readsVariety: string | null;
}

export const newSupporter: SupporterValues = {
  name: '',
  relation: 'friend',
  channel: 'sms',
  address: '',
  isConfirmed: false,
  readsVariety: null,
  mayBeTold: 'when',
  askedHow: null,
  months: 12,
};

/** All that was known of them, but for the answer, which is asked anew. */
export const askedAgain = (before: Supporter): SupporterValues => ({
  name: before.name,
  relation: before.relation,
  channel: before.channel,
  address: before.address,
  isConfirmed: before.isConfirmed,
  readsVariety: before.readsVariety,
  mayBeTold: before.mayBeTold,
  askedHow: null,
  months: 12,
});

const missing = (isMissing: boolean, sentence: string): string | null => (isMissing ? sentence : null);

export const checkSupporter = ({ askedHow, name, address, readsVariety }: SupporterValues): Record<string, string | null> => ({
  askedHow: missing(askedHow === null, 'How did you ask?') ?? (askedHow && askAgain[askedHow]) ?? null,
  name: missing(name.trim() === '', 'What are they called?'),
  address: missing(address.trim() === '', 'Where can they be reached?'),
  readsVariety: missing(readsVariety === null, 'Which language do they read?'),
});

/** @param values that `checkSupporter` has nothing against */
export const supporterInputOf = (values: SupporterValues): SupporterInput => ({
  ...values,
  askedHow: values.askedHow ?? 'not-asked',
  readsVariety: values.readsVariety ?? '',
});
