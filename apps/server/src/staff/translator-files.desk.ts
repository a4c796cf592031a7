import { Injectable } from '@nestjs/common';
import type { TextsOfLanguage, TranslatorApproval, TranslatorReading } from '@dragoman/contracts';
import { Database, type StaffActor } from '@dragoman/platform';
import { Reviews, TranslatorFiles } from '@dragoman/words';
import { presentReading } from './text.presenter';
import { languageOf, TextsDesk } from './texts.desk';

/** Texts on their way to a translator and back. */
@Injectable()
export class TranslatorFilesDesk {
  constructor(
    private readonly database: Database,
    private readonly files: TranslatorFiles,
    private readonly reviews: Reviews,
    private readonly texts: TextsDesk,
  ) {}

  /** @throws NotFound `no-text-in-language` */
  async write(by: StaffActor, id: string): Promise<{ name: string; content: Buffer }> {
    const language = languageOf(id);
    return { name: `texts-${language}.po`, content: await this.database.read(by, (tx) => this.files.write(tx, by.organisationId, language)) };
  }

  /** @throws NotFound `no-text-in-language`; Invalid as `TranslatorFiles.read` */
  async read(by: StaffActor, id: string, content: Uint8Array): Promise<TranslatorReading> {
    const language = languageOf(id);
    return presentReading(await this.database.read(by, (tx) => this.files.read(tx, by.organisationId, content, language)));
  }

  /** @throws as `Reviews.approveAll` */
  async approve(by: StaffActor, id: string, { texts, ...decision }: TranslatorApproval): Promise<TextsOfLanguage> {
    const language = languageOf(id);
    await this.reviews.approveAll(by, texts.map((text) => ({ ...decision, ...text, language })));
    return this.texts.list(by, language);
  }
}
