// What can be set, with its defaults, read from data nobody vouches for: `.quaestio.json`, the editor's settings, the command line.
import { defaultSeverity, type Level, type SeverityKey, severities } from "./note";

/** `auto`: every note of a folder that shows signs of being a vault, else open notes only. */
export const scopes = ["auto", "vault", "open"] as const;
/** How a link to a note is written: `[[Title]]`, `[[stem|Title]]` or `[Title](path.md)`. */
export const linkStyles = ["title", "portable", "markdown"] as const;
export type LinkStyle = (typeof linkStyles)[number];

export interface Settings {
  readonly enable: boolean;
  readonly notes: {
    /** Globs relative to the folder. */
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    /** Bytes; a larger note is listed but not read. */
    readonly maxSize: number;
    /** The file that new notes begin with, by its path in the folder; empty for none. */
    readonly template: string;
  };
  readonly diagnostics: { readonly scope: (typeof scopes)[number]; readonly severity: Readonly<Record<SeverityKey, Level>> };
  /** Globs of the files in which a problem is silenced, by its code; `*` stands for every code. */
  readonly ignore: Readonly<Partial<Record<SeverityKey | "*", readonly string[]>>>;
  readonly topics: { readonly fromTags: boolean };
  readonly links: {
    readonly style: LinkStyle;
    /** Whether a file that is named after its note's title gets another name with it. */
    readonly renameFiles: boolean;
    /** Whether over a title stands how many notes link to it, and over an entry of a bibliography how many cite it. */
    readonly lens: boolean;
  };
  readonly related: {
    /** Whether “Explore related” stands over the title of a note. */
    readonly lens: boolean;
    /** Codes of the languages that notes are written in: the words that stand everywhere in them say nothing. */
    readonly languages: readonly string[];
  };
  /** Whole paths of further `.bib` files, outside the vault. Only the user may name them: see `vaultSettings`. */
  readonly bibliography: readonly string[];
  /** What helps to find a fault of ours and costs time; for the user alone to ask for. */
  readonly trace: {
    /** Whether the index is compared with one built anew whenever changes rest. */
    readonly compareIndex: boolean;
  };
}

/** Bytes: while a note is read nothing else is done, and a folder of a stranger may say how large one may be. */
const largestNote = 20_000_000;

export const defaultSettings: Settings = {
  enable: true,
  notes: { include: ["**/*.md"], exclude: [], maxSize: 5_000_000, template: "" },
  diagnostics: { scope: "auto", severity: defaultSeverity },
  ignore: {},
  topics: { fromTags: false },
  links: { style: "title", renameFiles: true, lens: true },
  related: { lens: true, languages: ["en"] },
  bibliography: [],
  trace: { compareIndex: false },
};

/** A vault's own settings as they count, and a sentence for each name in them that does not. */
export interface VaultSettings {
  readonly allowed: unknown;
  readonly complaints: readonly string[];
}

/**
 * What of a vault's own settings counts. Which files outside are read is for its reader to say: a vault that somebody sent must not
 * make us read any file of the disk. A name nobody knows is a slip, and is told.
 */
export function vaultSettings(own: unknown): VaultSettings {
  if (!isObject(own)) return { allowed: own, complaints: [] };
  const { bibliography, trace, ...allowed } = own;
  const { bibliography: _, trace: __, ...known } = { ...defaultSettings, $schema: "" };
  const outside = bibliography === undefined ? [] : ["bibliography is for the settings of who reads the vault, not of the vault."];
  return { allowed, complaints: [...outside, ...strangeNames(trace === undefined ? allowed : { trace, ...allowed }, "", known)] };
}

/** The names that are no settings, here and one level deeper; what `severity` and `ignore` hold is judged where it is read. */
function strangeNames(given: Readonly<Record<string, unknown>>, prefix: string, known: object): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!Object.hasOwn(known, name)) return [`${prefix}${name} is no setting; known are ${Object.keys(known).join(", ")}.`];
    const inner = (known as Record<string, unknown>)[name];
    const isSection = prefix === "" && name !== "ignore" && isObject(inner);
    return isSection && isObject(value) ? strangeNames(value, `${name}.`, inner) : [];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that was not understood and therefore ignored. */
  readonly complaints: readonly string[];
}

/** Settings from several sources, a later one overriding those before it. Values of the wrong form are ignored with a complaint. */
export function readSettings(layers: readonly unknown[]): ReadSettings {
  const complaints: string[] = [];
  let settings = defaultSettings;
  for (const layer of layers) settings = overlaid(settings, new Section(layer, "", complaints));
  return { settings, complaints };
}

