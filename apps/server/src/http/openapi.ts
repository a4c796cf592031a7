import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problem } from '@dragoman/contracts';
import { z } from 'zod';
import { MyModule } from '../my/my.module';
import { StaffModule } from '../staff/staff.module';
import { KEY_HEADER } from './idempotency-key';
import { KEYLESS_EXTENSION } from './keyless.decorator';

const isZod = (schema: unknown): schema is z.ZodType => schema instanceof z.ZodType;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const refusal = {
  description: 'Refused, with the reason.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const header = { name: 'x-dragoman', in: 'header', required: true, schema: { const: '1' } };

const key = {
  name: KEY_HEADER,
  in: 'header',
  required: true,
  description:
    'New for everything that is asked for, the same when it is sent again: then the first answer is sent again, with the header Idempotency-Replayed, for 24 hours. For anything else it is refused with idempotency-key-reused.',
  schema: { type: 'string', minLength: 16, maxLength: 128, pattern: '^[!-~]+$' },
};

const headersOf = (operation: object): object[] => (KEYLESS_EXTENSION in operation ? [header] : [header, key]);

/** What holds for every operation and is therefore said by none of them. */
const withWhatHoldsForAll = (document: OpenAPIObject): OpenAPIObject => {
  for (const path of Object.values(document.paths))
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const operation = path[method];
      if (!operation) continue;
      Object.assign(operation.responses, { default: refusal });
      if (method !== 'get') operation.parameters = [...(operation.parameters ?? []), ...(headersOf(operation) as never[])];
    }
  const schemas = { ...document.components?.schemas, Problem: jsonSchema(problem, 'output') };
  return { ...document, components: { ...document.components, schemas } };
};

const describe = (app: NestFastifyApplication): OpenAPIObject => {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dragoman')
    .setDescription('The API of the staff console, and below /api/my of the interpreter’s app. Sign in with POST /api/session, or with a code by POST /api/my/codes and POST /api/my/session; the cookie does the rest.')
    .setVersion('1')
    .addCookieAuth('dragoman')
    .addSecurityRequirements('cookie')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    include: [StaffModule, MyModule],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      isZod(schema) ? { schema: jsonSchema(schema, schemaType) } : undefined,
  });
  return withWhatHoldsForAll(document);
};

/** Described when first asked for, so that starting does not wait for it. */
export const serveOpenApi = (app: NestFastifyApplication): void => {
  let described: OpenAPIObject | undefined;
  SwaggerModule.setup('api', app, () => (described ??= describe(app)), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
};
