import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import { CarrierBusy } from './carrier';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Of a stand-in for tests. */
  apiUrl?: string | undefined;
}

/** Below the sender's own patience of 10 s, so that a request has surely ended before anybody asks about it. */
const TIMEOUT_MS = 9_000;
/** Our clock and Twilio's may differ by this much. */
const CLOCKS_DIFFER_MS = 60_000;
/** The most that Twilio lists on a page. Among more than this to one number we do not look for one. */
export const MOST_LISTED = 1_000;

/** Twilio's client hides the headers of a refusal; one of them says when to come back. */
class PatientClient extends twilio.RequestClient {
  override async request<Data>(options: RequestClient.RequestOptions<Data>) {
    const response = await super.request(options);
    if (response.statusCode === 429) throw new CarrierBusy('429', Number(response.headers['retry-after']) || 0);
    return response;
  }
}

export const twilioClient = ({ accountSid, authToken, apiUrl }: TwilioAccount): ReturnType<typeof twilio> => {
  const client = twilio(accountSid, authToken, {
    httpClient: new PatientClient({ timeout: TIMEOUT_MS }),
    // At its level “debug” the client would log numbers and texts.
    logLevel: 'error',
  });
  if (apiUrl) client.api.baseUrl = apiUrl;
  return client;
};

/** A refusal by which Twilio surely took nothing. A failure of its own (5xx) says nothing of that kind. */
export const isTwilioRefusal = (error: unknown): error is { status: number; code?: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;

/** By its clock, whatever was handed over then may have been made there from this moment on. */
export const mayHaveBegun = (handedOverAt: Date): number => handedOverAt.getTime() - CLOCKS_DIFFER_MS;
