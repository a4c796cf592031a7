import { Body, Controller, Get, HttpCode, Param } from '@nestjs/common';
import {
  textApproval, type TextApproval, textCheck, type TextCheck, textLanguageParams, textLanguages, type TextLanguages, textParams, type TextParams,
  textsOfLanguage, type TextsOfLanguage, textToCheck, textView, type TextView, textWithdrawal, type TextWithdrawal,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { TextsDesk } from './texts.desk';

@Controller('api/texts')
export class TextsController {
  constructor(private readonly desk: TextsDesk) {}

  @Get()
  @Allow('texts.read')
  @Answers(textLanguages)
  languages(@By() by: StaffActor): Promise<TextLanguages> {
    return this.desk.languages(by);
  }

  @Get(':language')
  @Allow('texts.read')
  @Answers(textsOfLanguage)
  list(@By() by: StaffActor, @Param({ schema: textLanguageParams }) { language }: z.infer<typeof textLanguageParams>): Promise<TextsOfLanguage> {
    return this.desk.list(by, language);
  }

  @Get(':language/:form/:key')
  @Allow('texts.read')
  @Answers(textView)
  show(@By() by: StaffActor, @Param({ schema: textParams }) params: TextParams): Promise<TextView> {
    return this.desk.show(by, params);
  }

  /** Changes nothing. */
  @Post(':language/:form/:key/check')
  @Keyless('only asks: what is asked is too long for an address')
  @HttpCode(200)
  @Allow('texts.read')
  @Answers(textCheck)
  check(@By() by: StaffActor, @Param({ schema: textParams }) params: TextParams, @Body({ schema: textToCheck }) { pattern }: z.infer<typeof textToCheck>): Promise<TextCheck> {
    return this.desk.check(by, params, pattern);
  }

  /** From the next message on it is said so. */
  @Post(':language/:form/:key/approve')
  @HttpCode(200)
  @Allow('texts.review')
  @Answers(textView)
  approve(@By() by: StaffActor, @Param({ schema: textParams }) params: TextParams, @Body({ schema: textApproval }) approval: TextApproval): Promise<TextView> {
    return this.desk.approve(by, params, approval);
  }

  /** From the next message on the draft counts again. */
  @Post(':language/:form/:key/withdraw')
  @HttpCode(200)
  @Allow('texts.review')
  @Answers(textView)
  withdraw(@By() by: StaffActor, @Param({ schema: textParams }) params: TextParams, @Body({ schema: textWithdrawal }) decision: TextWithdrawal): Promise<TextView> {
    return this.desk.withdraw(by, params, decision);
  }
}
