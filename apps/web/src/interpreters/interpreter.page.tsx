import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { interpreterQuery } from '../api/interpreters';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { InterpreterForm } from './interpreter-form';
import { emptyInterpreter, valuesOf } from './interpreter-values';

const above = <Link to="/interpreters">Interpreters</Link>;

export const NewInterpreterPage = () => {
  const zone = useZone();
  return (
    <>
      <PageHeader title="New interpreter" above={above} under="What an offer needs to be right the first time" />
      <InterpreterForm interpreterId={null} initial={emptyInterpreter(zone)} />
    </>
  );
};

export const InterpreterPage = () => {
  const { interpreterId } = useParams({ from: '/in/interpreters/$interpreterId' });
  const { data: interpreter, error, refetch } = useQuery(interpreterQuery(interpreterId));

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
      <PageHeader title={interpreter.displayName} above={above} under={interpreter.skills.map(({ name }) => name).join(', ')} />
      <InterpreterForm key={interpreter.id} interpreterId={interpreter.id} initial={valuesOf(interpreter)} />
    </>
  );
};
