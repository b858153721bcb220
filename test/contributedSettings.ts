// The manifest in English, as the editor reads it, and the settings it contributes.
import { join } from "node:path";
import { projectRoot } from "./tempFolder";

export const { manifest } = require(join(projectRoot, "client", "manifest.js"));

export interface ContributedSetting {
  readonly default: unknown;
  readonly scope?: string;
  readonly order: number;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, { readonly default: string }>>;
}

interface Group {
  readonly properties: Readonly<Record<string, ContributedSetting>>;
}

/** Full name -> setting, of all groups. */
export const contributedSettings: Readonly<Record<string, ContributedSetting | undefined>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }: Group) => properties),
);
