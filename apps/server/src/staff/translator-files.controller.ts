import { Body, Controller, Get, Param, Res } from '@nestjs/common';
import {
  textLanguageParams, textsOfLanguage, type TextsOfLanguage, translatorApproval, type TranslatorApproval, translatorFile, translatorReading, type TranslatorReading,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { ApiConsumes, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { Keyless } from '../http/keyless.decorator';
import { Post } from '../http/methods';
import { TranslatorFilesDesk } from './translator-files.desk';

const TYPE = 'text/x-gettext-translation';

type OfLanguage = z.infer<typeof textLanguageParams>;

@Controller('api/texts/:language/translators-file')
export class TranslatorFilesController {
  constructor(private readonly desk: TranslatorFilesDesk) {}

  /** A gettext PO file in UTF-8. */
  @Get()
  @Allow('texts.read')
  @ApiResponse({ status: 200, description: '', content: { [TYPE]: { schema: { type: 'string' } } } })
  async write(@By() by: StaffActor, @Param({ schema: textLanguageParams }) { language }: OfLanguage, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await this.desk.write(by, language);
    await reply.header('content-type', `${TYPE}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`).send(content);
  }

  /** What the file would change; nothing is saved. */
  @Post('read')
  @Keyless('only asks: what is asked is too long for an address')
  @Allow('texts.review')
  @ApiConsumes(TYPE)
  @Answers(translatorReading)
  read(@By() by: StaffActor, @Param({ schema: textLanguageParams }) { language }: OfLanguage, @Body({ schema: translatorFile }) content: Uint8Array): Promise<TranslatorReading> {
    return this.desk.read(by, language, content);
  }

  /** From the next message on they are said so: all of them, or none. */
  @Post('approve')
  @Allow('texts.review')
  @Answers(textsOfLanguage)
  approve(@By() by: StaffActor, @Param({ schema: textLanguageParams }) { language }: OfLanguage, @Body({ schema: translatorApproval }) approval: TranslatorApproval): Promise<TextsOfLanguage> {
    return this.desk.approve(by, language, approval);
  }
}
