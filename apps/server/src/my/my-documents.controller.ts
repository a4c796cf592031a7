import { Body, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { documentFile, documentParams, interpreterDocuments, type InterpreterDocuments, newDocument, type NewDocument } from '@dragoman/contracts';
import { Documents } from '@dragoman/interpreters';
import type { InterpreterActor } from '@dragoman/platform';
import { ApiConsumes, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ByInterpreter, ForInterpreters } from '../http/access.decorators';
import { Answers, AnswersNothing } from '../http/answers.decorator';
import { Delete, Post } from '../http/methods';
import { presentDocument, sendDocument } from './document.presenter';

type OfDocument = z.infer<typeof documentParams>;

const bytes = { schema: { type: 'string', format: 'binary' } } as const;

/** What an interpreter shows of themselves: certificates, checks. */
@Controller('api/my/documents')
@ForInterpreters()
export class MyDocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get()
  @Answers(interpreterDocuments)
  async list(@ByInterpreter() by: InterpreterActor): Promise<InterpreterDocuments> {
    return { items: (await this.documents.list(by, by.interpreterId)).map(presentDocument) };
  }

  /** The file as it is; what it is, is found out from what is in it. */
  @Post()
  @ApiConsumes('application/pdf', 'image/jpeg', 'image/png')
  @Answers(interpreterDocuments, 201)
  async add(
    @ByInterpreter() by: InterpreterActor,
    @Query({ schema: newDocument }) { kind, title, expiresOn }: NewDocument,
    @Body({ schema: documentFile }) content: Uint8Array,
  ): Promise<InterpreterDocuments> {
    await this.documents.add(by, { kind, title, expiresOn: expiresOn ?? null, content: Buffer.from(content) });
    return this.list(by);
  }

  @Get(':documentId/file')
  @ApiResponse({ status: 200, description: '', content: { 'application/pdf': bytes, 'image/jpeg': bytes, 'image/png': bytes } })
  async file(@ByInterpreter() by: InterpreterActor, @Param({ schema: documentParams }) { documentId }: OfDocument, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument(reply, await this.documents.own(by, documentId));
  }

  @Delete(':documentId')
  @AnswersNothing()
  async remove(@ByInterpreter() by: InterpreterActor, @Param({ schema: documentParams }) { documentId }: OfDocument): Promise<void> {
    await this.documents.remove(by, documentId);
  }
}
