import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InterpreterApp } from '@dragoman/contracts';
import { endInterpreterApp, interpreterAppQuery } from '../api/interpreters';
import { useMay, useZone } from '../api/session';
import { AskOnce } from '../design/ask-once';
import { Card, CardHead } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { plainDay, wallOf } from '../time/wall';
import style from './interpreters.module.css';

const sentenceOf = ({ sessions, signedInAt }: InterpreterApp, zone: string): string => {
  if (sessions === 0) return 'Not signed in anywhere. Offers reach them by message, with a link.';
  const since = signedInAt ? `, last on ${plainDay(wallOf(signedInAt, zone).date)}` : '';
  return sessions === 1 ? `Signed in on one phone${since}.` : `Signed in on ${sessions} phones${since}.`;
};

/** Whether offers are also in the interpreter's app, and the end of it where a phone was lost. */
export const AppCard = ({ interpreterId }: { interpreterId: string }) => {
  const client = useQueryClient();
  const zone = useZone();
  const mayEnd = useMay()('interpreters.write');
  const { data, error, refetch } = useQuery(interpreterAppQuery(interpreterId));
  return (
    <Card label="App">
      <CardHead title="App" />
      {error && <ErrorStrip happened="Whether they use the app could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={1} height={44} />}
      {data && <p className={style.note}>{sentenceOf(data, zone)}</p>}
      {data && data.sessions > 0 && mayEnd && (
        <AskOnce
          opener="Sign them out"
          question="Sign them out of every phone?"
          yes="Sign out"
          no="Keep signed in"
          failed={{ happened: 'Not signed out.', safe: 'They are signed in as before.' }}
          act={() => endInterpreterApp(interpreterId)}
          onDone={() => void client.invalidateQueries({ queryKey: interpreterAppQuery(interpreterId).queryKey })}
        >
          For a phone that was lost. Offers and jobs stay theirs, and they sign in again with a code.
        </AskOnce>
      )}
    </Card>
  );
};
