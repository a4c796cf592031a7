import { Injectable } from '@nestjs/common';
import { Clock, Invalid, newId } from '@dragoman/kernel';
import { Database, hotRows, type ReadTx } from '@dragoman/platform';
import { phrases } from '@dragoman/words';
import { In } from 'typeorm';
import { Recording } from './recording.entity';
import { soundType } from './sound';

const installation = { kind: 'installation', by: 'recordings' } as const;

export interface SoundFile {
  /** Of the file without its ending: the phrase. */
  name: string;
  sound: Buffer;
}

/** What people said for calls, by variety. A variety is called in once every phrase of it is there. */
@Injectable()
export class Recordings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Varieties in which any appointment can be said. */
  complete(tx: ReadTx): Promise<{ varietyId: string; varietyName: string }[]> {
    return hotRows(tx, {
      name: 'recorded-varieties',
      text: `select r.variety_id as "varietyId", v.name_en as "varietyName"
               from recordings.recordings r join languages.varieties v on v.id = r.variety_id
              where r.phrase = any($1::text[])
              group by r.variety_id, v.name_en having count(*) = $2 order by 1`,
      values: [phrases, phrases.length],
    });
  }

  /** By phrase, where it is heard; what is not there is left out. */
  async addresses(tx: ReadTx, varietyId: string, wanted: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await tx.find(Recording, { where: { varietyId, phrase: In([...wanted]) }, select: { phrase: true, id: true } });
    return new Map(found.map(({ phrase, id }) => [phrase, id]));
  }

  heardAt(tx: ReadTx, id: string): Promise<Recording | null> {
    return tx.findOneBy(Recording, { id });
  }

  /**
   * All of these or none; what was there is replaced and heard at another address, unless it is the same to the byte: a call may be
   * under way.
   * @returns what is missing before the variety is called in.
   * @throws Invalid `unknown-phrase`, `not-a-sound`, `sound-too-long`.
   */
  async keep(varietyId: string, files: readonly SoundFile[]): Promise<string[]> {
    const importedAt = this.clock.now();
    const recordings = files.map(({ name, sound }) => {
      if (!phrases.includes(name)) throw new Invalid('unknown-phrase', `No call says “${name}”.`, { name });
      return { varietyId, phrase: name, id: newId(), type: soundType(name, sound), sound, importedAt };
    });
    return this.database.transaction(installation, async (tx) => {
      const before = await tx.find(Recording, { where: { varietyId } });
      const isNew = ({ phrase, sound }: { phrase: string; sound: Buffer }): boolean => !before.some((known) => known.phrase === phrase && known.sound.equals(sound));
      const changed = recordings.filter(isNew);
      if (changed.length > 0) await tx.upsert(Recording, changed, ['varietyId', 'phrase']);
      const there = [...before, ...changed];
      return phrases.filter((phrase) => !there.some((recording) => recording.phrase === phrase));
    });
  }
}
