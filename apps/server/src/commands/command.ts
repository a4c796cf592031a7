import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { z } from 'zod';
import type { DatabaseUrls } from '../../../../config/databases';
import { Stop } from '../../../../config/stop';

export interface CommandContext {
  readonly databaseUrls: DatabaseUrls;
  readonly print: (line: string) => void;
  /** The program without its servers, on a migrated database; closed when the command ends. */
  open(): Promise<INestApplicationContext>;
}

export interface Command {
  /** What is typed: `language match`. */
  readonly words: string;
  /** What follows the words: `<patient's> <interpreter's>`. */
  readonly takes: string;
  readonly does: string;
  /** @returns the exit code */
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

/** Who acts in the audit trail. */
export const commandLine = { kind: 'installation', by: 'command-line' } as const;

/**
 * Reads `--name value` options.
 * @throws Stop naming the first option that is missing, unknown or wrong
 */
export const readOptions = <Schema extends z.ZodObject>(args: readonly string[], schema: Schema): z.output<Schema> => {
  const given = optionsIn(args, schema.shape);
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const [issue] = error.issues;
  const name = String(issue?.path[0]);
  throw new Stop(name in given ? `--${name} ${issue?.message}.` : `--${name} is missing.`);
};

/** Given or not, without a value. */
const isSwitch = (schema: z.core.$ZodType): boolean => z.safeParse(schema, true).success;

const optionsIn = (args: readonly string[], shape: z.core.$ZodShape): Record<string, unknown> => {
  try {
    const options = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, { type: isSwitch(schema) ? ('boolean' as const) : ('string' as const) }]));
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
};
