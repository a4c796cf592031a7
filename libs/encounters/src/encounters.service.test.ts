import { Languages } from '@dragoman/languages';
import type { TestingModule } from '@nestjs/testing';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { EncountersModule } from './encounters.module';
import { Encounters } from './encounters.service';

let test: TestDatabase;
let nest: TestingModule;
let encounters: Encounters;

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, { imports: [EncountersModule] });
  encounters = nest.get(Encounters);
  await nest.get(Languages, { strict: false }).load({ kind: 'installation', by: 'test' });
});

afterAll(async () => {
  await nest.close();
  await test.close();
});

describe('asking the table that ships', () => {
  it('lists the own variety first, then whoever is known to help or not', () => {
    const found = encounters.interpretersFor('prs').map(({ interpreterVariety, level }) => [interpreterVariety, level]);
    expect(found[0]).toEqual(['prs', 'exact']);
    expect(found).toEqual(expect.arrayContaining([['pes', 'last_resort'], ['haz', 'close_consent'], ['pbt', 'never_auto']]));
  });

  it('lists nobody for a name that is not bookable', () => {
    expect(encounters.interpretersFor('ara')).toEqual([]);
  });

  it('refuses a pair that nobody has judged', () => {
    expect(encounters.judge('ach', 'ukr')).toMatchObject({ level: 'never_auto', confidence: null, source: expect.stringMatching(/^Rule R4/) });
  });
});
