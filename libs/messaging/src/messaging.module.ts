import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database, Sweeps } from '@dragoman/platform';
import { RecordingsModule } from '@dragoman/recordings';
import { type Carrier, CARRIERS } from './carrier';
import { Inbox } from './inbox.service';
import { SendingLimits } from './limits.service';
import { Mailroom } from './mailroom.service';
import { Calls } from './calls.service';
import { messageChannels } from './message.entity';
import { Messages } from './messages.service';
import { MESSAGING_OPTIONS, type MessagingOptions } from './messaging.options';
import { SendMessages } from './send-messages.job';
import { SENDING_PACE, usualPace } from './sending.options';
import { SharedNumber } from './shared-number.service';
import { SimulatorCarrier } from './simulator.carrier';
import { Simulator } from './simulator.service';
import { StopMail } from './stop-mail.service';

const SWEEP_MS = 1_000;

@Module({})
export class MessagingModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly sender: SendMessages,
    private readonly simulator: Simulator,
    private readonly calls: Calls,
  ) {}

  /** Global: whoever says something, or takes in an answer, shares its carriers. */
  static with({ carriers, mailSecret, pace = usualPace }: MessagingOptions = { carriers: [] }): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      imports: [RecordingsModule],
      providers: [
        { provide: MESSAGING_OPTIONS, useValue: { carriers, mailSecret } satisfies MessagingOptions },
        SendingLimits,
        Messages,
        Inbox,
        Calls,
        Mailroom,
        StopMail,
        SharedNumber,
        Simulator,
        SendMessages,
        { provide: SENDING_PACE, useValue: pace },
        {
          provide: CARRIERS,
          inject: [Database, Clock],
          useFactory: (database: Database, clock: Clock): Carrier[] =>
            messageChannels.map((channel) => carriers.find((own) => own.channel === channel) ?? new SimulatorCarrier(channel, database, clock)),
        },
      ],
      exports: [Messages, SendingLimits, Inbox, Calls, Mailroom, SharedNumber, StopMail, Simulator],
    };
  }

  onModuleInit(): void {
    this.sweeps.every('send-messages', SWEEP_MS, () => this.sender.sweep());
    this.sweeps.every('end-calls', 60 * SWEEP_MS, () => this.calls.sweep());
    this.sweeps.every('simulated-receipts', SWEEP_MS, () => this.simulator.sendReceipts());
  }
}
