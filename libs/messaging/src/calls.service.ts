import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Database, Jobs, type Tx } from '@dragoman/platform';
import { Recordings } from '@dragoman/recordings';
import { type CallScript, meaningOfKey } from '@dragoman/words';
import { z } from 'zod';
import type { Inbound } from './inbound.entity';
import { Inbox } from './inbox.service';
import { Message } from './message.entity';
import { lockCallsWithoutEnd } from './message.queries';
import { Messages } from './messages.service';
import { callReceipt } from './twilio-calls';

const actor = { kind: 'job', job: 'end-calls' } as const;
const END_CALL = 'end-call';
/** What was heard may be reported a moment after the end. */
const SETTLES_IN_MINUTES = 1;
/** Longer than any call takes, rings and all. */
const FORGOTTEN_AFTER_MINUTES = 15;

/** A call as its carrier knows it. */
export interface CallOf {
  messageId: string;
  /** The carrier's own id. */
  sid: string;
}

/** What is said to whoever, or whatever, answered. */
export interface Spoken {
  to: 'person' | 'machine';
  script: CallScript;
  /** By phrase, where it is played from recordings: the id of each. */
  sounds: ReadonlyMap<string, string>;
}

/** After its greeting; before that, nobody would hear what is said. Whatever is not surely a person is a machine. */
const isReadyMachine = (answeredBy: string): boolean => answeredBy.startsWith('machine_end');

/** Calls that are under way: what they say, what they hear, and how they end. */
@Injectable()
export class Calls implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly messages: Messages,
    private readonly inbox: Inbox,
    private readonly recordings: Recordings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(END_CALL, z.object({ messageId: z.uuid(), sid: z.string() }), (call) => this.settle(call));
  }

  /**
   * Somebody picked up. Everything is looked at again: nothing stale is said, and nothing to a machine on which the patient
   * wants no message. @returns null where nothing is to be said.
   */
  async answered(tx: Tx, { answeredBy, ...call }: CallOf & { answeredBy: string }): Promise<Spoken | null> {
    const message = await this.underWay(tx, call);
    if (!message?.script) return null;
    const { script } = message;
    await this.messages.acknowledge(tx, { messageId: message.id, providerId: call.sid, outcome: 'taken' });
    if ((await this.messages.stale(tx, [message])).has(message.id)) {
      await this.unheard(tx, call, 'It was no longer so when they answered. Nothing was said.', 'another-channel');
      return null;
    }
    const isPerson = answeredBy === 'human';
    if (!isPerson && !(script.mayLeaveMessage && isReadyMachine(answeredBy))) {
      await this.unheard(tx, call, 'A machine answered, and no message may be left. Nothing was said.', 'later');
      return null;
    }
    const sounds = await this.sounds(tx, message.organisationId, script);
    if (sounds === null) {
      await this.unheard(tx, call, 'A recording that it needs is not there any more. Nothing was said.', 'person');
      return null;
    }
    return { to: isPerson ? 'person' : 'machine', script, sounds };
  }

  /**
   * It was said, or left on a machine, and perhaps a key was pressed. Repeated, it changes nothing.
   * @returns what thanks whoever pressed one, null where nothing more is said.
   */
  async heard(tx: Tx, { digit, isOver, ...call }: CallOf & { digit: string | null; isOver: boolean }): Promise<Omit<Spoken, 'to'> | null> {
    // Whoever hung up in the middle pressed nothing either.
    if (digit === null && isOver) return null;
    const message = await tx.findOneBy(Message, { id: call.messageId, channel: 'voice' });
    if (!message?.script || (message.providerId !== null && message.providerId !== call.sid)) return null;
    await this.messages.acknowledge(tx, { messageId: message.id, providerId: call.sid, outcome: 'delivered' });
    if (digit === null) return null;
    await this.press(tx, message, { digit, providerId: `call:${call.sid}` });
    const sounds = await this.sounds(tx, message.organisationId, message.script);
    return sounds && { script: message.script, sounds };
  }

  /** A key was pressed, once a call: it is an answer like any other. */
  async press(tx: Tx, { organisationId, address, script }: Message, { digit, providerId }: { digit: string; providerId: string }): Promise<Inbound> {
    const meaning = script && meaningOfKey(script, digit);
    return this.inbox.receive(tx, { organisationId, channel: 'voice', from: address, body: digit, providerId, ...(meaning && { meaning }) });
  }

  /** How the carrier says that it went. One that was answered and ended is settled a moment later, once what was heard has been told. */
  async ended(tx: Tx, { status, ...call }: CallOf & { status: string }): Promise<void> {
    if (status === 'completed') this.jobs.add(tx, END_CALL, call, { key: `${END_CALL}:${call.messageId}`, runAt: plusMinutes(this.clock.now(), SETTLES_IN_MINUTES) });
    else await this.messages.acknowledge(tx, { messageId: call.messageId, ...callReceipt({ sid: call.sid, status }) });
  }

  /** Calls of which the carrier never said how they went: a person finds out. */
  async sweep(): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const forgotten = await lockCallsWithoutEnd(tx, plusMinutes(this.clock.now(), -FORGOTTEN_AFTER_MINUTES));
      for (const { messageId, sid } of forgotten)
        await this.unheard(tx, { messageId, sid }, 'Nobody can say whether the call was heard: its end was never reported.', 'person');
    });
  }

  private async settle(call: CallOf): Promise<void> {
    await this.database.transaction(actor, (tx) => this.unheard(tx, call, 'They hung up before the message was over.', 'later'));
  }

  /** Of one that was heard, this changes nothing. */
  private unheard(tx: Tx, { messageId, sid }: CallOf, failure: string, after: 'another-channel' | 'later' | 'person'): Promise<void> {
    return this.messages.acknowledge(tx, { messageId, providerId: sid, outcome: 'undelivered', failure, after });
  }

  private async underWay(tx: Tx, { messageId, sid }: CallOf): Promise<Message | null> {
    const message = await tx.findOneBy(Message, { id: messageId, channel: 'voice' });
    if (!message || (message.state !== 'handed-over' && message.state !== 'sent')) return null;
    return message.providerId === null || message.providerId === sid ? message : null;
  }

  /** Null where one is missing. */
  private async sounds(tx: Tx, organisationId: string, { voice, says, keys, thanks }: CallScript): Promise<ReadonlyMap<string, string> | null> {
    if (voice.kind === 'say') return new Map();
    const wanted = [...new Set([...says, ...keys.map((key) => key.says), thanks].flatMap(({ phrases }) => phrases))];
    const sounds = await this.recordings.addresses(tx, { organisationId, varietyId: voice.varietyId }, wanted);
    return sounds.size === wanted.length ? sounds : null;
  }
}
