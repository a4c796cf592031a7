import { Injectable } from '@nestjs/common';
import type { TextApproval, TextCheck, TextLanguages, TextParams, TextsOfLanguage, TextView, TextWithdrawal } from '@dragoman/contracts';
import { addDays, instantOf, NotFound, wallClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import {
  allCatalogs, isPatientLanguage, lintText, type PatientLanguage, previewText, Reviews, type StandingText, standingTexts, type TextExample, Wordbooks,
} from '@dragoman/words';
import { Colleagues } from './colleagues';
import { presentCheck, presentLanguage, presentTexts, presentTextView } from './text.presenter';

/** An afternoon, so that a day and a part of it are said. */
const EXAMPLE = { inDays: 7, time: '14:30' } as const;

/** English is what the others are made from. */
export const languageOf = (language: string): PatientLanguage => {
  if (!isPatientLanguage(language) || language === 'en') throw new NotFound('no-text-in-language', 'There are no texts to review in this language.');
  return language;
};

const unknownText = (): NotFound => new NotFound('no-such-text', 'There is no such text in this language.');

/** What patients are told, beside what it was made from and who has read it. */
@Injectable()
export class TextsDesk {
  constructor(
    private readonly database: Database,
    private readonly reviews: Reviews,
    private readonly wordbooks: Wordbooks,
    private readonly organisations: Organisations,
    private readonly colleagues: Colleagues,
  ) {}

  async languages(by: StaffActor): Promise<TextLanguages> {
    const newest = await this.database.read(by, (tx) => this.reviews.newest(tx, by.organisationId));
    const translated = allCatalogs.map(({ language }) => language).filter((language) => language !== 'en');
    const items = translated.map((language) => presentLanguage(language, standingTexts(language, newest)));
    return { items: items.sort((a, b) => a.englishName.localeCompare(b.englishName, 'en')) };
  }

  /** @throws NotFound `no-text-in-language` */
  async list(by: StaffActor, id: string): Promise<TextsOfLanguage> {
    const language = languageOf(id);
    return this.database.read(by, async (tx) => presentTexts(language, await this.standing(tx, by, language), await this.saidIn(tx, by, language)));
  }

  /** @throws NotFound `no-text-in-language`, `no-such-text` */
  async show(by: StaffActor, { language: id, form, key }: TextParams): Promise<TextView> {
    const language = languageOf(id);
    return this.database.read(by, async (tx) => {
      const text = (await this.standing(tx, by, language)).find((one) => one.form === form && one.key === key);
      if (!text) throw unknownText();
      const history = await this.reviews.history(tx, by.organisationId, { language, form, key });
      const { staff } = await this.colleagues.seenBy(tx, by);
      return presentTextView(language, text, { history, staff, isSaid: await this.saidIn(tx, by, language) });
    });
  }

  /** What a machine finds in a text as somebody edits it, and how it would look. @throws NotFound `no-text-in-language` */
  async check(by: StaffActor, { language: id, form, key }: TextParams, pattern: string): Promise<TextCheck> {
    const edited = { language: languageOf(id), form, key, pattern };
    return presentCheck(lintText(edited), previewText(edited, await this.example(by)));
  }

  /** @throws as `Reviews.approve` */
  async approve(by: StaffActor, params: TextParams, approval: TextApproval): Promise<TextView> {
    await this.reviews.approve(by, { ...approval, language: languageOf(params.language), form: params.form, key: params.key });
    return this.show(by, params);
  }

  /** @throws as `Reviews.withdraw` */
  async withdraw(by: StaffActor, params: TextParams, decision: TextWithdrawal): Promise<TextView> {
    await this.reviews.withdraw(by, { ...decision, language: languageOf(params.language), form: params.form, key: params.key });
    return this.show(by, params);
  }

  private async standing(tx: ReadTx, { organisationId }: StaffActor, language: PatientLanguage): Promise<StandingText[]> {
    return standingTexts(language, await this.reviews.newest(tx, organisationId, language));
  }

  private async saidIn(tx: ReadTx, { organisationId }: StaffActor, language: PatientLanguage): Promise<(text: StandingText) => boolean> {
    const words = await this.wordbooks.of(tx, organisationId);
    return ({ form, key }) => words.said(language, form, key) !== null;
  }

  private example(by: StaffActor): Promise<TextExample> {
    return this.database.read(by, async (tx) => {
      const { name, phone, zone } = await this.organisations.get(tx, by.organisationId);
      const [site] = await this.organisations.sites(tx);
      const { now } = await this.colleagues.seenBy(tx, by);
      const date = addDays(wallClock(now, zone).date, EXAMPLE.inDays);
      return { clinicName: name, place: site ? `${site.name}, ${site.address}` : name, phone, startsAt: instantOf(`${date}T${EXAMPLE.time}`, zone, { gap: 'forward', fold: 'earlier' }), zone };
    });
  }
}
