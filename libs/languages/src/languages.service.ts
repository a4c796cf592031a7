import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Conflict } from '@dragoman/kernel';
import { type Actor, actorId, Database, type Tx } from '@dragoman/platform';
import { agreedVariety } from './code-name';
import { writeNames, writeSpokenIn } from './finder.queries';
import {
  addRevision, type Changes, countReviewed, lastContentHash, lockLoading, readRevision, readSnapshot, varietiesMissingFrom,
  writeAliases, writeEncounters, writeVarieties,
} from './languages.queries';
import { resolveName } from './names';
import { Registry, type Triage } from './registry';
import { type Baseline, readBaseline, shippedSeeds } from './seeds';
import type { Variety } from './variety';

type InstallationActor = Extract<Actor, { kind: 'installation' }>;

export interface LoadReport {
  readonly revision: number;
  readonly varieties: Changes;
  readonly encounters: Changes;
  /** Encounters that somebody reviewed, left as they are. */
  readonly reviewed: number;
}

const itself: Actor = { kind: 'installation', by: 'languages' };
const unchanged: Changes = { added: 0, changed: 0, removed: 0 };
const LOOK_AGAIN_MS = 30_000;

/** Varieties and the encounters that ship, answered from memory; another process's load is seen within half a minute. */
@Injectable()
export class Languages implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Languages');
  private registry = new Registry({ varieties: [], encounters: [], aliases: [] });
  private revision = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => this.log.warn('the languages were not read again', error));
    }, LOOK_AGAIN_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads the facts again if the database holds a newer revision. */
  async refresh(): Promise<void> {
    await this.database.read(itself, async (tx) => {
      if ((await readRevision(tx)) === this.revision) return;
      const { revision, ...facts } = await readSnapshot(tx);
      this.registry = new Registry(facts);
      this.revision = revision;
    });
  }

  /** In the order of the files: macro names before their members. */
  all(): readonly Variety[] {
    return this.registry.facts.varieties;
  }

  /** @throws NotFound `unknown-variety`; retired ids and names are for `resolve` */
  variety(id: string): Variety {
    return this.registry.variety(id);
  }

  /** The question for a name that is not bookable; undefined for every other. @throws NotFound `unknown-variety` */
  triage(id: string): Triage | undefined {
    return this.registry.triage(this.registry.variety(id));
  }

  /** All facts as they are now, for deciding several things on one picture. */
  picture(): Registry {
    return this.registry;
  }

  /** Parent, siblings and children in the tree: for explaining, never for matching. @throws NotFound `unknown-variety` */
  relativesOf(id: string): readonly Variety[] {
    return this.registry.relatives(id);
  }

  /**
   * The variety that an id, an ISO 639-3 code, a retired id, an English name or an autonym stands for.
   * A name shared by a group and its members is the group, which opens a question.
   * @throws NotFound `unknown-language` with near names; Conflict `ambiguous-language`, `no-languages`
   */
  resolve(text: string): Variety {
    this.assertLoaded();
    return resolveName(this.registry, text);
  }

  /**
   * The variety that a code and the name beside it both stand for; importers compare the two, because public lists miscode.
   * @throws NotFound `unknown-language`; Invalid `code-is-not-the-name`, `ask-which-language`; Conflict `no-languages`
   */
  agree(code: string, name: string): Variety {
    this.assertLoaded();
    return agreedVariety(this.registry, code, name);
  }

  /**
   * Brings the database to the facts of a folder, all or nothing; running it again changes nothing.
   * Rows that somebody reviewed stay as they are.
   * @throws Invalid `bad-language-seeds` naming every bad line; Conflict `variety-vanished`
   */
  async load(actor: InstallationActor, folder = shippedSeeds): Promise<LoadReport> {
    const baseline = await readBaseline(folder);
    const report = await this.database.transaction(actor, (tx) => this.write(tx, baseline));
    await this.refresh();
    return report;
  }

  private assertLoaded(): void {
    if (this.all().length === 0)
      throw new Conflict('no-languages', 'This database holds no languages yet: run “npm run migrate” first.');
  }

  private async write(tx: Tx, { contentHash, varieties, encounters, aliases, spokenIn }: Baseline): Promise<LoadReport> {
    await lockLoading(tx);
    if ((await lastContentHash(tx)) === contentHash)
      return {
        revision: await readRevision(tx),
        varieties: unchanged,
        encounters: unchanged,
        reviewed: await countReviewed(tx),
      };
    const vanished = await varietiesMissingFrom(tx, varieties.map(({ id }) => id));
    if (vanished.length > 0)
      throw new Conflict(
        'variety-vanished',
        `The files no longer name ${vanished.join(', ')}, which people may be recorded with: keep each as not bookable.`,
        { ids: vanished },
      );
    const changedVarieties = await writeVarieties(tx, varieties);
    await writeAliases(tx, aliases);
    await writeNames(tx, varieties);
    await writeSpokenIn(tx, spokenIn);
    const changedEncounters = await writeEncounters(tx, encounters);
    const revision = await addRevision(tx, contentHash, this.clock.now(), actorId(tx.actor));
    await this.audit.record(tx, {
      action: 'languages.loaded',
      subject: { kind: 'languages', id: String(revision) },
      details: { contentHash, added: changedEncounters.added, changed: changedEncounters.changed, removed: changedEncounters.removed },
    });
    return {
      revision,
      varieties: changedVarieties,
      encounters: changedEncounters,
      reviewed: await countReviewed(tx),
    };
  }
}
