import { type Permission, permissions } from '@dragoman/access';
import { permission, type Permission as ContractPermission } from '@dragoman/contracts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

it('knows the same permissions in the contract and in the table of roles', () => {
  const isSameType: Same<Permission, ContractPermission> = true;
  expect(isSameType).toBe(true);
  expect([...permission.options].sort()).toEqual([...permissions].sort());
});
