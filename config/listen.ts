import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Environment } from './env.schema';
import { Stop } from './stop';

type Address = Pick<Environment, 'HOST' | 'PORT'>;

const noSuchHost = ({ HOST }: Address): string => `This machine has no address ${HOST}: set HOST to one that it has.`;

const sentences: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ PORT }) => `Port ${PORT} is taken by another program: stop that one, or set PORT to another number.`,
  EACCES: ({ PORT }) => `Port ${PORT} is not open to this account: set PORT to a number above 1023.`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};

/** Turns a refusal to listen into its sentence and leaves any other error as it is. */
export const asStop = (error: unknown, address: Address): unknown => {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return error;
  const sentence = sentences[String(error.code)];
  return sentence ? new Stop(sentence(address)) : error;
};

/** Asked before anything slow begins; whoever takes the port in between is met by `asStop`. */
export const assertPortIsFree = async (address: Address): Promise<void> => {
  const probe = createServer().listen(address.PORT, address.HOST);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw asStop(error, address);
  } finally {
    probe.close();
  }
};
