import { Injectable } from '@nestjs/common';
import { NotFound } from '@dragoman/kernel';
import { Database, type ReadTx } from '@dragoman/platform';
import { Recordings } from '@dragoman/recordings';
import { recordedVarietyFor } from '@dragoman/reminders';
import { phrasesOf } from '@dragoman/words';
import type { AppointmentVisit } from './appointment.service';

interface Said {
  organisationId: string;
  varietyId: string;
  phrases: readonly string[];
}

/** An appointment said from recordings in a variety that the patient understands. */
@Injectable()
export class ListenService {
  constructor(
    private readonly database: Database,
    private readonly recordings: Recordings,
  ) {}

  /** Whether there is anything to listen to: every phrase of the variety is there, and those of this appointment can be joined. */
  async mayListen(visit: AppointmentVisit): Promise<boolean> {
    const may = await this.database.read(visit.actor, (tx) => this.saying(tx, visit, (said) => this.recordings.canTell(tx, said, said.phrases)));
    return may ?? false;
  }

  /** A WAV file. @throws NotFound `no-such-sound` */
  async sound(visit: AppointmentVisit): Promise<Buffer> {
    const sound = await this.database.read(visit.actor, (tx) => this.saying(tx, visit, (said) => this.recordings.told(tx, said, said.phrases)));
    if (!sound) throw new NotFound('no-such-sound', 'There is nothing to listen to.');
    return sound;
  }

  private async saying<Answer>(tx: ReadTx, { actor, languages, source }: AppointmentVisit, ask: (said: Said) => Promise<Answer>): Promise<Answer | null> {
    const { organisationId } = actor;
    const phrases = phrasesOf('reminder', source);
    const variety = phrases && recordedVarietyFor({ languages }, await this.recordings.complete(tx, [organisationId]));
    return phrases && variety ? ask({ organisationId, varietyId: variety.varietyId, phrases }) : null;
  }
}
