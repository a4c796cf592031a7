import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { DocumentKind, InterpreterDocument } from '@dragoman/contracts';
import { documentUrl, interpreterDocumentsQuery } from '../api/interpreters';
import { useMay, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { plainDay, wallOf } from '../time/wall';
import { CredentialStatus } from './credential-status';
import list from './documents.module.css';
import style from './interpreters.module.css';

const kinds: Record<DocumentKind, string> = {
  certificate: 'Certificate or diploma',
  'background-check': 'Background check',
  insurance: 'Insurance',
  identity: 'Identity',
  other: 'Something else',
};

const Row = ({ interpreterId, document }: { interpreterId: string; document: InterpreterDocument }) => {
  const today = wallOf(useNow(), useZone()).date;
  const mayOpen = useMay()('interpreters.write');
  return (
    <li className={list.document}>
      <div>
        <b>{document.title}</b>
        <p>
          {kinds[document.kind]} · {document.expiresOn ? `valid until ${plainDay(document.expiresOn)}` : 'no expiry'}
        </p>
        {document.expiresOn && <CredentialStatus date={document.expiresOn} today={today} />}
      </div>
      {mayOpen && (
        <Button component="a" size="xs" href={documentUrl(interpreterId, document.id)} download leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />} aria-label={`Open ${document.title}`}>
          Open
        </Button>
      )}
    </li>
  );
};

/** What the interpreter added in their app; who opens it is noted. */
export const DocumentsCard = ({ interpreterId }: { interpreterId: string }) => {
  const { data, error, refetch } = useQuery(interpreterDocumentsQuery(interpreterId));
  return (
    <Card label="Documents">
      <CardHead title="Documents" {...(data && { count: data.items.length })} />
      {error && <ErrorStrip happened="The documents could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!data && !error && <Skeletons rows={1} height={44} />}
      {data?.items.length === 0 && <p className={style.note}>None yet. Interpreters add certificates and checks in their app.</p>}
      {data && data.items.length > 0 && (
        <ul className={list.documents}>
          {data.items.map((document) => (
            <Row key={document.id} interpreterId={interpreterId} document={document} />
          ))}
        </ul>
      )}
    </Card>
  );
};
