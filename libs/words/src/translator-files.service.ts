import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@dragoman/platform';
import type { PatientLanguage } from './catalogs/catalog';
import { catalogOf } from './catalogs/catalogs';
import { sourceText } from './review.errors';
import { Reviews } from './reviews.service';
import { type StandingText, standingTexts } from './text-standing';
import { changesIn, type FileReading } from './translator-changes';
import { readTranslatorFile, writeTranslatorFile } from './translator-file';
import { fileOfAnotherLanguage } from './translator-file.errors';

/** An organisation's texts on their way to a translator and back. What comes back is approved through `Reviews.approveAll`. */
@Injectable()
export class TranslatorFiles {
  constructor(private readonly reviews: Reviews) {}

  /** A gettext PO file in UTF-8. @throws Invalid `english-is-the-source` */
  async write(tx: ReadTx, organisationId: string, language: PatientLanguage): Promise<Buffer> {
    if (language === 'en') throw sourceText();
    return writeTranslatorFile(language, await this.standing(tx, organisationId, language));
  }

  /**
   * What approving a file would change; nothing is saved.
   * @param wanted the only language that is expected; null: any
   * @throws Invalid as `readTranslatorFile`, and `translator-file-of-another-language`
   */
  async read(tx: ReadTx, organisationId: string, content: Uint8Array, wanted: PatientLanguage | null): Promise<FileReading> {
    const file = readTranslatorFile(content);
    if (wanted !== null && file.language !== wanted) throw fileOfAnotherLanguage(catalogOf(file.language).englishName, catalogOf(wanted).englishName);
    return changesIn(file, await this.standing(tx, organisationId, file.language));
  }

  private async standing(tx: ReadTx, organisationId: string, language: PatientLanguage): Promise<StandingText[]> {
    return standingTexts(language, await this.reviews.newest(tx, organisationId, language));
  }
}
