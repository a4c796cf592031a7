import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, type LocalDate, newId } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { Database, LiveHints, lockInterpreters, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { type CandidateFacts, candidatePool, type PoolQuery } from './candidate.queries';
import { Interpreter, type InterpreterDescription } from './interpreter.entity';
import { constraintSentences, noSuchInterpreter } from './interpreter.errors';
import { assertInterpretable } from './interpreter.policy';
import {
  interpreterDetail,
  type InterpreterDetail,
  type InterpreterPage,
  listInterpreters,
  type ListQuery,
} from './interpreter.queries';
import { Skill, type SkillDirection, type SkillScope } from './skill.entity';
import { type StatedHours, WeeklyHours } from './weekly-hours.entity';

export interface StatedSkill {
  varietyId: string;
  credential: string | null;
  credentialExpiresOn: LocalDate | null;
  /** Left out: English. */
  otherId?: string | undefined;
  /** Left out: both. */
  direction?: SkillDirection | undefined;
  credentialBody?: string | null | undefined;
  credentialLevel?: string | null | undefined;
  scope?: readonly SkillScope[] | undefined;
}

const USUAL_OTHER = 'eng';

const skillOf = (interpreterId: string, { varietyId, credential, credentialExpiresOn, ...more }: StatedSkill): Skill =>
  Object.assign(new Skill(), {
    interpreterId,
    varietyId,
    credential,
    credentialExpiresOn,
    otherId: more.otherId ?? USUAL_OTHER,
    direction: more.direction ?? 'both',
    credentialBody: more.credentialBody ?? null,
    credentialLevel: more.credentialLevel ?? null,
    scope: [...(more.scope ?? [])],
  });

export interface InterpreterInput extends InterpreterDescription {
  skills: readonly StatedSkill[];
  hours: readonly StatedHours[];
}

@Injectable()
export class Interpreters implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly languages: Languages,
    private readonly audit: Audit,
    private readonly live: LiveHints,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /**
   * @throws Invalid `not-a-phone-number`, `landline`, `not-an-email-address`, `unknown-zone`, `not-interpretable`, `credential-unnamed`.
   * @throws Conflict `phone-taken`, `email-taken`, `language-twice`, `hours-twice`.
   */
  add(actor: StaffActor, input: InterpreterInput & { home: NonNullable<InterpreterInput['home']> }): Promise<InterpreterDetail> {
    return this.database.transaction(actor, async (tx) => {
      const interpreter = tx.create(Interpreter, { id: newId(), active: true, createdAt: this.clock.now() });
      return this.write(tx, actor, interpreter, input, 'interpreter.added');
    });
  }

  /** Without `home` the interpreter lives where they lived. @throws as `add`, and NotFound `interpreter-not-found`. */
  update(actor: StaffActor, id: string, input: InterpreterInput): Promise<InterpreterDetail> {
    return this.database.transaction(actor, async (tx) => {
      await lockInterpreters(tx, [id]);
      const interpreter = await tx.findOneBy(Interpreter, { id });
      if (!interpreter) throw noSuchInterpreter();
      return this.write(tx, actor, interpreter, input, 'interpreter.updated');
    });
  }

  /** @throws NotFound `interpreter-not-found`. */
  async get(tx: ReadTx, id: string): Promise<InterpreterDetail> {
    const { week, ...detail } = await interpreterDetail(tx, id);
    return { ...detail, hours: week.map((hours) => Object.assign(new WeeklyHours(), hours).stated()) };
  }

  list(tx: ReadTx, query: ListQuery): Promise<InterpreterPage> {
    return listInterpreters(tx, query);
  }

  /** Whoever might be asked, with all that the rules of matching look at; fresh, in one statement. */
  pool(tx: ReadTx, query: PoolQuery): Promise<CandidateFacts[]> {
    return candidatePool(tx, query);
  }

  private async write(
    tx: Tx,
    actor: StaffActor,
    interpreter: Interpreter,
    input: InterpreterInput,
    action: 'interpreter.added' | 'interpreter.updated',
  ): Promise<InterpreterDetail> {
    const interpreterId = interpreter.id;
    assertInterpretable(this.languages, input.skills);
    interpreter.describe(input);
    await tx.save(interpreter);
    await tx.delete(Skill, { interpreterId });
    await tx.insert(Skill, input.skills.map((skill) => skillOf(interpreterId, skill)));
    await tx.delete(WeeklyHours, { interpreterId });
    await tx.insert(WeeklyHours, input.hours.map((hours) => WeeklyHours.of(interpreterId, hours)));
    await this.audit.record(tx, {
      action,
      subject: { kind: 'interpreter', id: interpreterId },
      organisationId: actor.organisationId,
      details: {},
    });
    this.live.publish(tx, { organisationId: actor.organisationId, topic: 'interpreter', id: interpreterId });
    return this.get(tx, interpreterId);
  }
}
