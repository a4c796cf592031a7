import { Injectable } from '@nestjs/common';
import type { RecordingVarieties, RecordingVariety } from '@dragoman/contracts';
import { NotFound } from '@dragoman/kernel';
import { Languages, type Variety } from '@dragoman/languages';
import { Database, type StaffActor } from '@dragoman/platform';
import { type Recording, Recordings } from '@dragoman/recordings';
import { spokenOnly } from '@dragoman/words';
import { presentCounted, presentRecordings } from './recording.presenter';

/** Recordings are the only way to tell their speakers anything but through a person. */
const heardOnly: ReadonlySet<string> = new Set(spokenOnly.map(({ varietyId }) => varietyId));

/** What was recorded, beside what a variety is called. */
@Injectable()
export class RecordingsDesk {
  constructor(
    private readonly database: Database,
    private readonly languages: Languages,
    private readonly recordings: Recordings,
  ) {}

  async list(by: StaffActor): Promise<RecordingVarieties> {
    const counts = await this.database.read(by, (tx) => this.recordings.counts(tx, by.organisationId));
    const there = new Map(counts.map((count) => [count.varietyId, count.there]));
    const shown = (those: readonly Variety[]) => those.map((variety) => presentCounted(variety, there.get(variety.id) ?? 0));
    const all = this.languages.all();
    return { begun: shown(all.filter(({ id }) => there.has(id))), unwritten: shown(all.filter((variety) => heardOnly.has(variety.id) && !there.has(variety.id))) };
  }

  /** @throws NotFound `unknown-variety` */
  async show(by: StaffActor, varietyId: string): Promise<RecordingVariety> {
    const variety = this.languages.variety(varietyId);
    const rows = await this.database.read(by, (tx) => this.recordings.heard(tx, { organisationId: by.organisationId, varietyId }));
    return presentRecordings(variety, rows);
  }

  /** @throws NotFound `no-such-sound`: also where it is another organisation’s. */
  async sound(by: StaffActor, id: string): Promise<Recording> {
    const recording = await this.database.read(by, (tx) => this.recordings.heardAt(tx, id));
    if (!recording) throw new NotFound('no-such-sound', 'This recording is not there any more.');
    return recording;
  }
}
