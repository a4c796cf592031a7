import { Controller, Get, Param, Res } from '@nestjs/common';
import { documentOfInterpreterParams, idParams, interpreterDocuments, type InterpreterDocuments } from '@dragoman/contracts';
import { Documents } from '@dragoman/interpreters';
import type { StaffActor } from '@dragoman/platform';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, By } from '../http/access.decorators';
import { Answers } from '../http/answers.decorator';
import { presentDocument, sendDocument } from '../my/document.presenter';

const bytes = { schema: { type: 'string', format: 'binary' } } as const;

/**
 * What interpreters show of themselves, to organisations that have asked them or for which they work. The desk sees that there is one and until
 * when; whoever keeps the interpreters opens it, and the trail says who did.
 */
@Controller('api/interpreters/:id/documents')
export class InterpreterDocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get()
  @Allow('interpreters.read')
  @Answers(interpreterDocuments)
  async list(@By() by: StaffActor, @Param({ schema: idParams }) { id }: z.infer<typeof idParams>): Promise<InterpreterDocuments> {
    return { items: (await this.documents.list(by, id)).map(presentDocument) };
  }

  @Get(':documentId/file')
  @Allow('interpreters.write')
  @ApiResponse({ status: 200, description: '', content: { 'application/pdf': bytes, 'image/jpeg': bytes, 'image/png': bytes } })
  async file(
    @By() by: StaffActor,
    @Param({ schema: documentOfInterpreterParams }) { id, documentId }: z.infer<typeof documentOfInterpreterParams>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, await this.documents.open(by, { interpreterId: id, documentId }));
  }
}
