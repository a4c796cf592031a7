import { Audit } from '@dragoman/audit';
import { z } from 'zod';
import { type Command, readOptions } from './command';

const options = z.object({
  head: z
    .string()
    .regex(/^\d+:[0-9a-f]{64}$/, 'is not a number, a colon and 64 hexadecimal digits')
    .transform((head) => ({ n: head.slice(0, head.indexOf(':')), hash: head.slice(head.indexOf(':') + 1) }))
    .optional(),
});

export const auditVerify: Command = {
  words: 'audit verify',
  takes: '[--head <number:hash noted earlier>]',
  does: 'Looks for edited, removed and forged entries of the audit trail.',
  async run(args, { open, print }) {
    const { head: kept } = readOptions(args, options);
    const { sound, seals, entries, waiting, head, findings } = await (await open()).get(Audit).verify(kept);
    for (const { kind, sentence } of findings) print(`${kind}: ${sentence}`);
    print(`${sound ? 'Sound' : 'Not sound'}: ${entries} entries under ${seals} seals, ${waiting} not yet sealed.`);
    if (head) print(`head        ${head.n}:${head.hash}`);
    return sound ? 0 : 1;
  },
};
