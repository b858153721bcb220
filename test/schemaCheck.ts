// As much of JSON Schema as our schema uses; a word it does not know is an error, never passed over.

export interface Schema {
  readonly type?: "object" | "array" | "string" | "number" | "boolean";
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const explaining = [
  "$schema",
  "title",
  "default",
  "doNotSuggest",
  "description",
  "markdownDescription",
  "enumDescriptions",
  "markdownEnumDescriptions",
];
const checking = ["type", "enum", "properties", "additionalProperties", "items", "minLength", "minimum", "maximum"];

/** Where a value breaks its schema: the names with dots of the innermost values that are wrong. */
export function mistakesIn(schema: Schema, value: unknown, name = ""): readonly string[] {
  const unknown = Object.keys(schema).find((word) => !explaining.includes(word) && !checking.includes(word));
  if (unknown !== undefined) throw new Error(`The check does not know “${unknown}”.`);
  if (!isOfType(schema, value) || !isInRange(schema, value)) return [name];
  if (Array.isArray(value)) return value.flatMap((item) => (schema.items ? mistakesIn(schema.items, item, name) : []));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const full = name === "" ? key : `${name}.${key}`;
    const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    if (known) return mistakesIn(known, inner, full);
    return schema.additionalProperties === false ? [full] : [];
  });
}

function isOfType({ type }: Schema, value: unknown): boolean {
  if (type === undefined) return true;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function isInRange({ enum: choices, minLength = 0, minimum, maximum }: Schema, value: unknown): boolean {
  if (choices && !choices.includes(value)) return false;
  if (typeof value === "string") return value.length >= minLength;
  return typeof value !== "number" || (value >= (minimum ?? value) && value <= (maximum ?? value));
}
