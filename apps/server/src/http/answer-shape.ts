import { z } from 'zod';

type Make = new (def: object) => z.ZodType;
type Parts = { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; innerType?: z.ZodType; valueType?: z.ZodType; options?: z.ZodType[] };

/**
 * The same shape without the formats of its texts: which fields leave and of what kind they are is looked at in every answer, but that what we
 * wrote ourselves as an instant is one was half the time of looking.
 */
export const withoutFormats = (shape: z.ZodType): z.ZodType => {
  const def = shape._zod.def as Parts;
  const again = (changed: Partial<Parts>): z.ZodType => new (shape.constructor as Make)({ ...def, ...changed });
  if (def.type === 'string') return z.string();
  if (def.shape) return again({ shape: Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, withoutFormats(part)])) });
  if (def.element) return again({ element: withoutFormats(def.element) });
  if (def.innerType) return again({ innerType: withoutFormats(def.innerType) });
  if (def.valueType) return again({ valueType: withoutFormats(def.valueType) });
  return def.options ? again({ options: def.options.map(withoutFormats) }) : shape;
};
