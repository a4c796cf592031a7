import { Button, CopyButton, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClinicianLink } from '@dragoman/contracts';
import { endClinicianLinks, makeClinicianLink } from '../api/attendance';
import { QuietButton } from '../design/quiet-button';
import { ErrorStrip } from '../design/strip';
import { nearDay, wallOf } from '../time/wall';
import { useNow } from '../time/clock';
import style from './attendance.module.css';

const Made = ({ link: { url, expiresAt }, zone }: { link: ClinicianLink; zone: string }) => {
  const today = wallOf(useNow(), zone).date;
  const until = wallOf(expiresAt, zone);
  return (
    <>
      <TextInput label="Link for the clinician" readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      <p>
        Names no patient. Works until {nearDay(until.date, today)} {until.time}; copy it now, it is not shown again.
      </p>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="filled" leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={copy}>
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
        )}
      </CopyButton>
    </>
  );
};

/** A link for whoever treats the patient then: no account, one tap for started and finished. It is shown once. */
export const ClinicianLinkCard = ({ bookingId, zone }: { bookingId: string; zone: string }) => {
  const [link, setLink] = useState<ClinicianLink | null>(null);
  const making = useMutation({ mutationFn: () => makeClinicianLink(bookingId), onSuccess: setLink });
  const ending = useMutation({ mutationFn: () => endClinicianLinks(bookingId), onSuccess: () => setLink(null) });
  const make = () => {
    ending.reset();
    making.mutate();
  };
  return (
    <div className={style.link}>
      {link ? (
        <Made link={link} zone={zone} />
      ) : (
        <>
          <p>The clinician sees when, where and how, and taps started and finished. No account is needed.</p>
          {making.error && <ErrorStrip happened="No link was made." error={making.error} safe="" />}
          <Button leftSection={<IconLink size={16} aria-hidden />} loading={making.isPending} onClick={make}>
            Make a link for the clinician
          </Button>
        </>
      )}
      {ending.error && <ErrorStrip happened="The links were not ended." error={ending.error} safe="They open the page as before." />}
      <p role="status">{ending.isSuccess && 'No link that was given out opens the page any more.'}</p>
      <QuietButton onClick={() => ending.mutate()}>End every link given out</QuietButton>
    </div>
  );
};
