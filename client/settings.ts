// What a person really set. The editor mixes in its defaults, and those must not override a vault's own .quaestio.json.
import { type CancellationToken, extensions, Uri, workspace } from "vscode";
import type { ConfigurationParams, ConfigurationRequest, LSPAny, ResponseError } from "vscode-languageclient";

type Next = ConfigurationRequest.HandlerSignature;

/** Answers the server's question for `quaestio` with explicit values only; other sections go the usual way. */
export async function explicitSettings(
  params: ConfigurationParams,
  token: CancellationToken,
  next: Next,
): Promise<LSPAny[] | ResponseError<void>> {
  const answers = await next(params, token);
  if (!Array.isArray(answers)) return answers as ResponseError<void>;
  return answers.map((answer, index) => {
    const item = params.items[index];
    return item?.section === "quaestio" ? (explicitIn(item.scopeUri) as LSPAny) : answer;
  });
}

function explicitIn(scope: string | undefined): Record<string, unknown> {
  const configuration = workspace.getConfiguration("quaestio", scope ? Uri.parse(scope) : null);
  const settings: Record<string, unknown> = {};
  for (const name of names()) {
    const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(name) ?? {};
    const isUserOnly = name === "bibliography"; // what lies outside the vault is not for a workspace to name
    const value = isUserOnly ? globalValue : [globalValue, workspaceValue, workspaceFolderValue].reduce(over);
    if (value !== undefined) put(settings, name.split("."), value);
  }
  return settings;
}

/** One level laid over a wider one, as the editor does it: objects grow together, anything else is replaced. */
function over(wider: unknown, narrower: unknown): unknown {
  if (narrower === undefined) return wider;
  return isObject(wider) && isObject(narrower) ? { ...wider, ...narrower } : narrower;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

/** The names of all our settings, as the manifest contributes them. */
function names(): readonly string[] {
  const manifest = extensions.getExtension("quaestio.quaestio")?.packageJSON as
    | { contributes?: { configuration?: readonly { properties: object }[] } }
    | undefined;
  const groups = manifest?.contributes?.configuration ?? [];
  return groups.flatMap(({ properties }) => Object.keys(properties)).map((name) => name.replace(/^quaestio\./, ""));
}

function put(into: Record<string, unknown>, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  into[first] ??= {};
  put(into[first] as Record<string, unknown>, rest, value);
}
