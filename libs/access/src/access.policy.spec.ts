import { may, permissions, permissionsOf } from './access.policy';

it('lets an administrator do everything', () => {
  expect(permissionsOf('administrator')).toEqual(permissions);
});

it.each(['people.read', 'people.write', 'sites.write', 'interpreters.write', 'languages.write', 'recordings.write', 'texts.read', 'texts.review', 'policy.write'] as const)('keeps %s from receptionists', (permission) => {
  expect(may('receptionist', permission)).toBe(false);
});

it('lets a coordinator keep interpreters up to date, but not add colleagues', () => {
  expect(may('coordinator', 'interpreters.write')).toBe(true);
  expect(may('coordinator', 'people.write')).toBe(false);
});

it('lets a coordinator rule who may interpret for whom, but not change how the organisation works', () => {
  expect(may('coordinator', 'languages.write')).toBe(true);
  expect(may('coordinator', 'policy.write')).toBe(false);
});

it.each(['receptionist', 'coordinator', 'administrator'] as const)('shows a %s the rules they work by', (role) => {
  expect([may(role, 'languages.read'), may(role, 'policy.read')]).toEqual([true, true]);
});
