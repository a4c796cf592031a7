import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A wire to a server that can be cut as a network is: what is open breaks, and nothing new gets through. */
export interface Wire {
  url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export const wireTo = async (server: string): Promise<Wire> => {
  const open = new Set<Socket>();
  let isCut = false;
  const breakAll = () => open.forEach((socket) => socket.destroy());
  const proxy = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect({ port: Number(new URL(server).port), host: 'localhost' });
    for (const [from, to] of [[near, far], [far, near]] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('A wire without a port.');
  return {
    url: `http://localhost:${address.port}`,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      breakAll();
      proxy.close();
      await once(proxy, 'close');
    },
  };
};
