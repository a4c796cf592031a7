import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { invitationSent, invitationWithdrawn, passwordLinkAsked, personDetailsChanged } from '@dragoman/access';
import { AuditModule } from '@dragoman/audit';
import { OrganisationsModule } from '@dragoman/organisations';
import { Events } from '@dragoman/platform';
import { PEOPLE_OPTIONS, type PeopleOptions } from './people.options';
import { TestMessages } from './test-messages.service';
import { WriteChangedDetails } from './write-changed-details.job';
import { WriteToPeople } from './write-to-people.job';

@Module({})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly writer: WriteToPeople,
    private readonly changes: WriteChangedDetails,
  ) {}

  /** Global, and needs the global modules of accounts and links, and of messages, beside it. */
  static with(options: PeopleOptions): DynamicModule {
    return {
      module: PeopleModule,
      global: true,
      imports: [AuditModule, OrganisationsModule],
      providers: [{ provide: PEOPLE_OPTIONS, useValue: options }, TestMessages, WriteToPeople, WriteChangedDetails],
      exports: [TestMessages],
    };
  }

  onModuleInit(): void {
    this.events.subscribe(invitationSent, 'write-invitation', (sent) => this.writer.invite(sent));
    this.events.subscribe(invitationWithdrawn, 'take-back-invitation', ({ invitationId }) => this.writer.takeBack(invitationId));
    this.events.subscribe(passwordLinkAsked, 'write-password-link', (asked) => this.writer.sendLink(asked));
    this.events.subscribe(personDetailsChanged, 'write-changed-details', (changed) => this.changes.write(changed));
  }
}
