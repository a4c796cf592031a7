import { Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database, Sweeps } from '@dragoman/platform';
import { type Carrier, CARRIERS } from './carrier';
import { Inbox } from './inbox.service';
import { Messages } from './messages.service';
import { SendMessages } from './send-messages.job';
import { SENDING_PACE, usualPace } from './sending.options';
import { SimulatorCarrier } from './simulator.carrier';
import { Simulator } from './simulator.service';

const SWEEP_MS = 1_000;

@Module({
  providers: [
    Messages,
    Inbox,
    Simulator,
    SendMessages,
    { provide: SENDING_PACE, useValue: usualPace },
    {
      provide: CARRIERS,
      inject: [Database, Clock],
      useFactory: (database: Database, clock: Clock): Carrier[] => [
        new SimulatorCarrier('sms', database, clock),
        new SimulatorCarrier('email', database, clock),
      ],
    },
  ],
  exports: [Messages, Inbox, Simulator],
})
export class MessagingModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly sender: SendMessages,
    private readonly simulator: Simulator,
  ) {}

  onModuleInit(): void {
    this.sweeps.every('send-messages', SWEEP_MS, () => this.sender.sweep());
    this.sweeps.every('simulated-receipts', SWEEP_MS, () => this.simulator.sendReceipts());
  }
}
