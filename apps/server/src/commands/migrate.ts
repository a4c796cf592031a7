import { Languages, type LoadReport } from '@dragoman/languages';
import { migrate } from '../../../../config/data-source';
import { type Command, commandLine, type CommandContext } from './command';

const sentenceOf = ({ revision, varieties, encounters, reviewed }: LoadReport): string => {
  const { added, changed, removed } = encounters;
  const isNew = varieties.added + varieties.changed + added + changed + removed > 0;
  if (!isNew) return `The languages are those of revision ${revision}.`;
  return (
    `Languages of revision ${revision}: ${varieties.added} varieties added, ${varieties.changed} changed; ` +
    `encounters ${added} added, ${changed} changed, ${removed} removed, ${reviewed} reviewed ones left alone.`
  );
};

/** Brings schemas and language facts up to date; again when nothing is new, it changes nothing. */
export const bringUpToDate = async ({ databaseUrls: { app, owner, jobs }, open }: CommandContext): Promise<LoadReport> => {
  await migrate({ appUrl: app, ownerUrl: owner, jobsUrl: jobs });
  return (await open()).get(Languages).load(commandLine);
};

export const migrateCommand: Command = {
  words: 'migrate',
  takes: '',
  does: 'Brings the database and its language facts up to date.',
  async run(_, context) {
    const report = await bringUpToDate(context);
    context.print('The database is up to date.');
    context.print(sentenceOf(report));
    return 0;
  },
};
