import { Body, Controller, Get, Post } from '@nestjs/common';
import { Accounts } from '@dragoman/access';
import { list, newPerson, type NewPerson, person, type Person } from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentPerson } from './person.presenter';

@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly accounts: Accounts,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow('people.read')
  @Answers(list(person))
  async list(@By() by: StaffActor): Promise<{ items: Person[] }> {
    const people = await this.database.read(by, (tx) => this.accounts.people(tx));
    return { items: people.map(presentPerson) };
  }

  @Post()
  @Allow('people.write')
  @Answers(person, 201)
  async add(@By() by: StaffActor, @Body({ schema: newPerson }) input: NewPerson): Promise<Person> {
    return presentPerson(await this.accounts.create(by, { ...input, organisationId: by.organisationId }));
  }
}
