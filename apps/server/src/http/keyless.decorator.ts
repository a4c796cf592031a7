import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const KEYLESS = 'dragoman:keyless';

/** In the API description, where the header is then not asked for. */
export const KEYLESS_EXTENSION = 'x-keyless';

/** @param reason why sending it twice needs no `Idempotency-Key`; read by whoever reviews the list. */
export const Keyless = (reason: string): MethodDecorator =>
  applyDecorators(SetMetadata(KEYLESS, reason), ApiExtension(KEYLESS_EXTENSION, reason));
