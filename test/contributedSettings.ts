// The settings that a manifest contributes.

export interface ContributedSetting {
  readonly default: unknown;
  readonly scope?: string;
  readonly order: number;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, { readonly default: string }>>;
}

interface Manifest {
  readonly contributes: { readonly configuration: readonly { readonly properties: Readonly<Record<string, ContributedSetting>> }[] };
}

/** Full name -> setting, of all groups. */
export function contributedSettings({ contributes }: Manifest): Readonly<Record<string, ContributedSetting | undefined>> {
  return Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));
}
