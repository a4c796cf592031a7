import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sendTestMessage, testMessagesQuery } from '../api/people';
import { fieldErrorsOf } from '../api/problem';
import { useSession, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import list from '../design/list.module.css';
import { ErrorStrip } from '../design/strip';
import { whenOf } from '../messages/when';
import { useNow } from '../time/clock';
import { MailState } from './mail-state';
import style from './settings.module.css';
import type { Opening } from './use-opening';

type Values = { channel: 'email' | 'sms'; telephone: string };

const Fields = ({ onClose }: { onClose: () => void }) => {
  const { account } = useSession();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { channel: 'email', telephone: '' },
    validate: { telephone: (telephone, { channel }) => (channel === 'sms' && telephone.trim() === '' ? 'Write the number of your own mobile.' : null) },
  });
  const sending = useMutation({
    mutationFn: ({ channel, telephone }: Values) => sendTestMessage(channel === 'sms' ? { channel, telephone } : { channel }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['test-messages'] });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form noValidate className={style.form} onSubmit={form.onSubmit((values) => sending.mutate(values))}>
      <Radio.Group label="By" {...form.getInputProps('channel')}>
        <div className={style.checks}>
          <Radio data-autofocus value="email" label={`Email to ${account.email}`} />
          <Radio value="sms" label="Text to my mobile" />
        </div>
      </Radio.Group>
      {form.values.channel === 'sms' && <TextInput label="My mobile number" type="tel" autoComplete="tel" maxLength={40} {...form.getInputProps('telephone')} />}
      {sending.error && <ErrorStrip happened="Not sent." error={sending.error} safe="Nothing has left." />}
      <div className={style.buttons}>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="filled" loading={sending.isPending}>
          Send
        </Button>
      </div>
    </form>
  );
};

const channelNames = { email: 'Email', sms: 'Text' } as const;

/** Whether what is sent arrives, tried on oneself. */
export const TestMessageCard = ({ isOpen, onOpen, onClose }: Opening) => {
  const { data } = useQuery(testMessagesQuery);
  const { simulator } = useSession();
  const now = useNow();
  const zone = useZone();
  return (
    <Card label="Test messages">
      <CardHead title="Test messages" aside={<Button onClick={onOpen}>Send one to myself</Button>} />
      <p className={style.under}>
        By the way that patients are written to.{simulator && ' Nothing leaves this computer yet: messages end at the simulator, and you find yours under Phones.'}
      </p>
      {data && data.length > 0 && (
        <ul className={style.tests} aria-label="Test messages that you sent">
          {data.map(({ id, channel, address, at, mail }) => (
            <li key={id}>
              <span>
                {channelNames[channel]} to {address}
              </span>
              <MailState what="It" mail={mail} />
              <time className={list.quiet} dateTime={at}>
                {whenOf(at, now, zone)}
              </time>
            </li>
          ))}
        </ul>
      )}
      <Modal opened={isOpen} onClose={onClose} title="Send a message to myself" size={440}>
        <Fields onClose={onClose} />
      </Modal>
    </Card>
  );
};
