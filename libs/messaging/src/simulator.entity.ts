import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageChannel } from './message.entity';

/** A text or mail on a simulated phone or in a simulated mailbox. */
@Entity({ schema: 'messaging', name: 'simulator_messages' })
export class SimulatorMessage {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'message_id', nullable: true })
  messageId: string | null;

  @Column({ type: 'text' })
  direction: 'in' | 'out';

  @Column({ type: 'text' })
  channel: MessageChannel;

  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'text', nullable: true })
  sender: string | null;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text' })
  lang: string;

  @Column({ type: 'text' })
  dir: 'ltr' | 'rtl';

  @Column({ type: 'timestamptz' })
  at: Date;

  /** What the receipt says once it is sent. */
  @Column({ type: 'text', nullable: true })
  receipt: 'delivered' | 'undelivered' | null;

  @Column({ type: 'timestamptz', name: 'receipted_at', nullable: true })
  receiptedAt: Date | null;
}
