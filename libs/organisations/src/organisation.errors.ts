import { Conflict, Invalid, NotFound } from '@dragoman/kernel';

export const constraintSentences = {
  an_organisation_name_is_used_once: () =>
    new Conflict('organisation-name-taken', 'There is an organisation of that name already.'),
  a_site_name_is_used_once: () => new Conflict('site-name-taken', 'There is a site of that name already.'),
};

export const unknownOrganisation = () => new NotFound('organisation-not-found', 'There is no such organisation.');
export const policyChanged = () =>
  new Conflict('policy-changed', 'Somebody changed these rules since you opened them. Nothing was saved: look at what holds now, then change it again.');
export const organisationChanged = () =>
  new Conflict('organisation-changed', 'Somebody changed this since you opened it. Nothing was saved: look at what holds now, then change it again.');
export const unknownSite = () => new NotFound('site-not-found', 'There is no such site.');
export const unknownZone = (zone: string) =>
  new Invalid('unknown-zone', `There is no time zone "${zone}"; write one such as Europe/London.`, { path: 'zone', zone });
