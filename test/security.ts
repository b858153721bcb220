// `npm run test:security`: the tests that hold the promises of SECURITY.md, those in the editor and in a browser too.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./tempFolder";

/** What is promised -> the files of tests, below `test`, that hold it. */
const promises: Readonly<Record<string, readonly string[]>> = {
  "nothing in a folder is ever run": ["neverRun", "frontMatter", "editor/outside/trust"],
  "tags, aliases and names of YAML do no harm": ["hostileYaml", "hostileNames"],
  "what notes say is shown as text": [
    "hover",
    "previewHostile",
    "editor/inBrowser/pageSafety",
    "editor/inBrowser/exportedPage",
    "editor/outside/hostile",
  ],
  "no path leads out": ["insideVault", "linksOut", "createdNames", "wireFolders"],
  "nothing leaves the computer": ["noNetwork"],
  "nothing is installed by scripts": ["lockFiles"],
  "work on what is read is bounded": [
    "hostile",
    "hostileSettings",
    "hostileRuns",
    "hostileVaults",
    "fuzz",
    "wireMalformed",
    "wireCancelled",
  ],
  "a file is old or new, and of nobody who was quicker": ["killed", "cliMeanwhile", "wireVersions", "outdated", "editor/outside/fixes"],
  "what is kept is only a cache": ["indexStore", "keptDamaged", "warmStart"],
};

const files = [...new Set(Object.values(promises).flat())].map((name) => join(projectRoot, "dist", "test", `${name}.test.js`));
const { status } = spawnSync(process.execPath, [require.resolve("mocha/bin/mocha.js"), "--timeout", "120000", ...files], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
