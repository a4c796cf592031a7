import { useQuery } from '@tanstack/react-query';
import { IconFlag } from '@tabler/icons-react';
import type { ConcernsView } from '@dragoman/contracts';
import { concernsQuery } from '../api/attendance';
import { useMay } from '../api/session';
import { Strip } from '../design/strip';
import { wallOf } from '../time/wall';

const words: Record<ConcernsView['concerns'][number]['code'], string> = {
  safety: 'worried about safety',
  'conflict-of-interest': 'sees a conflict of interest',
  'not-understood': 'and the patient cannot understand each other',
  access: 'cannot get in, or cannot do the work there',
  other: 'worried about something else',
};

/** What the interpreter is worried about: only a coordinator reads it. */
export const ConcernList = ({ bookingId, zone }: { bookingId: string; zone: string }) => {
  const mayRead = useMay()('consents.decide');
  const { data } = useQuery({ ...concernsQuery(bookingId), enabled: mayRead });
  return data?.concerns.map(({ id, interpreterName, code, words: said, stays, at }) => (
    <Strip key={id} tone="bad" icon={IconFlag}>
      <b>
        {interpreterName} {words[code]}
      </b>
      , {wallOf(at, zone).time}. {said && `“${said}” `}
      {stays ? 'They go on with the job.' : 'They gave the job back.'}
    </Strip>
  ));
};
