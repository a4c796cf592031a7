import { anatomyOf } from './lint-pattern';

/** What is filled in, for whoever translates around it. */
const meanings: Readonly<Record<string, string>> = {
  when: 'date and time',
  date: 'the date',
  time: 'the time',
  clinic: 'the clinic’s name',
  place: 'site, address and room',
  interpreter: 'the interpreter’s name',
  patient: 'the patient’s name',
  phone: 'the phone number to call',
  minutes: 'how many minutes',
  answer: 'an answer',
  digit: 'the key to press',
  answered: 'what stands in its braces is said only where an answer can come back',
  who: 'what stands in its braces is said only where an interpreter is known',
  phoned: 'what stands in its braces is said only where there is a number to call',
  room: 'what stands in its braces is said only where all answers fit',
  modality: 'one of its braces is said, by how the interpreter attends',
};

/** A line for each argument of an English text. */
export const argumentNotes = (english: string): string[] =>
  anatomyOf(english)
    .arguments.map((argument) => argument.split(':', 1).join())
    .map((name) => `{${name}}: ${meanings[name] ?? 'is filled in'}`);
