import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@dragoman/platform';
import { z } from 'zod';
import { Public } from './http/access.decorators';
import { Answers } from './http/answers.decorator';

const health = z.object({ status: z.literal('ok') });
const ok = { status: 'ok' } as const;

/** For whoever keeps the process running: `live` says that it answers, `ready` that it can also work. */
@Controller('health')
@Public('load balancers and supervisors do not sign in')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Answers(health)
  live(): z.infer<typeof health> {
    return ok;
  }

  @Get('ready')
  @Answers(health)
  async ready(): Promise<z.infer<typeof health>> {
    await this.database.ping().catch(() => {
      throw new ServiceUnavailableException();
    });
    return ok;
  }
}
