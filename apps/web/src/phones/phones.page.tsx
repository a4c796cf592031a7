import { TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconDeviceMobile, IconDeviceMobileOff, IconFlask, IconMail, IconPhoneCall, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Phone } from '@dragoman/contracts';
import { phonesQuery } from '../api/phones';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { PhoneView } from './phone-view';
import style from './phones.module.css';

const pictures = { sms: IconDeviceMobile, email: IconMail, voice: IconPhoneCall };

const ownerKinds = { patient: 'Patient', interpreter: 'Interpreter', supporter: 'Supporter', staff: 'Staff', agency: 'Agency', unknown: 'Nobody we know' };

const lastOf = ({ messages }: Phone) => messages.at(-1);
/** Whoever got or wrote something last comes first. */
const latestFirst = (phones: Phone[]): Phone[] =>
  [...phones].sort((a, b) => (lastOf(b)?.at ?? '').localeCompare(lastOf(a)?.at ?? ''));

const matches = ({ owner, address }: Phone, typed: string) =>
  `${owner} ${address}`.toLowerCase().includes(typed.trim().toLowerCase());

/** More than anybody looks through; whoever looks for somebody types. */
const MOST = 60;

type ListProps = { phones: Phone[]; chosenId: string | undefined; onChoose: (id: string) => void };

const PhoneList = ({ phones, chosenId, onChoose }: ListProps) => {
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  return (
    <ul className={style.list}>
      {phones.map((phone) => {
        const Picture = pictures[phone.kind];
        const last = lastOf(phone);
        const at = last && wallOf(last.at, zone);
        return (
          <li key={phone.id}>
            <UnstyledButton className={style.item} aria-current={phone.id === chosenId || undefined} onClick={() => onChoose(phone.id)}>
              <Picture size={18} stroke={1.8} aria-hidden />
              <span className={style.itemText}>
                <span>
                  <b>{phone.owner}</b> {ownerKinds[phone.ownerKind]}
                </span>
                <span dir="ltr">{phone.address}</span>
              </span>
              {at && <span className={style.itemTime}>{at.date === today ? at.time : nearDay(at.date, today)}</span>}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
};

/** Every phone and mailbox of the simulator, as its owner would see it. */
export const PhonesPage = () => {
  const { phone: chosenId } = useSearch({ from: '/in/phones' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useQuery(phonesQuery);
  const phones = data && latestFirst(data);
  const found = phones?.filter((phone) => matches(phone, typed));
  const chosen = phones?.find(({ id }) => id === chosenId);
  const choose = (phone: string | undefined) => void navigate({ to: '/phones', search: phone ? { phone } : {} });

  return (
    <>
      <PageHeader title="Phones" under="What patients and interpreters hold in their hands" />
      <Strip tone="info" icon={IconFlask}>
        <b>Simulator: nothing leaves this computer.</b> Links open the pages people would see; a reply arrives as if they had
        sent it.
      </Strip>
      {error && !phones && (
        <ErrorStrip happened="The phones could not be loaded." error={error} safe="Nothing was sent twice." retry={{ run: () => void refetch() }} />
      )}
      <div className={style.columns} data-chosen={chosen ? true : undefined}>
        <Card isPadded={false} label="Phones and mailboxes" className={style.listCard}>
          <div className={style.search}>
            <TextInput
              aria-label="Search phones"
              placeholder="Name, number or address"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
            />
          </div>
          {!phones && !error && <Skeletons rows={6} height={56} />}
          {phones?.length === 0 && (
            <Empty icon={IconDeviceMobileOff} title="No messages yet.">
              Offer a booking to an interpreter: their phone and mailbox appear here.
            </Empty>
          )}
          {found && <PhoneList phones={found.slice(0, MOST)} chosenId={chosen?.id} onChoose={choose} />}
          {found && found.length > MOST && <p className={style.hint}>{found.length - MOST} more. Type a name or a number to find one.</p>}
        </Card>
        <div className={style.stage}>
          {chosen ? (
            <PhoneView key={chosen.id} phone={chosen} onBack={() => choose(undefined)} />
          ) : (
            phones && phones.length > 0 && <p className={style.hint}>Choose a phone or mailbox on the left.</p>
          )}
        </div>
      </div>
    </>
  );
};
