import { Body, Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import {
  idParams, ownRecordingQuery, type OwnRecordingQuery, recordedSound, recordedVarietyParams, recordingVarieties, type RecordingVarieties, recordingVariety,
  type RecordingVariety, recordPhraseParams, scriptText,
} from '@dragoman/contracts';
import type { StaffActor } from '@dragoman/platform';
import { Recordings } from '@dragoman/recordings';
import { ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Delete, Put } from '../http/methods';
import { scriptTable } from './recording.presenter';
import { RecordingsDesk } from './recordings.desk';

const bytes = { schema: { type: 'string', format: 'binary' } } as const;

type OfVariety = z.infer<typeof recordedVarietyParams>;

@Controller('api/recordings')
export class RecordingsController {
  constructor(
    private readonly desk: RecordingsDesk,
    private readonly recordings: Recordings,
  ) {}

  @Get()
  @Allow('recordings.read')
  @Answers(recordingVarieties)
  list(@By() by: StaffActor): Promise<RecordingVarieties> {
    return this.desk.list(by);
  }

  @Get('sounds/:id')
  @Allow('recordings.read')
  @ApiResponse({ status: 200, description: '', content: { 'audio/wav': bytes, 'audio/mpeg': bytes } })
  async sound(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>, @Res() reply: FastifyReply): Promise<void> {
    const { type, sound } = await this.desk.sound(by, id);
    await reply.header('content-type', type).send(sound);
  }

  /** Only the organisation’s own; what the installation has for all is heard again. */
  @Delete('sounds/:id')
  @Allow('recordings.write')
  @AnswersNothing()
  async remove(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<void> {
    await this.recordings.remove(by, id);
  }

  @Get(':varietyId')
  @Allow('recordings.read')
  @Answers(recordingVariety)
  show(@By() by: StaffActor, @Param({ schema: recordedVarietyParams }) { varietyId }: OfVariety): Promise<RecordingVariety> {
    return this.desk.show(by, varietyId);
  }

  /** For whoever will speak. */
  @Get(':varietyId/script')
  @Allow('recordings.read')
  @ApiProduces('text/csv')
  @Answers(scriptText)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="what-to-record.csv"')
  async script(@By() by: StaffActor, @Param({ schema: recordedVarietyParams }) { varietyId }: OfVariety): Promise<string> {
    return scriptTable(await this.desk.show(by, varietyId));
  }

  /** A WAV file of this phrase, for this organisation. */
  @Put(':varietyId/:phrase')
  @Allow('recordings.write')
  @ApiConsumes('audio/wav')
  @Answers(recordingVariety)
  async record(
    @By() by: StaffActor,
    @Param({ schema: recordPhraseParams }) { varietyId, phrase }: z.infer<typeof recordPhraseParams>,
    @Query({ schema: ownRecordingQuery }) { speaker, replaces }: OwnRecordingQuery,
    @Body({ schema: recordedSound }) sound: Uint8Array,
  ): Promise<RecordingVariety> {
    await this.desk.show(by, varietyId);
    await this.recordings.record(by, { varietyId, phrase, speaker, replaces: replaces ?? null, sound: Buffer.from(sound) });
    return this.desk.show(by, varietyId);
  }
}
