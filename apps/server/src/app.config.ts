import type { ServerRole } from '../../../config/env.schema';

/** What the parts of the server need to know about where and how it runs. */
export interface AppConfig {
  readonly roles: readonly ServerRole[];
  /** Proxies in front whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies?: string[];
  /** What whoever brings in mail must know; without it nobody may. */
  readonly mailSecret?: string | undefined;
  /** The account whose webhooks are believed; without one none are. */
  readonly twilio?: { accountSid: string; authToken: string } | undefined;
  /** How links in messages begin; known once the server listens. No slash at the end. */
  publicUrl(): string;
  /** Whether browsers come by https, also through a proxy. */
  isHttps(): boolean;
}

export const APP_CONFIG = Symbol('AppConfig');
