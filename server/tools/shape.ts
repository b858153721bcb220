// What goes into a tool and what comes out of it, said once: a type for us, JSON Schema for who calls, and a check of what arrives.

/** As much of JSON Schema as tools need: https://json-schema.org/draft/2020-12 */
export interface Schema {
  readonly type: "object" | "array" | "string" | "integer" | "number" | "boolean";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number | string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

declare const described: unique symbol;

/** A schema, and the type of the values that it describes. */
export type Shape<T> = Schema & { readonly [described]?: T };

/** The type of what a shape describes. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Schema>>;

type Fields<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: Shaped<R[K]> } & { readonly [K in keyof O]?: Shaped<O[K]> };

export const text = (description: string): Shape<string> => ({ type: "string", description });

export const truth = (description: string): Shape<boolean> => ({ type: "boolean", description });

export const amount = (description: string): Shape<number> => ({ type: "number", description });

/** A whole number from `minimum` on. */
export const count = (
  description: string,
  limits: { readonly minimum?: number; readonly maximum?: number; readonly default?: number } = {},
) => ({ type: "integer", description, minimum: 0, ...limits }) as Shape<number>;

/** One of a few words. */
export const oneOf = <T extends string>(values: readonly T[], description: string, usual?: T): Shape<T> => ({
  ...{ type: "string", enum: values, description },
  ...(usual === undefined ? {} : { default: usual }),
});

export const list = <S extends Schema>(items: S, description: string): Shape<readonly Shaped<S>[]> => ({
  type: "array",
  description,
  items,
});

/** An object with nothing in it but these fields; those of `optional` may be missing. */
export function object<R extends Shapes, O extends Shapes = Record<never, never>>(
  required: R,
  optional?: O,
  description?: string,
): Shape<Fields<R, O>> {
  return {
    type: "object",
    ...(description === undefined ? {} : { description }),
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** Why a tool gives no answer, in sentences for who called it. */
export class Unanswerable extends Error {}

/** Checks what a tool was called with; throws Unanswerable with a sentence that says what is wrong and what would be right. */
export function checkedInput<T>(tool: string, { properties = {}, required = [] }: Shape<T>, input: unknown): T {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new Unanswerable(`${tool} takes an object with ${namesIn(properties)}.`);
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  for (const [name, value] of given) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!schema) throw new Unanswerable(`${tool} takes no “${name}”. It takes ${namesIn(properties)}.`);
    if (!isAllowed(schema, value)) throw new Unanswerable(`“${name}” has to be ${allowedBy(schema)}, not ${shortened(value)}.`);
  }
  const missing = required.find((name) => !given.some(([it]) => it === name));
  if (missing !== undefined) throw new Unanswerable(`${tool} needs “${missing}”: ${properties[missing]?.description ?? ""}`);
  return Object.fromEntries(given) as T;
}

const namesIn = (properties: Readonly<Record<string, Schema>>) => Object.keys(properties).join(", ");

/** Whether a value is what the schema of an argument allows: arguments are texts, whole numbers, or one of a few words. */
function isAllowed({ type, enum: words, minimum, maximum }: Schema, value: unknown): boolean {
  if (type === "string") return typeof value === "string" && (words?.includes(value) ?? true);
  if (type !== "integer") throw new Error(`An argument cannot be of the type ${type}.`);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= (minimum ?? value) && value <= (maximum ?? value);
}

function allowedBy({ type, enum: words, minimum, maximum }: Schema): string {
  if (words) return `one of ${words.join(", ")}`;
  if (type === "string") return "a text";
  return maximum === undefined ? `a whole number from ${minimum} on` : `a whole number from ${minimum} to ${maximum}`;
}

/** UTF-16 units of a wrong value that are shown to who gave it. */
const longestShown = 100;

function shortened(value: unknown): string {
  const written = JSON.stringify(value);
  return written.length > longestShown ? `${written.slice(0, longestShown)}…` : written;
}