function overlaid(base: Settings, given: Section): Settings {
  const notes = given.section("notes");
  const diagnostics = given.section("diagnostics");
  return {
    enable: given.truth("enable") ?? base.enable,
    notes: {
      include: notes.texts("include") ?? base.notes.include,
      exclude: notes.texts("exclude") ?? base.notes.exclude,
      maxSize: notes.size("maxSize") ?? base.notes.maxSize,
      template: notes.text("template") ?? base.notes.template,
    },
    diagnostics: {
      scope: diagnostics.oneOf("scope", scopes) ?? base.diagnostics.scope,
      severity: { ...base.diagnostics.severity, ...levelsIn(diagnostics.section("severity")) },
    },
    ignore: { ...base.ignore, ...globsIn(given.section("ignore")) },
    topics: { fromTags: given.section("topics").truth("fromTags") ?? base.topics.fromTags },
    links: {
      style: given.section("links").oneOf("style", linkStyles) ?? base.links.style,
      renameFiles: given.section("links").truth("renameFiles") ?? base.links.renameFiles,
      lens: given.section("links").truth("lens") ?? base.links.lens,
    },
    related: {
      lens: given.section("related").truth("lens") ?? base.related.lens,
      languages: given.section("related").texts("languages") ?? base.related.languages,
    },
    bibliography: given.paths("bibliography") ?? base.bibliography,
    trace: { compareIndex: given.section("trace").truth("compareIndex") ?? base.trace.compareIndex },
  };
}

function globsIn(section: Section): Settings["ignore"] {
  const words = ["*", ...severityKeys] as const;
  section.complainOfOthersThan(words);
  return Object.fromEntries(words.flatMap((word) => ((globs) => (globs ? [[word, globs]] : []))(section.texts(word))));
}

/** All words a severity can be set for. */
export const severityKeys = Object.keys(defaultSeverity) as readonly SeverityKey[];
export const levels = [...severities, "off"] as const;

function levelsIn(section: Section): Partial<Record<SeverityKey, Level>> {
  section.complainOfOthersThan(severityKeys);
  return Object.fromEntries(severityKeys.flatMap((code) => ((level) => (level ? [[code, level]] : []))(section.oneOf(code, levels))));
}

/** An object of unknown content, read value by value; remembers its name for complaints. */
class Section {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    readonly name: string,
    readonly complaints: string[],
  ) {
    if (!isObject(value) && value !== undefined && value !== null) this.#complain(name || "The settings", "an object");
    this.#values = isObject(value) ? value : {};
  }

  section(key: string): Section {
    return new Section(this.#get(key), this.#nameOf(key), this.complaints);
  }

  truth(key: string): boolean | undefined {
    return this.#read(key, "true or false", (value) => typeof value === "boolean");
  }

  size(key: string): number | undefined {
    return this.#read(key, `a number of bytes, at most ${largestNote}`, (it) => typeof it === "number" && it > 0 && it <= largestNote);
  }

  text(key: string): string | undefined {
    return this.#read(key, "a text", (value) => typeof value === "string");
  }

  texts(key: string): readonly string[] | undefined {
    return this.#read(
      key,
      "a list of texts",
      (value) => Array.isArray(value) && value.every((item) => typeof item === "string" && item !== ""),
    );
  }

  paths(key: string): readonly string[] | undefined {
    const isWhole = (path: unknown) => typeof path === "string" && /^(?:\/|\\\\|[a-z]:[\\/])/i.test(path);
    return this.#read(key, "a list of whole paths, from the root of the disk", (value) => Array.isArray(value) && value.every(isWhole));
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    return this.#read(key, `one of ${allowed.join(", ")}`, (value) => allowed.includes(value as T));
  }

  complainOfOthersThan(known: readonly string[]): void {
    for (const key of Object.keys(this.#values))
      if (!known.includes(key)) this.complaints.push(`${this.#nameOf(key)} is no setting; known are ${known.join(", ")}.`);
  }

  #read<T>(key: string, wanted: string, isRight: (value: unknown) => boolean): T | undefined {
    const value = this.#get(key);
    if (value === undefined || value === null) return undefined;
    if (isRight(value)) return value as T;
    this.#complain(this.#nameOf(key), wanted);
    return undefined;
  }

  #get(key: string): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  #nameOf(key: string): string {
    return this.name === "" ? key : `${this.name}.${key}`;
  }

  #complain(name: string, wanted: string): void {
    this.complaints.push(`${name} should be ${wanted}.`);
  }
}
