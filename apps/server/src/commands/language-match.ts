import { Encounters, type Judgement } from '@dragoman/encounters';
import { Languages, type Variety } from '@dragoman/languages';
import { Stop } from '../../../../config/stop';
import type { Command } from './command';

const titled = ({ nameEn, id }: Variety): string => `${nameEn} [${id}]`;

const linesOf = (judgement: Judgement, languages: Languages): string[] => {
  const { level, reason, source, confidence, reviewState, notFor, triage } = judgement;
  const options = triage?.options.map((id) => titled(languages.variety(id))) ?? [];
  return [
    `level       ${level}`,
    `reason      ${reason}`,
    `source      ${source}`,
    `confidence  ${confidence ?? 'none: nobody has judged this pair'}`,
    `review      ${reviewState}`,
    ...(notFor.length > 0 ? [`not for     ${notFor.join(', ')}`] : []),
    ...(triage ? [`ask         ${triage.question}`] : []),
    ...(options.length > 0 ? [`may be      ${options.join(', ')}`] : []),
  ];
};

export const languageMatch: Command = {
  words: 'language match',
  takes: '<patient’s> <interpreter’s>',
  does: 'May this interpreter speak for this patient? Takes ids, ISO 639-3 codes or English names.',
  async run(args, { open, print }) {
    const [patients, interpreters] = args;
    if (patients === undefined || interpreters === undefined || args.length !== 2)
      throw new Stop('Give two languages, the patient’s and the interpreter’s, each in quotation marks if it has a space.');
    const program = await open();
    const languages = program.get(Languages);
    const patient = languages.resolve(patients);
    const interpreter = languages.resolve(interpreters);
    print(`patient     ${titled(patient)}`);
    print(`interpreter ${titled(interpreter)}`);
    for (const line of linesOf(program.get(Encounters).judge(patient.id, interpreter.id), languages)) print(line);
    return 0;
  },
};
