import type { InterpreterRow } from '@dragoman/interpreters';
import { csvOf, wallClock } from '@dragoman/kernel';
import { type PatientRow, strictestChannel } from '@dragoman/patients';

/** Spreadsheets take a file without this mark for one in their own old alphabet, and names in Arabic for rubbish. */
export const BYTE_ORDER_MARK = '\uFEFF';

const patientColumns = ['Patient', 'Record', 'Speaks', 'Reads', 'Needs an interpreter', 'Contact', 'Safety of contact', 'Next appointment'] as const;
const interpreterColumns = ['Interpreter', 'Languages', 'Ways of working', 'Credential until', 'Active'] as const;

/** @param zone in which times are written */
export const patientSheet = (rows: readonly PatientRow[], next: ReadonlyMap<string, Date>, zone: string): string => {
  const when = (instant: Date | undefined): string => {
    if (!instant) return '';
    const { date, time } = wallClock(instant, zone);
    return `${date} ${time}`;
  };
  return (
    BYTE_ORDER_MARK +
    csvOf(
      patientColumns,
      rows.map((row) => {
        const contact = strictestChannel(row.channels);
        return {
          Patient: row.name,
          Record: row.recordNumber ?? '',
          Speaks: row.language ?? '',
          Reads: row.reads ?? '',
          'Needs an interpreter': row.needsInterpreter,
          Contact: contact?.channel ?? '',
          'Safety of contact': contact?.safety ?? '',
          'Next appointment': when(next.get(row.id)),
        };
      }),
    )
  );
};

export const interpreterSheet = (rows: readonly InterpreterRow[]): string =>
  BYTE_ORDER_MARK +
  csvOf(
    interpreterColumns,
    rows.map((row) => ({
      Interpreter: row.displayName,
      Languages: row.languages.join('; '),
      'Ways of working': row.modalities.join('; '),
      'Credential until': row.credentialExpiresOn ?? '',
      Active: row.active ? 'yes' : 'no',
    })),
  );
