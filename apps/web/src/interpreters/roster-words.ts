import type { RosterLine, RosterReport } from '@dragoman/contracts';
import { IconAlertTriangle, IconEqual, IconLanguage, IconPencil, IconUserPlus } from '@tabler/icons-react';
import type { Word } from '../design/words';

export const outcomeWords: Record<RosterLine['outcome'], Word> = {
  new: { tone: 'ok', icon: IconUserPlus, word: 'New' },
  changes: { tone: 'info', icon: IconPencil, word: 'Changes' },
  same: { tone: 'quiet', icon: IconEqual, word: 'Same' },
  more: { tone: 'quiet', icon: IconLanguage, word: 'Language' },
  wrong: { tone: 'bad', icon: IconAlertTriangle, word: 'Wrong' },
};

type Counts = Pick<RosterReport, 'added' | 'changed' | 'same'>;

/** Who is the same needs no import. */
export const peopleToImport = ({ added, changed }: Counts): number => added + changed;

/** `2 new, 1 changed, 3 the same.` */
export const checkedSentence = ({ added, changed, same }: Counts): string => {
  const parts = [
    added > 0 ? `${added} new` : '',
    changed > 0 ? `${changed} changed` : '',
    same > 0 ? `${same} the same` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Nobody.' : `${parts.join(', ')}.`;
};

export const wrongSentence = (wrongLines: number): string =>
  wrongLines === 1
    ? 'One line is wrong. Mend it and check again: until then nobody is imported.'
    : `${wrongLines} lines are wrong. Mend them and check again: until then nobody is imported.`;
