import type { Confidence, Level } from '@dragoman/languages';
import { hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import type { Ruling, Terms } from './ruling.policy';

export interface Pair {
  readonly patientVariety: string;
  readonly interpreterVariety: string;
}

/** A ruling with who made it last, and the agreement it rests on. */
export interface OwnRuling extends Ruling {
  readonly stands: boolean;
  readonly looseningId: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

const terms = (prefix: string, confidence: string): string =>
  `json_build_object('level', ${prefix}_level, 'confidence', ${confidence}, 'notFor', ${prefix}_not_for)`;

const rulingColumns = `patient_variety as "patientVariety", interpreter_variety as "interpreterVariety", level, confidence,
  reason, source, not_for as "notFor", case when loosening_id is not null then ${terms('agreed', 'agreed_confidence')} end as "agreedAgainst"`;
const ownColumns = `${rulingColumns}, stands, loosening_id as "looseningId", made_by as "madeBy", made_at as "madeAt"`;

/** On the way of every search and every acceptance: one range of the primary key. */
export const rulingsFor = (tx: ReadTx, organisationId: string, patientVariety: string): Promise<Ruling[]> =>
  hotRows(tx, {
    name: 'rulings-for',
    text: `select ${rulingColumns} from languages.rulings where organisation_id = $1 and patient_variety = $2 and stands`,
    values: [organisationId, patientVariety],
  });

/** All of an organisation's, lifted ones too. */
export const ownRulings = (tx: ReadTx, organisationId: string): Promise<OwnRuling[]> =>
  tx.query(`select ${ownColumns} from languages.rulings where organisation_id = $1`, [organisationId]);

/** Edits of an organisation's table happen one after the other: each is judged by what is in effect then. */
export const lockTable = async (tx: Tx, organisationId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('encounters of ' || $1, 4))`, [organisationId]);
};

export interface WrittenRuling extends Omit<OwnRuling, 'madeBy' | 'madeAt'> {
  readonly organisationId: string;
}

const valuesOf = (ruling: WrittenRuling, by: string, at: Date): unknown[] => [
  ruling.organisationId, ruling.patientVariety, ruling.interpreterVariety, ruling.level, ruling.confidence, ruling.reason,
  ruling.source, ruling.notFor, ruling.stands, ruling.looseningId, ruling.agreedAgainst?.level ?? null,
  ruling.agreedAgainst?.confidence ?? null, ruling.agreedAgainst?.notFor ?? null, by, at,
];

export const writeRuling = async (tx: Tx, ruling: WrittenRuling, by: string, at: Date): Promise<void> => {
  const rest = `level, confidence, reason, source, not_for, stands, loosening_id, agreed_level, agreed_confidence, agreed_not_for,
    made_by, made_at`;
  await tx.query(
    `insert into languages.rulings (organisation_id, patient_variety, interpreter_variety, ${rest})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (organisation_id, patient_variety, interpreter_variety) do update set (${rest}) =
       row(${rest.replace(/\w+/g, 'excluded.$&')})`,
    valuesOf(ruling, by, at),
  );
};

export type LooseningState = 'open' | 'approved' | 'refused' | 'withdrawn';

export interface Proposal extends Pair {
  /** Instead of terms of its own: follow the baseline again. */
  readonly lifts: boolean;
  readonly level: Level;
  readonly confidence: Confidence;
  readonly reason: string;
  readonly source: string;
  readonly notFor: readonly string[];
}

export interface Loosening extends Proposal {
  readonly id: string;
  /** What was in effect when it was proposed. */
  readonly before: Terms;
  readonly state: LooseningState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

const looseningColumns = `id, patient_variety as "patientVariety", interpreter_variety as "interpreterVariety", lifts, level,
  confidence, reason, source, not_for as "notFor", ${terms('before', 'before_confidence')} as before, state,
  proposed_by as "proposedBy", proposed_at as "proposedAt"`;

export const openLoosenings = (tx: ReadTx, organisationId: string): Promise<Loosening[]> =>
  tx.query(
    `select ${looseningColumns} from languages.loosenings where organisation_id = $1 and state = 'open' order by proposed_at, id`,
    [organisationId],
  );

export const looseningById = async (tx: ReadTx, organisationId: string, id: string): Promise<Loosening | undefined> => {
  const [row] = await tx.query(`select ${looseningColumns} from languages.loosenings where organisation_id = $1 and id = $2`, [
    organisationId,
    id,
  ]);
  return row;
};

export const addLoosening = async (tx: Tx, organisationId: string, loosening: Omit<Loosening, 'state'>): Promise<void> => {
  const { before } = loosening;
  await tx.query(
    `insert into languages.loosenings (id, organisation_id, patient_variety, interpreter_variety, lifts, level, confidence, reason,
       source, not_for, before_level, before_confidence, before_not_for, state, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14, $15)`,
    [
      loosening.id, organisationId, loosening.patientVariety, loosening.interpreterVariety, loosening.lifts, loosening.level,
      loosening.confidence, loosening.reason, loosening.source, loosening.notFor, before.level, before.confidence, before.notFor,
      loosening.proposedBy, loosening.proposedAt,
    ],
  );
};

/** Repeats its condition, so that of two who decide at once one is told. */
export const decideLoosening = async (
  tx: Tx,
  id: string,
  decision: { state: Exclude<LooseningState, 'open'>; by: string; at: Date },
): Promise<boolean> => {
  const [rows] = await tx.query<[unknown[], number]>(
    `update languages.loosenings set state = $2, decided_by = $3, decided_at = $4 where id = $1 and state = 'open' returning id`,
    [id, decision.state, decision.by, decision.at],
  );
  return rows.length > 0;
};

export type EditKind = 'tightened' | 'reworded' | 'proposed' | 'approved' | 'refused' | 'withdrawn';

export interface Edit extends Pair {
  readonly id: string;
  readonly what: EditKind;
  readonly before: Omit<Terms, 'confidence'>;
  readonly after: Omit<Terms, 'confidence'>;
  readonly reason: string;
  readonly source: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

export const addEdit = async (tx: Tx, organisationId: string, edit: Edit): Promise<void> => {
  await tx.query(
    `insert into languages.edits (id, organisation_id, patient_variety, interpreter_variety, what, before_level, before_not_for,
       after_level, after_not_for, reason, source, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      edit.id, organisationId, edit.patientVariety, edit.interpreterVariety, edit.what, edit.before.level, edit.before.notFor,
      edit.after.level, edit.after.notFor, edit.reason, edit.source, edit.madeBy, edit.madeAt,
    ],
  );
};

/** Newest first; leans on `edits_of_a_pair`. */
export const editsOf = (tx: ReadTx, organisationId: string, { patientVariety, interpreterVariety }: Pair): Promise<Edit[]> =>
  tx.query(
    `select id, patient_variety as "patientVariety", interpreter_variety as "interpreterVariety", what,
            json_build_object('level', before_level, 'notFor', before_not_for) as before,
            json_build_object('level', after_level, 'notFor', after_not_for) as after,
            reason, source, made_by as "madeBy", made_at as "madeAt"
       from languages.edits
      where organisation_id = $1 and patient_variety = $2 and interpreter_variety = $3
      order by id desc limit 100`,
    [organisationId, patientVariety, interpreterVariety],
  );
