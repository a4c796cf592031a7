import type { Clock } from '@dragoman/kernel';
import { type Carrier, SmtpCarrier, twilioSender, TwilioSmsCarrier, TwilioVoiceCarrier } from '@dragoman/messaging';
import type { Environment } from '../../../config/env.schema';
import { Stop } from '../../../config/stop';

/** @throws Stop where nobody can be the sender that was named. */
const twilioOf = (environment: Environment, publicUrl: () => string, clock: Clock): Carrier[] => {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from, TWILIO_API_URL: apiUrl } = environment;
  if (!accountSid || !authToken || !from) return [];
  const sender = twilioSender(from);
  if (sender === null)
    throw new Stop('The environment variable TWILIO_FROM must be a number such as +442079460000, up to eleven letters, or the SID of a messaging service.');
  const statusCallback = (messageId: string): string => `${publicUrl()}/webhooks/twilio/status/${messageId}`;
  return [new TwilioSmsCarrier({ accountSid, authToken, sender, apiUrl, statusCallback }, clock)];
};

const voiceOf = (environment: Environment, publicUrl: () => string): Carrier[] => {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_VOICE_FROM: from, TWILIO_API_URL: apiUrl } = environment;
  if (!accountSid || !authToken || !from) return [];
  const script = (messageId: string): string => `${publicUrl()}/webhooks/twilio/calls/${messageId}`;
  return [new TwilioVoiceCarrier({ accountSid, authToken, from, apiUrl, script, statusCallback: (id) => `${script(id)}/status` })];
};

const smtpOf = (environment: Environment, publicUrl: () => string, clock: Clock): Carrier[] => {
  const { SMTP_URL: url, SMTP_FROM: from, MAIL_WEBHOOK_SECRET: secret } = environment;
  return url && from && secret ? [new SmtpCarrier({ url, from, secret, publicUrl }, clock)] : [];
};

/** Channels whose variables are set leave the simulator. */
export const carriersOf = (environment: Environment, publicUrl: () => string, clock: Clock): Carrier[] => [
  ...twilioOf(environment, publicUrl, clock),
  ...voiceOf(environment, publicUrl),
  ...smtpOf(environment, publicUrl, clock),
];
