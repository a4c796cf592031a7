import { may, permissions, permissionsOf } from './access.policy';

it('lets an administrator do everything', () => {
  expect(permissionsOf('administrator')).toEqual(permissions);
});

it.each(['people.read', 'people.write', 'sites.write', 'interpreters.write'] as const)('keeps %s from receptionists', (permission) => {
  expect(may('receptionist', permission)).toBe(false);
});

it('lets a coordinator keep interpreters up to date, but not add colleagues', () => {
  expect(may('coordinator', 'interpreters.write')).toBe(true);
  expect(may('coordinator', 'people.write')).toBe(false);
});
