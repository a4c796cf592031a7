import type { Site as SiteView } from '@dragoman/contracts';
import { isoOrNull } from '@dragoman/kernel';
import type { SiteRow } from '@dragoman/organisations';

export const presentSite = ({ id, name, address, zone, latitude, longitude, rooms, closedAt, revision }: SiteRow): SiteView => ({
  id,
  name,
  address,
  zone,
  latitude,
  longitude,
  rooms,
  closedAt: isoOrNull(closedAt),
  revision,
});
