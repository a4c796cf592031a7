import { type Carrier, CarrierRefusal, type MessageChannel, type OutgoingMessage } from '@dragoman/messaging';
import type { CallScript } from '@dragoman/words';
import { newId } from '@dragoman/kernel';

export interface CarrierStand {
  carrier: Carrier;
  organisationId: string;
  /** Somebody who can be reached, and somebody who never can. */
  reachable: string;
  outOfService: string;
  /** How often the carrier was given a message, and as what, by the carrier's own count. */
  given(messageId: string): Promise<Pick<OutgoingMessage, 'address' | 'subject' | 'body'>[]>;
}

const going = new AbortController().signal;

const said = (text: string) => ({ text, isName: false, phrases: [] });
const aScript: CallScript = {
  voice: { kind: 'say', language: 'arb', name: 'Polly.Zeina' },
  says: [said('موعدك')],
  keys: [{ digit: '1', meaning: 'coming', says: said('سآتي') }],
  thanks: said('شكرًا'),
  mayLeaveMessage: false,
};

/** What every adapter to a carrier must do, the simulator and the real ones alike. */
export const carrierContract = (name: string, channel: MessageChannel, stand: () => CarrierStand): void => {
  const messageTo = (address: string): OutgoingMessage => ({
    id: newId(),
    organisationId: stand().organisationId,
    channel,
    address,
    sender: channel === 'email' ? 'Marlowe Road' : null,
    subject: channel === 'email' ? 'موعدك' : null,
    body: 'موعدك: الخميس \u20663/12/2026\u2069\n1\u00a0سآتي',
    html: null,
    calendar: null,
    script: channel === 'voice' ? aScript : null,
    lang: 'ar',
    dir: 'rtl',
    sendBefore: null,
    neutral: false,
    recipientKind: 'patient',
  });

  describe(`${name} carrier`, () => {
    it('carries the text to the address, unchanged and once', async () => {
      const message = messageTo(stand().reachable);
      const { providerId } = await stand().carrier.send(message, going);
      expect(providerId).toEqual(expect.stringMatching(/./));
      const { address, subject, body } = message;
      expect(await stand().given(message.id)).toEqual([{ address, subject, body }]);
    });

    it('says that an address can never be reached', async () => {
      const message = messageTo(stand().outOfService);
      await expect(stand().carrier.send(message, going)).rejects.toBeInstanceOf(CarrierRefusal);
      expect(await stand().given(message.id)).toEqual([]);
    });

    it('gives nothing away after the sender has given up', async () => {
      const message = messageTo(stand().reachable);
      await expect(stand().carrier.send(message, AbortSignal.abort())).rejects.toThrow();
      expect(await stand().given(message.id)).toEqual([]);
    });

    it('knows, if it can be asked, what became of a message', async () => {
      const { carrier } = stand();
      if (!carrier.canBeAsked) return;
      const message = { ...messageTo(stand().reachable), handedOverAt: new Date() };
      expect(await carrier.find(message)).toBeNull();
      const sent = await carrier.send(message, going);
      expect(await carrier.find(message)).toEqual(sent);
    });
  });
};
