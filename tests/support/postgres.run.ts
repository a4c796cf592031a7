import type { Cluster } from '../../config/embedded/cluster';

/** How the addresses reach jest's workers, which inherit the environment. */
export const clusterVariable = 'DRAGOMAN_TEST_CLUSTER';

export interface ClusterAddresses {
  superuser: string;
  owner: string;
  app: string;
  jobs: string;
  log: string;
}

declare global {
  var dragomanTestCluster: { current?: Cluster } | undefined;
  var dragomanHasFailure: boolean | undefined;
}

/** On the global object, because jest loads setup and teardown as separate copies of this file. */
export const heldCluster: { current?: Cluster } = (globalThis.dragomanTestCluster ??= {});
