import fc from 'fast-check';
import { plusMinutes } from '@dragoman/kernel';
import { aJob, croydon, marlowe } from '../../../tests/support/matching';
import { canTravel, type Job, travelMinutes } from './travel';

describe('the time to get from one site to another', () => {
  it('is the distance and a third, at the pace of the means, and ten minutes to find the room', () => {
    // 14.46 km as the crow flies.
    expect(travelMinutes(marlowe, croydon, 'car')).toBe(57);
    expect(travelMinutes(marlowe, croydon, 'public')).toBe(73);
    expect(travelMinutes(marlowe, croydon, 'bicycle')).toBe(91);
    expect(travelMinutes(marlowe, croydon, 'walk')).toBe(261);
  });

  it('is ten minutes next door', () => {
    expect(travelMinutes(marlowe, marlowe, 'walk')).toBe(10);
  });

  it('cannot be told for a site that is not on the map', () => {
    expect(() => travelMinutes(null, croydon, 'car')).toThrow('Put this site on the map first');
  });
});

const inCroydon = { siteId: 'croydon', point: croydon };
const onThePhone = { modality: 'phone', siteId: null, point: null } as const;

describe('getting from job to job', () => {
  it('refuses a job across town that begins as soon as the last one ends', () => {
    expect(canTravel([aJob('09:30', 60, inCroydon)], aJob('10:45', 30), 'public')).toBe(false);
    expect(canTravel([aJob('09:30', 60, inCroydon)], aJob('11:43', 30), 'public')).toBe(true);
  });

  it('looks at the next job as well as at the last', () => {
    expect(canTravel([aJob('12:00', 60, inCroydon)], aJob('10:00', 60), 'public')).toBe(false);
  });

  it('needs no time within one site', () => {
    expect(canTravel([aJob('09:30', 60)], aJob('10:30', 30), 'public')).toBe(true);
  });

  it('needs no time for a call', () => {
    expect(canTravel([aJob('09:30', 60, inCroydon)], aJob('10:30', 30, onThePhone), 'public')).toBe(true);
    expect(canTravel([aJob('09:30', 60, onThePhone)], aJob('10:30', 30), 'public')).toBe(true);
  });

  it('cannot be done during a call', () => {
    const day = [aJob('09:00', 60, inCroydon), aJob('10:10', 30, onThePhone)];
    expect(canTravel(day, aJob('11:20', 30), 'public')).toBe(false);
    expect(canTravel(day, aJob('11:43', 30), 'public')).toBe(true);
  });

  it('is not spoilt by a call that is put into the journey', () => {
    const day = [aJob('09:00', 60, inCroydon), aJob('11:20', 30)];
    expect(canTravel(day, aJob('10:10', 30, onThePhone), 'public')).toBe(false);
    expect(canTravel(day, aJob('10:01', 5, onThePhone), 'public')).toBe(true);
  });

  it('does not blame a new job for a journey that was too short before', () => {
    const day = [aJob('08:00', 60, inCroydon), aJob('09:10', 30)];
    expect(canTravel(day, aJob('12:00', 30), 'public')).toBe(true);
  });

  const site = fc.constantFrom('a', 'b', 'c', 'd');
  const places = { a: marlowe, b: croydon, c: { latitude: 51.55, longitude: 0.1 }, d: { latitude: 51.45, longitude: -0.35 } } as const;
  const anyJob = fc
    .record({ start: fc.integer({ min: 0, max: 1440 }), minutes: fc.integer({ min: 5, max: 120 }), site, remote: fc.boolean() })
    .map(({ start, minutes, site: siteId, remote }): Job => {
      const begins = plusMinutes(new Date('2026-12-03T00:00Z'), start);
      const place = remote
        ? { modality: 'video' as const, siteId: null, point: null }
        : { modality: 'in-person' as const, siteId, point: places[siteId as keyof typeof places] };
      return { start: begins, end: plusMinutes(begins, minutes), ...place };
    });
  const disjoint = (jobs: readonly Job[]): Job[] =>
    [...jobs]
      .sort((a, b) => a.start.getTime() - b.start.getTime())
      .reduce<Job[]>((kept, job) => ((kept.at(-1)?.end ?? job.start) <= job.start ? [...kept, job] : kept), []);

  it('leaves no journey impossible in a day that was filled job by job', () => {
    fc.assert(
      fc.property(fc.array(anyJob, { maxLength: 12 }), (jobs) => {
        const day = jobs.reduce<Job[]>(
          (taken, job) =>
            disjoint([...taken, job]).length === taken.length + 1 && canTravel(taken, job, 'car') ? [...taken, job] : taken,
          [],
        );
        const onSite = day.filter(({ modality }) => modality === 'in-person').sort((a, b) => a.start.getTime() - b.start.getTime());
        onSite.slice(1).forEach((after, index) => {
          const before = onSite[index];
          if (!before || before.siteId === after.siteId) return;
          const gap = (after.start.getTime() - before.end.getTime()) / 60_000;
          expect(gap).toBeGreaterThanOrEqual(travelMinutes(before.point, after.point, 'car'));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which the day is known', () => {
    fc.assert(
      fc.property(fc.array(anyJob, { maxLength: 8 }).map(disjoint), anyJob, (day, job) => {
        expect(canTravel([...day].reverse(), job, 'public')).toBe(canTravel(day, job, 'public'));
      }),
    );
  });
});
