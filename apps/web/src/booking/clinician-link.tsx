import { Button, CopyButton, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { makeClinicianLink } from '../api/attendance';
import { ErrorStrip } from '../design/strip';
import { nearDay, wallOf } from '../time/wall';
import { useNow } from '../time/clock';
import style from './attendance.module.css';

/** A link for whoever treats the patient then: no account, one tap for started and finished. It is shown once. */
export const ClinicianLinkCard = ({ bookingId, zone }: { bookingId: string; zone: string }) => {
  const today = wallOf(useNow(), zone).date;
  const making = useMutation({ mutationFn: () => makeClinicianLink(bookingId) });
  const made = making.data;
  const until = made && wallOf(made.expiresAt, zone);
  return (
    <div className={style.link}>
      {made && until ? (
        <>
          <TextInput label="Link for the clinician" readOnly value={made.url} onFocus={(event) => event.currentTarget.select()} />
          <p>
            Names no patient. Works until {nearDay(until.date, today)} {until.time}; copy it now, it is not shown again.
          </p>
          <CopyButton value={made.url}>
            {({ copied, copy }) => (
              <Button variant="filled" leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={copy}>
                {copied ? 'Copied' : 'Copy the link'}
              </Button>
            )}
          </CopyButton>
        </>
      ) : (
        <>
          <p>The clinician sees when, where and how, and taps started and finished. No account is needed.</p>
          {making.error && <ErrorStrip happened="No link was made." error={making.error} safe="" />}
          <Button leftSection={<IconLink size={16} aria-hidden />} loading={making.isPending} onClick={() => making.mutate()}>
            Make a link for the clinician
          </Button>
        </>
      )}
    </div>
  );
};
