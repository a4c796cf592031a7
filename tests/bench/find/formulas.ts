/** The formulas of the rules in SQL, for both baselines; they owe nothing to libs/matching, and answers are compared. */

/** Great circle, haversine, mean radius of the earth. */
export const kilometres = (fromLatitude: string, fromLongitude: string, toLatitude: string, toLongitude: string): string =>
  `(2 * 6371.0088 * asin(least(1, sqrt(
      sin(radians(${toLatitude} - ${fromLatitude}) / 2) ^ 2
      + cos(radians(${fromLatitude})) * cos(radians(${toLatitude})) * sin(radians(${toLongitude} - ${fromLongitude}) / 2) ^ 2))))`;

/** Kilometres an hour from door to door. */
export const speed = (transport: string): string =>
  `(case ${transport} when 'walk' then 4.5 when 'bicycle' then 14 when 'public' then 18 else 24 end)::float8`;

export const travelMinutes = (km: string, kmAnHour: string): string => `ceil(${km} * 1.3 / ${kmAnHour} * 60 + 10)`;

const within = (points: string): string => `least(1, greatest(0, ${points}))`;

export const credentialPoints = (credential: string, level: string): string =>
  `(case when ${credential} is null then 0
         when ${level} ~ '[0-9]' then ${within(`0.4 + substring(${level} from '[0-9]')::float8 / 10`)} else 0.6 end)::float8`;

export const costPoints = (rate: string): string => `${within(`1 - ${rate}::float8 / 10000`)}`;

export const seenPoints = (times: string): string =>
  `(case when coalesce(${times}, 0) = 0 then 0 when ${times} = 1 then 0.6 when ${times} = 2 then 0.85 else 1 end)::float8`;

export const travelPoints = (minutes: string): string => within(`1 - ${minutes} / 90`);

/** `minutes` in 30 days against `offered` minutes a week; half of it is a full share. */
export const fairPoints = (minutes: string, offered: string): string =>
  `(case when ${offered} > 0 then ${within(`1 - ${minutes} / (30::float8 / 7 * ${offered}) / 0.5`)}
         when ${minutes} > 0 then 0 else 1 end)`;

interface Points {
  seen: string;
  serves: string;
  preferred: string;
  inPerson: string;
  travel: string;
  cost: string;
  credential: string;
  fair: string;
}

/** The weighted mean by the weights that an organisation has until it sets its own. */
export const total = (points: Points): string =>
  `((40 + 15 * ${points.seen}
     + case when ${points.preferred} is null then 0 when ${points.serves} then 15 else 0 end
     + case when ${points.inPerson} then 15 * ${points.travel} else 0 end
     + 12 * 0.75::float8 + 8 * ${points.cost} + 6 * ${points.credential} + 10 * ${points.fair})
    / (40 + 15 + case when ${points.preferred} is null then 0 else 15 end + case when ${points.inPerson} then 15 else 0 end
       + 12 + 8 + 6 + 10))`;

/** What a topic asks a credential to cover. */
export const scopeFor = (topic: string): string =>
  `(case ${topic} when 'mental-health' then 'mental-health' when 'safeguarding' then 'social-care' else 'health' end)`;

export const MOST_POSSIBLE = 30;
export const MOST_NOT_POSSIBLE = 12;
