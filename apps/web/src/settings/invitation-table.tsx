import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { IconHourglassEmpty } from '@tabler/icons-react';
import type { Invitation } from '@dragoman/contracts';
import { sendAgain, takeBack } from '../api/people';
import { useZone } from '../api/session';
import { AskOnce } from '../design/ask-once';
import list from '../design/list.module.css';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { longDay, wallOf } from '../time/wall';
import { MailState } from './mail-state';
import { roleNames } from './role-names';
import style from './settings.module.css';

const Standing = ({ invitation: { isExpired, expiresAt, mail } }: { invitation: Invitation }) => {
  const zone = useZone();
  const { date, time } = wallOf(expiresAt, zone);
  if (isExpired)
    return (
      <IconWord tone="warn" icon={IconHourglassEmpty}>
        Ran out on {longDay(date)}. Send it again.
      </IconWord>
    );
  return (
    <span className={style.standing}>
      {mail && <MailState what="The invitation" mail={mail} />}
      <span className={list.quiet}>
        Works until {longDay(date)}, {time}
      </span>
    </span>
  );
};

const Row = ({ invitation, mayWrite }: { invitation: Invitation; mayWrite: boolean }) => {
  const client = useQueryClient();
  const { id, name, email, role, invitedBy } = invitation;
  const again = () => client.invalidateQueries({ queryKey: ['people'] });
  const sending = useMutation({
    mutationFn: () => sendAgain(id),
    onSuccess: () => notifications.show({ title: 'Sent again', message: `The link in the new mail to ${name} works for seven days; the one before no longer does.`, color: 'teal' }),
    onSettled: again,
  });
  return (
    <tr>
      <td>
        <b className={style.name}>{name}</b>
        {invitedBy && <div className={list.quiet}>invited by {invitedBy}</div>}
      </td>
      <td data-label="Email">{email}</td>
      <td data-label="Role">{roleNames[role]}</td>
      <td data-label="Standing">
        <Standing invitation={invitation} />
      </td>
      {mayWrite && (
        <td>
          <span className={style.rowButtons}>
            <QuietButton disabled={sending.isPending} onClick={() => sending.mutate()} aria-label={`Send the invitation to ${name} again`}>
              Send again
            </QuietButton>
            <AskOnce
              opener="Take back"
              question={`Take back the invitation to ${name}?`}
              yes="Take back"
              no="Keep"
              failed={{ happened: 'Not taken back.', safe: 'The link still works.' }}
              act={() => takeBack(id)}
              onDone={() => void again()}
            >
              The link in their mail stops working.
            </AskOnce>
          </span>
          {sending.error && <ErrorStrip happened="Not sent." error={sending.error} safe="Look at the list again." />}
        </td>
      )}
    </tr>
  );
};

/** Who has not made their account yet. */
export const InvitationTable = ({ invitations, mayWrite }: { invitations: readonly Invitation[]; mayWrite: boolean }) => (
  <>
    <h3 className={style.subhead}>Invited</h3>
    <table className={list.table} aria-label="Invited">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Email</th>
          <th scope="col">Role</th>
          <th scope="col">Standing</th>
          {mayWrite && <th scope="col">What to do</th>}
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} mayWrite={mayWrite} />
        ))}
      </tbody>
    </table>
  </>
);
