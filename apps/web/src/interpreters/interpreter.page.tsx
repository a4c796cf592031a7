import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { Interpreter } from '@dragoman/contracts';
import { interpreterQuery } from '../api/interpreters';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { StatusPill } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { AppCard } from './app-card';
import { CredentialStatus } from './credential-status';
import { DocumentsCard } from './documents-card';
import { InterpreterForm } from './interpreter-form';
import { emptyInterpreter, valuesOf } from './interpreter-values';
import { ReliabilityCard } from './reliability-card';
import style from './interpreters.module.css';

const above = <Link to="/interpreters">Interpreters</Link>;

export const NewInterpreterPage = () => {
  const zone = useZone();
  return (
    <>
      <PageHeader title="New interpreter" above={above} under="What an offer needs to be right the first time" />
      <InterpreterForm interpreter={null} initial={emptyInterpreter(zone)} />
    </>
  );
};

/** Not active, else the credential that lapses first. */
const Beside = ({ interpreter: { active, skills } }: { interpreter: Interpreter }) => {
  const today = wallOf(useNow(), useZone()).date;
  if (!active) {
    return (
      <StatusPill tone="quiet" icon={IconPlayerPause}>
        Not active
      </StatusPill>
    );
  }
  const [first] = skills.flatMap(({ credentialExpiresOn }) => credentialExpiresOn ?? []).sort();
  return first ? <CredentialStatus date={first} today={today} /> : null;
};

const languagesOf = ({ skills }: Interpreter): string => [...new Set(skills.map(({ name }) => name))].join(', ');

export const InterpreterPage = () => {
  const { interpreterId } = useParams({ from: '/in/interpreters/$interpreterId' });
  const { data: interpreter, error, refetch } = useQuery(interpreterQuery(interpreterId));
  const [opened, setOpened] = useState(0);

  if (!interpreter) {
    return (
      <>
        <PageHeader title="Interpreter" above={above} />
        {error ? (
          <ErrorStrip happened="The interpreter could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        ) : (
          <Card isPadded={false}>
            <Skeletons rows={6} height={62} />
          </Card>
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader title={interpreter.displayName} above={above} beside={<Beside interpreter={interpreter} />} under={languagesOf(interpreter)} />
      <InterpreterForm
        key={`${interpreter.id} ${opened}`}
        interpreter={interpreter}
        initial={valuesOf(interpreter)}
        onReopen={() => void refetch().then(() => setOpened((times) => times + 1))}
      />
      <div className={style.sections}>
        <ReliabilityCard interpreterId={interpreter.id} />
        <DocumentsCard interpreterId={interpreter.id} />
        <AppCard interpreterId={interpreter.id} />
      </div>
    </>
  );
};
