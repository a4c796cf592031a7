import { heldCluster } from './postgres.run';

export default async (): Promise<void> => {
  await heldCluster.current?.stop();
  heldCluster.current = undefined;
};
