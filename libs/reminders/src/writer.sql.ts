/**
 * Joins as `writer` the interpreter who wrote a reply `r`, where `isAsked` holds. By number and by mail apart, each has an index: asked for
 * either at once, PostgreSQL reads every interpreter for every reply. A mail that an agency's interpreters share is nobody's.
 */
export const joinWriter = (isAsked: string): string => `
  left join lateral (
    select i.id, i.display_name from interpreters.interpreters i where ${isAsked} and r.channel = 'sms' and i.phone = r.address
    union all
    select i.id, i.display_name from interpreters.interpreters i
     where ${isAsked} and r.channel = 'email' and i.email = r.address and i.agency_id is null) writer on true`;
