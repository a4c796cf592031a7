import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, wallClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { catalogOf, type FileReading, mayBeApproved, mayBeMeant, type ProposedChange, Reviews, TranslatorFiles } from '@dragoman/words';
import { z } from 'zod';
import { Stop } from '../../../../config/stop';
import { type Command, type CommandContext, commandLine, readOptions } from './command';
import { email, reviewerAt } from './reviewer';

const line = z.string().trim().min(1, 'is empty').max(80, 'is longer than 80 characters');
const options = z.object({
  account: email,
  reviewer: line,
  role: line,
  on: z.iso.date('is not a date such as 2026-11-24').optional(),
  only: z.string().transform((names) => names.split(',')).optional(),
  'confirm-doubts': z.boolean().default(false),
  apply: z.boolean().default(false),
});
type Options = z.output<typeof options>;

const nameOf = ({ form, key }: ProposedChange): string => `${form}/${key}`;

/** On one line, and without what would steer a terminal. */
const shown = (text: string): string => text.replaceAll('\n', ' ⏎ ').replace(/\p{Cc}/gu, '\ufffd');

const linesOf = (change: ProposedChange): string[] => [
  `${nameOf(change)}${change.said === change.pattern ? ': right as it is' : ''}`,
  `    now    ${shown(change.said)}`,
  ...(change.said === change.pattern ? [] : [`    then   ${shown(change.pattern)}`]),
  ...change.problems.map(({ rule, detail }) => `    ${mayBeMeant(rule) ? 'doubt' : 'error'}  ${rule}: ${shown(detail)}`),
];

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [count === 1 ? `1 text ${one}` : `${count} texts ${many}`]);

const report = ({ language, changes, refused, fuzzy, untranslated, unchanged }: FileReading): string[] => [
  ...changes.flatMap(linesOf),
  ...refused.map(({ entry, sentence }) => `refused  ${shown(entry)}: ${sentence}`),
  ...counted(fuzzy.length, 'is still fuzzy and stays as it is.', 'are still fuzzy and stay as they are.'),
  ...counted(untranslated.length, 'has no translation and stays as it is.', 'have no translation and stay as they are.'),
  ...counted(unchanged, 'is approved so already.', 'are approved so already.'),
  `${catalogOf(language).englishName}: ${counted(changes.length, 'to approve', 'to approve').join() || 'nothing to approve'}.`,
];

const chosen = (changes: readonly ProposedChange[], only: readonly string[] | undefined): readonly ProposedChange[] => {
  const unknown = only?.find((name) => !changes.some((change) => nameOf(change) === name));
  if (unknown !== undefined) throw new Stop(`${unknown} is none of the texts to approve. Nothing was saved.`);
  return only ? changes.filter((change) => only.includes(nameOf(change))) : changes;
};

const assertGood = (changes: readonly ProposedChange[], { 'confirm-doubts': isConfirmed }: Options): void => {
  if (!changes.every(mayBeApproved)) throw new Stop('Nothing was saved: mend the errors first, or name the texts to approve with --only.');
  const isDoubtful = changes.some(({ problems }) => problems.length > 0);
  if (isDoubtful && !isConfirmed) throw new Stop('Nothing was saved: look at the doubts, and add --confirm-doubts if the texts are meant so.');
};

const approve = async (app: INestApplicationContext, by: StaffActor, { language, changes }: FileReading, { reviewer, role, on }: Options): Promise<void> => {
  const database = app.get(Database);
  const { zone } = await database.read(by, (tx) => app.get(Organisations).get(tx, by.organisationId));
  const decision = { language, reviewerName: reviewer, reviewerRole: role, reviewedOn: on ?? wallClock(app.get(Clock).now(), zone).date, note: null };
  // The reviews name the account; that it was used from the command line is told before it is.
  await database.transaction(commandLine, (tx) =>
    app.get(Audit).record(tx, { action: 'account.represented', subject: { kind: 'account', id: by.accountId }, organisationId: by.organisationId, details: { command: 'texts import', texts: changes.length } }),
  );
  await app.get(Reviews).approveAll(by, changes.map(({ form, key, pattern, version, seen, problems }) => ({ ...decision, form, key, pattern, version, seen, confirmed: problems.map(({ rule }) => rule) })));
};

const takeIn = async (file: string, given: Options, { open, print }: CommandContext): Promise<number> => {
  const content = await readFile(file).catch(() => { throw new Stop(`${file} cannot be read.`); });
  const app = await open();
  const { actor, name } = await reviewerAt(app, given.account);
  const reading = await app.get(Database).read(actor, (tx) => app.get(TranslatorFiles).read(tx, actor.organisationId, content, null));
  report(reading).forEach(print);
  const changes = chosen(reading.changes, given.only);
  if (!given.apply || changes.length === 0) {
    print(changes.length === 0 ? 'Nothing was saved.' : 'Nothing was saved. Add --apply to approve them.');
    return changes.every(mayBeApproved) ? 0 : 1;
  }
  assertGood(changes, given);
  await approve(app, actor, { ...reading, changes: [...changes] }, given);
  print(`Approved by ${given.reviewer} (${given.role}), written down by ${name}. Patients are told so from the next message on.`);
  return 0;
};

export const textsImport: Command = {
  words: 'texts import',
  takes: '<file.po> --account <address of an administrator> --reviewer <name> --role <role> [--on <date>] [--only <form/key,…>] [--confirm-doubts] [--apply]',
  does: 'Says what a translator’s file would change. With --apply approves it in the reviewer’s name: all of it, or nothing.',
  async run([file, ...rest], context) {
    if (file === undefined || file.startsWith('--')) throw new Stop('Give the file that came back from the translator.');
    return takeIn(file, readOptions(rest, options), context);
  },
};
