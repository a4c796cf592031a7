import { join } from 'node:path';
import { startCluster } from '../../config/embedded/cluster';
import { clusterVariable, heldCluster } from './postgres.run';

/** One cluster serves every test file, and every test run of this folder that goes on at the same time. */
export default async (): Promise<void> => {
  if (heldCluster.current) return;
  const cluster = await startCluster({
    folder: process.env.DRAGOMAN_TEST_DATA ?? join(import.meta.dirname, '../../.data/test'),
    durable: false,
    hold: 'together',
  });
  heldCluster.current = cluster;
  if (cluster.notice) console.log(cluster.notice);
  process.env[clusterVariable] = JSON.stringify({
    superuser: cluster.url('superuser', 'postgres'),
    owner: cluster.url('owner'),
    app: cluster.url('app'),
    jobs: cluster.url('jobs'),
    log: cluster.log,
  });
};
