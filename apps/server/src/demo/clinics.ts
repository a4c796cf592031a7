import type { StaffRole } from '@dragoman/platform';

/** At least as long as any password must be; for demonstrations only. */
export const demoPassword = 'dragoman-demo';

export const zone = 'Europe/London';

export interface DemoSite {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
  rooms: string[];
}

export interface DemoPerson {
  name: string;
  email: string;
  role: StaffRole;
}

export interface DemoContact {
  name: string;
  email: string;
  /** In E.164. */
  telephone: string;
}

export interface DemoAgency {
  name: string;
  email: string;
  phone: string;
  varietyIds: string[];
}

export interface DemoClinic {
  name: string;
  /** From the numbers that Ofcom keeps for drama. */
  phone: string;
  people: readonly [receptionist: DemoPerson, coordinator: DemoPerson, administrator: DemoPerson];
  sites: readonly DemoSite[];
  /** Who is written to about what cannot wait. */
  duty: readonly DemoContact[];
  /** Who is asked where nobody of one's own can. */
  agencies: readonly DemoAgency[];
}

/** Two trusts in a town that is not there, at about the size and distances of east London. */
export const clinics: readonly [riverside: DemoClinic, northgate: DemoClinic] = [
  {
    name: 'Riverside Community Health',
    phone: '020 7946 0110',
    people: [
      { name: 'Priya Nair', email: 'reception@riverside.example', role: 'receptionist' },
      { name: 'Tom Aldridge', email: 'coordinator@riverside.example', role: 'coordinator' },
      { name: 'Grace Okafor', email: 'admin@riverside.example', role: 'administrator' },
    ],
    sites: [
      {
        name: 'Riverside Health Centre',
        address: '14 Mill Lane, Eastport',
        latitude: 51.5085,
        longitude: 0.0192,
        rooms: ['Room 1', 'Room 2', 'Room 3', 'Room 4', 'Floor 2, Room 5', 'Floor 2, Room 6'],
      },
      {
        name: 'Castle Road Surgery',
        address: '3 Castle Road, Eastport',
        latitude: 51.5312,
        longitude: -0.0104,
        rooms: ['Room A', 'Room B', 'Treatment room'],
      },
      {
        name: 'Harbour Children’s Centre',
        address: '27 Harbour Street, Eastport',
        latitude: 51.4988,
        longitude: 0.0521,
        rooms: ['Blue room', 'Yellow room', 'Green room'],
      },
      {
        name: 'Lea View Clinic',
        address: '110 Lea View, Westmarsh',
        latitude: 51.5541,
        longitude: -0.0289,
        rooms: ['Room 1', 'Room 2', 'Room 3'],
      },
    ],
    duty: [
      { name: 'Tom Aldridge', email: 'coordinator@riverside.example', telephone: '+447700900801' },
      { name: 'On-call manager', email: 'on-call@riverside.example', telephone: '+447700900802' },
    ],
    agencies: [
      { name: 'Harbour Languages', email: 'harbour.languages@mail.example', phone: '020 7946 0330', varietyIds: ['ckb', 'kmr', 'ukr', 'tir:er'] },
      { name: 'Eastport Interpreting', email: 'eastport.interpreting@mail.example', phone: '020 7946 0340', varietyIds: ['rhg', 'ben', 'som'] },
    ],
  },
  {
    name: 'Northgate Community Care',
    phone: '020 7946 0220',
    people: [
      { name: 'Megan Doyle', email: 'reception@northgate.example', role: 'receptionist' },
      { name: 'Samuel Adeyemi', email: 'coordinator@northgate.example', role: 'coordinator' },
      { name: 'Ruth Feldman', email: 'admin@northgate.example', role: 'administrator' },
    ],
    sites: [
      {
        name: 'Northgate Health Centre',
        address: '8 Northgate, Oldbridge',
        latitude: 51.5803,
        longitude: -0.0731,
        rooms: ['Room 1', 'Room 2', 'Room 3', 'Room 4'],
      },
      {
        name: 'Orchard Family Practice',
        address: '51 Orchard Way, Oldbridge',
        latitude: 51.5962,
        longitude: -0.1013,
        rooms: ['Room 1', 'Room 2'],
      },
    ],
    duty: [{ name: 'Samuel Adeyemi', email: 'coordinator@northgate.example', telephone: '+447700900803' }],
    agencies: [{ name: 'Oldbridge Interpreters', email: 'oldbridge.interpreters@mail.example', phone: '020 7946 0350', varietyIds: ['som', 'ron', 'pol'] }],
  },
];
