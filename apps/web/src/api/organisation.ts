import { queryOptions } from '@tanstack/react-query';
import type { FirstSteps, NewSite, OrganisationChange, OrganisationDetails, Site, VersionedPolicy } from '@dragoman/contracts';
import { api } from './client';

type List<Item> = { items: Item[] };

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async ({ signal }) => (await api.get<List<Site>>('/sites', signal)).items,
  staleTime: 60_000,
});

/** Where somebody can be booked. */
export const openSitesQuery = queryOptions({ ...sitesQuery, select: (sites: Site[]) => sites.filter(({ closedAt }) => closedAt === null) });

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => api.get<VersionedPolicy>('/organisation/policy', signal),
});

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => api.get<OrganisationDetails>('/organisation', signal),
});

export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: ({ signal }) => api.get<FirstSteps>('/first-steps', signal),
});

export const saveOrganisation = (change: OrganisationChange) => api.put<OrganisationDetails>('/organisation', change);
export const savePolicy = (policy: VersionedPolicy) => api.put<VersionedPolicy>('/organisation/policy', policy);
export const addSite = (site: NewSite) => api.post<Site>('/sites', site);
export const changeSite = ({ id, revision }: Site, site: NewSite) => api.put<Site>(`/sites/${id}`, site, { ifMatch: `"${revision}"` });
export const closeSite = (id: string) => api.post<Site>(`/sites/${id}/closing`);
export const reopenSite = (id: string) => api.post<Site>(`/sites/${id}/reopening`);
