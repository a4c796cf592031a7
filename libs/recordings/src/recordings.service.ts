import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Conflict, Invalid, newId, NotFound } from '@dragoman/kernel';
import { Database, type ReadTx, type StaffActor, type Tx } from '@dragoman/platform';
import { phrases } from '@dragoman/words';
import { In, IsNull } from 'typeorm';
import { joined } from './joining';
import { Recording } from './recording.entity';
import { type CalledVariety, completeVarieties, recordedCounts, type RecordingRow, recordingsHeard, type VarietyCount } from './recording.queries';
import { checkedSound } from './sound.policy';

const installation = { kind: 'installation', by: 'recordings' } as const;

export interface SoundFile {
  /** Of the file without its ending: the phrase. */
  name: string;
  sound: Buffer;
}

export interface OwnPhrase {
  varietyId: string;
  phrase: string;
  /** Who says it. */
  speaker: string;
  /** The organisation’s own recording that is replaced, as whoever records has seen it; null: there was none. */
  replaces: string | null;
  sound: Buffer;
}

interface Where {
  organisationId: string;
  varietyId: string;
}

const assertPhrase = (name: string): void => {
  if (!phrases.includes(name)) throw new Invalid('unknown-phrase', `No call says “${name}”.`, { name });
};

/** What people said for calls, by variety. A variety is called in once every phrase of it is there. */
@Injectable()
export class Recordings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Varieties in which each of these organisations can say any appointment. */
  complete(tx: ReadTx, organisationIds: readonly string[]): Promise<CalledVariety[]> {
    return completeVarieties(tx, organisationIds);
  }

  /** How far each variety has got that has any recording. */
  counts(tx: ReadTx, organisationId: string): Promise<VarietyCount[]> {
    return recordedCounts(tx, organisationId);
  }

  /** What is heard for each phrase of a variety; what is not there is left out. */
  heard(tx: ReadTx, where: Where): Promise<RecordingRow[]> {
    return recordingsHeard(tx, where);
  }

  /** By phrase, where it is heard; what is not there is left out. */
  async addresses(tx: ReadTx, where: Where, wanted: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const heard = await recordingsHeard(tx, where);
    return new Map(heard.filter(({ phrase }) => wanted.includes(phrase)).map(({ phrase, id }) => [phrase, id]));
  }

  /** Whether these phrases are there and can be joined: nobody decodes an MP3, and what was taken in long ago is in no one form. */
  async canTell(tx: ReadTx, where: Where, wanted: readonly string[]): Promise<boolean> {
    return (await this.joinable(tx, where, wanted)) !== null;
  }

  /** These phrases one after the other as a WAV file; null where they cannot be told. */
  async told(tx: ReadTx, where: Where, wanted: readonly string[]): Promise<Buffer | null> {
    const ids = await this.joinable(tx, where, wanted);
    if (ids === null) return null;
    const found = await tx.find(Recording, { where: { id: In([...ids]) } });
    return joined(ids.map((id) => found.find((recording) => recording.id === id)?.sound ?? Buffer.alloc(0)));
  }

  heardAt(tx: ReadTx, id: string): Promise<Recording | null> {
    return tx.findOneBy(Recording, { id });
  }

  /**
   * An organisation’s own phrase. The same sound again changes nothing.
   * @throws Invalid `unknown-phrase` and those of `checkedSound`; Conflict `recorded-meanwhile` where somebody else was first.
   */
  async record(by: StaffActor, { varietyId, phrase, speaker, replaces, sound: file }: OwnPhrase): Promise<void> {
    assertPhrase(phrase);
    const checked = checkedSound(phrase, file);
    const { organisationId } = by;
    await this.database.transaction(by, async (tx) => {
      const before = await tx.findOne(Recording, { where: { organisationId, varietyId, phrase }, lock: { mode: 'pessimistic_write' } });
      if (before?.sound.equals(checked.sound)) return;
      const recording = { ...checked, id: newId(), organisationId, varietyId, phrase, speaker, importedAt: this.clock.now() };
      const isKept = (before?.id ?? null) === replaces && (await this.put(tx, recording, before));
      if (!isKept && (await this.isThere(tx, recording))) return;
      if (!isKept) throw new Conflict('recorded-meanwhile', 'Somebody else has just recorded this phrase. Listen to it first; nothing was changed.');
      await this.audit.record(tx, { action: 'recording.kept', subject: { kind: 'recording', id: recording.id }, details: { varietyId, phrase } });
    });
  }

  /** Ours is heard no more; the installation’s is, where there is one. Gone already is gone. @throws NotFound `no-such-recording` for one that is not ours. */
  async remove(by: StaffActor, id: string): Promise<void> {
    await this.database.transaction(by, async (tx) => {
      const found = await tx.findOneBy(Recording, { id });
      if (found === null) return;
      if (found.organisationId !== by.organisationId) throw new NotFound('no-such-recording', 'This recording is not your organisation’s own.');
      await tx.delete(Recording, { id });
      await this.audit.record(tx, { action: 'recording.removed', subject: { kind: 'recording', id }, details: { varietyId: found.varietyId, phrase: found.phrase } });
    });
  }

  /**
   * For the whole installation: all of these or none; what was there is replaced and heard at another address, unless it is the
   * same to the byte: a call may be under way.
   * @returns what is missing before the variety is called in.
   * @throws Invalid `unknown-phrase` and those of `checkedSound`.
   */
  async keep(varietyId: string, files: readonly SoundFile[]): Promise<string[]> {
    const importedAt = this.clock.now();
    const recordings = files.map(({ name, sound }) => {
      assertPhrase(name);
      return { ...checkedSound(name, sound), id: newId(), organisationId: null, varietyId, phrase: name, speaker: null, importedAt };
    });
    return this.database.transaction(installation, async (tx) => {
      const before = await tx.find(Recording, { where: { varietyId, organisationId: IsNull() } });
      const isNew = ({ phrase, sound }: { phrase: string; sound: Buffer }): boolean => !before.some((known) => known.phrase === phrase && known.sound.equals(sound));
      const changed = recordings.filter(isNew);
      const replaced = before.filter(({ phrase }) => changed.some((one) => one.phrase === phrase));
      if (replaced.length > 0) await tx.delete(Recording, replaced.map(({ id }) => id));
      if (changed.length > 0) await tx.insert(Recording, changed);
      const there = [...before, ...changed];
      return phrases.filter((phrase) => !there.some((recording) => recording.phrase === phrase));
    });
  }

  /** Addresses in the order of the phrases; null where one cannot be joined. */
  private async joinable(tx: ReadTx, where: Where, wanted: readonly string[]): Promise<string[] | null> {
    const heard = await recordingsHeard(tx, where);
    const found = wanted.flatMap((name) => heard.find(({ phrase, type, seconds }) => phrase === name && type === 'audio/wav' && seconds !== null)?.id ?? []);
    return found.length === wanted.length ? found : null;
  }

  /** A double click: the other one was quicker. */
  private isThere(tx: Tx, { organisationId, varietyId, phrase, sound }: Pick<Recording, 'organisationId' | 'varietyId' | 'phrase' | 'sound'>): Promise<boolean> {
    return tx.existsBy(Recording, { organisationId: organisationId ?? IsNull(), varietyId, phrase, sound });
  }

  /** @returns false where another was there first. */
  private async put(tx: Tx, recording: Recording, before: Recording | null): Promise<boolean> {
    if (before) await tx.delete(Recording, { id: before.id });
    const { raw } = await tx.createQueryBuilder().insert().into(Recording).values(recording).orIgnore().returning('id').execute();
    return raw.length === 1;
  }
}
