import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { InterpreterRow } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { Initials } from '../design/initials';
import { rowKeys } from '../design/row-keys';
import list from '../design/list.module.css';
import { Tag } from '../design/status';
import { modalityWords } from '../design/words';
import { useNow } from '../time/clock';
import { daysBetween, plainDay, wallOf } from '../time/wall';
import { CredentialStatus } from './credential-status';

const Expiry = ({ date, today }: { date: string | null; today: string }) => {
  if (!date) return <span className={list.quiet}>No date recorded</span>;
  if (daysBetween(today, date) < 0) return <CredentialStatus date={date} today={today} />;
  return (
    <>
      {plainDay(date)} <CredentialStatus date={date} today={today} />
    </>
  );
};

export const InterpreterTable = ({ rows }: { rows: InterpreterRow[] }) => {
  const navigate = useNavigate();
  const today = wallOf(useNow(), useZone()).date;
  const open = (event: MouseEvent, interpreterId: string) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    void navigate({ to: '/interpreters/$interpreterId', params: { interpreterId } });
  };
  return (
    <table className={list.table} aria-label="Interpreters">
      <thead>
        <tr>
          <th scope="col">Interpreter</th>
          <th scope="col">Languages</th>
          <th scope="col">Works</th>
          <th scope="col">Next credential to lapse</th>
        </tr>
      </thead>
      <tbody ref={rowKeys}>
        {rows.map(({ id, displayName, languages, modalities, active, credentialExpiresOn }) => (
          <tr key={id} data-row onClick={(event) => open(event, id)}>
            <td>
              <span className={list.who}>
                <Initials name={displayName} />
                <Link to="/interpreters/$interpreterId" params={{ interpreterId: id }}>
                  {displayName}
                </Link>
                {!active && <Tag>not active</Tag>}
              </span>
            </td>
            <td data-label="Languages">{languages.join(', ')}</td>
            <td data-label="Works">{modalities.map((modality) => modalityWords[modality].word).join(', ')}</td>
            <td data-label="Credential">
              <Expiry date={credentialExpiresOn} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
