import type { Patient } from '@dragoman/contracts';

export type LearntHow = Patient['languages'][number]['learntHow'];

export const learntHows: { value: LearntHow; label: string }[] = [
  { value: 'pointed', label: 'They pointed at it' },
  { value: 'self', label: 'They told us' },
  { value: 'relative', label: 'A relative told us' },
  { value: 'audio', label: 'They recognised a recording' },
  { value: 'record', label: 'From the record' },
];

export const learntHowOf = (value: string | null): LearntHow | undefined => learntHows.find((one) => one.value === value)?.value;
