import type { AppointmentRow } from '@dragoman/contracts';
import { csvOf, wallClock } from '@dragoman/kernel';
import { BYTE_ORDER_MARK } from './sheets.presenter';

const columns = ['Reference', 'Date', 'Start', 'End', 'Patient', 'Language', 'Needs an interpreter', 'Interpreter', 'Way', 'Place', 'State', 'Patient says', 'Messages'] as const;

/** @param zone in which times are written */
export const appointmentSheet = (rows: readonly AppointmentRow[], zone: string): string =>
  BYTE_ORDER_MARK +
  csvOf(
    columns,
    rows.map((row) => {
      const [start, end] = [wallClock(new Date(row.startsAt), zone), wallClock(new Date(row.endsAt), zone)];
      return {
        Reference: row.reference,
        Date: start.date,
        Start: start.time,
        End: end.time,
        Patient: row.patientName,
        Language: row.language,
        'Needs an interpreter': row.needsInterpreter,
        Interpreter: row.interpreterName ?? '',
        Way: row.modality,
        Place: row.place,
        State: row.state,
        'Patient says': row.patientAnswer ?? '',
        Messages: row.messages,
      };
    }),
  );
