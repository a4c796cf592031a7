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

const EndLinks = ({ bookingId, onEnded }: { bookingId: string; onEnded?: () => void }) => {
  const ending = useMutation({ mutationFn: () => endClinicianLinks(bookingId), onSuccess: onEnded });
  return (
    <>
      {ending.error && <ErrorStrip happened="The links were not ended." error={ending.error} safe="They open the page as before." />}
      <p role="status">{ending.isSuccess && 'No link that was given out opens the page any more.'}</p>
      <QuietButton onClick={() => ending.mutate()}>End every link given out</QuietButton>
    </>
  );
};

/** Nothing is left to make a link for, but what was given out works for another day. */
export const LinksStillOpen = ({ bookingId }: { bookingId: string }) => (
  <div className={style.link}>
    <p>A link that was given to the clinician works until a day after the end.</p>
    <EndLinks bookingId={bookingId} />
  </div>
);

/** A link for whoever treats the patient then: no account, one tap for started and finished. It is shown once. */
export const ClinicianLinkCard = ({ bookingId, zone }: { bookingId: string; zone: string }) => {
  const [link, setLink] = useState<ClinicianLink | null>(null);
  const making = useMutation({ mutationFn: () => makeClinicianLink(bookingId), onSuccess: setLink });
  return (
    <div className={style.link}>
      {link ? (
        <Made link={link} zone={zone} />
      ) : (
        <>
          <p>The clinician sees when, where and how, and taps started and finished. No account is needed.</p>
          {making.error && <ErrorStrip happened="No link was made." error={making.error} safe="" lost={{ safe: 'Press again: one more link does no harm.' }} />}
          <Button leftSection={<IconLink size={16} aria-hidden />} loading={making.isPending} onClick={() => making.mutate()}>
            Make a link for the clinician
          </Button>
        </>
      )}
      {/* What was said of the links before is not true of a new one. */}
      <EndLinks key={making.submittedAt} bookingId={bookingId} onEnded={() => setLink(null)} />
    </div>
  );
};
