import { Inject, Injectable } from '@nestjs/common';
import type { CallAddresses } from '@dragoman/messaging';
import { APP_CONFIG, type AppConfig } from '../app.config';

/** Where a call comes back to. */
@Injectable()
export class CallPaths {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  of(messageId: string): CallAddresses {
    const base = this.config.publicUrl();
    const heard = `${base}/webhooks/twilio/calls/${messageId}/heard`;
    return { answered: heard, left: heard, sound: (id) => `${base}/sounds/${id}` };
  }
}
