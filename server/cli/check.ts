// `quaestio check`: every problem of every note, for people, scripts and CI.
import { type Note, type Problem, type Severity, severities } from "../core/note";
import { byPlace } from "../core/order";
import { levels, severityKeys } from "../core/settings";
import { toLspRange } from "../lsp/toLsp";
import { type Command, Misuse, oneOf, parseArguments } from "./arguments";
import { formats, type Report, type ReportedProblem } from "./formats";
import { existingFile, type OpenVault, openVault } from "./openVault";
import { storeFor } from "./store";

const failLevels = [...severities, "never"] as const;

/** Exit status 0: nothing at or above `--fail-on`; 1: something; 2: misuse or an unreadable folder. */
export const check: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: {
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "error" },
      set: { type: "string", multiple: true, default: [] },
      bibliography: { type: "string", multiple: true, default: [] },
      "no-cache": { type: "boolean" },
    },
  });
  const format = oneOf("format", String(values.format), ["text", "json", "sarif", "github"]);
  const failOn = oneOf("fail-on", String(values["fail-on"]), failLevels);
  const severity = Object.fromEntries((values.set as string[]).map(levelIn));
  const bibliography = (values.bibliography as string[]).map(existingFile);
  const overrides = { diagnostics: { severity }, ...(bibliography.length > 0 ? { bibliography } : {}) };
  const vaults: OpenVault[] = [];
  const store = storeFor(values);
  for (const folder of positionals.length > 0 ? positionals : ["."]) vaults.push(await openVault(folder, [overrides], store));
  const report = reportOf(vaults);
  process.stdout.write(formats[format](report));
  for (const vault of vaults) await vault.keep();
  return failOn !== "never" && report.problems.some((problem) => isAtLeast(problem.severity, failOn)) ? 1 : 0;
};

function levelIn(setting: string): readonly [string, string] {
  const [code = "", ...rest] = setting.split("=");
  if (rest.length === 0) throw new Misuse(`--set takes code=level, such as broken-reference=warning, not “${setting}”.`);
  if (!severityKeys.some((key) => key === code))
    throw new Misuse(`--set does not know “${code}”. Problems are ${severityKeys.join(", ")}.`);
  return [code, oneOf(`set ${code}=`, rest.join("="), levels)];
}

const isAtLeast = (severity: Severity, level: Severity) => severities.indexOf(severity) <= severities.indexOf(level);

function reportOf(vaults: readonly OpenVault[]): Report {
  const problems = vaults.flatMap((vault) =>
    [...vault.index.notes()]
      .sort(byPlace)
      .flatMap((note) => vault.problemsOf(note).map((problem) => reported(vault, note, problem, vaults.length > 1))),
  );
  return { notes: vaults.reduce((sum, { index }) => sum + index.size, 0), problems };
}

/** With several folders a file is named with its folder in front, so that no two are the same. */
function reported(
  vault: OpenVault,
  note: Note,
  { code, severity, message, range, related = [] }: Problem,
  isOneOfSeveral: boolean,
): ReportedProblem {
  const fileOf = ({ path }: Note) => (isOneOfSeveral ? `${vault.named.replace(/[\\/]+$/, "")}/${path}` : path);
  const places = related.map((place) => ({ file: fileOf(place.note), range: toLspRange(place.note, place.range), message: place.message }));
  return { file: fileOf(note), range: toLspRange(note, range), severity, code, message, ...(places.length > 0 ? { related: places } : {}) };
}
