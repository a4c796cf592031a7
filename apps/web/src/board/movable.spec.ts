import type { BoardJob, BoardOpening } from '@dragoman/contracts';
import { movableOf } from './movable';

const aJob = (id: string, more: Partial<BoardOpening> = {}): BoardOpening => ({
  id, reference: 'D-20001', startsAt: '2026-12-03T14:30:00.000Z', endsAt: '2026-12-03T15:10:00.000Z', patientName: 'Amna Idris', language: 'Sudanese Arabic',
  needsInterpreter: 'yes', interpreterName: null, modality: 'in-person', place: 'Marlowe Road', state: 'requested', patientAnswer: null, messages: 'none',
  site: 'Marlowe Road', room: null, varietyId: 'apd', requiredGender: null, maySwap: false, isRelay: false, isOver: false, asked: [], next: { words: 'Nobody is asked', at: null },
  ...more,
});

const withJobs = (...jobs: BoardJob[]) => [{ interpreterId: 'hiba', displayName: 'Hiba Elamin', languages: [], jobs, busy: [], journeys: [], working: [] }];

describe('a job that can be given to somebody on the board', () => {
  it('is one that wants somebody, but not one that has begun, nor a relay', () => {
    const unassigned = [aJob('open'), aJob('over', { isOver: true }), aJob('relay', { isRelay: true })];
    expect(movableOf({ unassigned, rows: [] }, 'open')).toMatchObject({ id: 'open', outgoing: null });
    expect(movableOf({ unassigned, rows: [] }, 'over')).toBeNull();
    expect(movableOf({ unassigned, rows: [] }, 'relay')).toBeNull();
    expect(movableOf({ unassigned, rows: [] }, null)).toBeNull();
  });

  it('is one that is booked, which then goes from somebody, as long as it may', () => {
    const rows = withJobs(aJob('ahead', { state: 'confirmed', maySwap: true }), aJob('begun', { state: 'in-progress' }));
    expect(movableOf({ unassigned: [], rows }, 'ahead')).toMatchObject({ asked: [], next: null, outgoing: { interpreterId: 'hiba', displayName: 'Hiba Elamin' } });
    expect(movableOf({ unassigned: [], rows }, 'begun')).toBeNull();
  });
});
