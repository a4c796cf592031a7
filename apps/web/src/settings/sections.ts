import type { Permission, Session } from '@dragoman/contracts';

export type SectionPath =
  | '/settings/organisation'
  | '/settings/sites'
  | '/settings/people'
  | '/settings/agencies'
  | '/settings/policies'
  | '/settings/matching'
  | '/settings/messages'
  | '/settings/day'
  | '/settings/encounters'
  | '/settings/texts'
  | '/settings/recordings';

export interface Section {
  to: SectionPath;
  name: string;
  /** What is decided there, for whoever looks for it. */
  about: string;
  needs: Permission;
}

interface Group {
  name: string;
  sections: readonly Section[];
}

const groups: readonly Group[] = [
  {
    name: 'Who and where',
    sections: [
      { to: '/settings/organisation', name: 'Organisation', about: 'What patients know you by, and where they call', needs: 'policy.read' },
      { to: '/settings/sites', name: 'Sites', about: 'Where patients come', needs: 'sites.read' },
      { to: '/settings/people', name: 'People', about: 'Who works here, and what they may do', needs: 'people.read' },
      { to: '/settings/agencies', name: 'Agencies', about: 'Whom a booking may be passed to when nobody of yours is free', needs: 'agencies.read' },
    ],
  },
  {
    name: 'How you work',
    sections: [
      { to: '/settings/policies', name: 'Offers and bookings', about: 'How long, who is asked when, and what happens if nobody accepts', needs: 'policy.read' },
      { to: '/settings/matching', name: 'Who comes first', about: 'What counts how much when interpreters are ranked', needs: 'policy.read' },
      { to: '/settings/messages', name: 'Messages', about: 'What patients are sent and when, what it may cost, and a test to yourself', needs: 'policy.read' },
      { to: '/settings/day', name: 'On the day', about: 'Lateness, absence, and whom to alert at any hour', needs: 'policy.read' },
    ],
  },
  {
    name: 'Languages',
    sections: [
      { to: '/settings/encounters', name: 'Who may interpret for whom', about: 'Which pairs of languages may be booked, and why. What is not listed is never booked', needs: 'languages.read' },
      { to: '/settings/texts', name: 'Texts', about: 'What patients are told: every text beside its English, who has read it, and what is still a machine’s draft', needs: 'texts.read' },
      { to: '/settings/recordings', name: 'Recordings', about: 'What calls are put together from: phrases that a person recorded, for patients who read nothing that we write', needs: 'recordings.read' },
    ],
  },
];

/** Whatever its name: a section is found by where it is. */
export const sectionAt = (path: SectionPath): Section => {
  const section = groups.flatMap(({ sections }) => sections).find(({ to }) => to === path);
  if (!section) throw new Error(`No section of the settings is at ${path}.`);
  return section;
};

/** What this person may look at; a group of which nothing is left is left out. */
export const sectionsFor = ({ permissions }: Session): Group[] =>
  groups
    .map(({ name, sections }) => ({ name, sections: sections.filter(({ needs }) => permissions.includes(needs)) }))
    .filter(({ sections }) => sections.length > 0);
