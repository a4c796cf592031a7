import { failuresOf, journeyMinutes, pairOf } from './rules';
import type { ModelInterpreter, ModelRequest, ModelTable } from './world';

/** The soft rules, from their description and nothing of the product; 0 to 1 each, by name. */

const clip = (x: number): number => (x < 0 ? 0 : x > 1 ? 1 : x);

export const scoresOf = (request: ModelRequest, table: ModelTable, who: ModelInterpreter): Record<string, number> => {
  const { level, skill } = pairOf(request, table, who);
  const seen = request.timesSeen.get(who.id) ?? 0;
  const wishes = [];
  if (request.wanted.length > 0) wishes.push(request.wanted.includes(who.id) ? 1 : 0);
  if (request.preferredGender !== null) wishes.push((who.servesRequests as string[]).includes(request.preferredGender) ? 1 : 0);
  const { kept, of } = request.record.get(who.id) ?? { kept: 0, of: 0 };
  const monthBefore = request.start.getTime() - 30 * 86_400_000;
  const worked = who.jobs
    .filter(({ start }) => start.getTime() >= monthBefore && start < request.start)
    .reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()) / 60_000, 0);
  const offered = (who.hours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0) * 30) / 7;
  const share = offered > 0 ? worked / offered : worked > 0 ? 1 : 0;
  const grade = skill?.credentialLevel?.match(/\d/)?.[0];
  return {
    exactness: { exact: 1, close_consent: 0.4 }[level] ?? 0,
    continuity: [0, 0.6, 0.85][seen] ?? 1,
    ...(wishes.length > 0 && { wish: wishes.reduce<number>((sum, one) => sum + one, 0) / wishes.length }),
    ...(request.modality === 'in-person' && { travel: clip(1 - journeyMinutes(who.home, request.point, who.transport) / 90) }),
    record: of === 0 ? 0.75 : kept / of,
    cost: clip(1 - who.hourlyRate / 10_000),
    credential: !skill?.credential ? 0 : grade === undefined ? 0.6 : clip(0.4 + Number(grade) / 10),
    'fair-share': clip(1 - share / 0.5),
  };
};

export const totalOf = (request: ModelRequest, table: ModelTable, who: ModelInterpreter): number => {
  const scores = Object.entries(scoresOf(request, table, who));
  const weight = scores.reduce((sum, [name]) => sum + (request.weights[name] ?? 0), 0);
  return weight === 0 ? 0 : scores.reduce((sum, [name, points]) => sum + (request.weights[name] ?? 0) * points, 0) / weight;
};

export interface ModelPlace {
  id: string;
  total: number;
}

/** Everybody who is possible, best first; equals by id. */
export const possibleOf = (request: ModelRequest, table: ModelTable, world: readonly ModelInterpreter[]): ModelPlace[] =>
  world
    .filter((who) => failuresOf(request, table, who).size === 0)
    .map((who) => ({ id: who.id, total: totalOf(request, table, who) }))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
