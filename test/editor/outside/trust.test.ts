// A folder that nobody has said to trust: all of Quaestio works in it, for nothing in a folder is ever run, and trusting it changes no answer.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { writeFiles } from "../../tempFolder";
import { atEditor } from "./atEditor";
import { eventually, sampleNotes, type Workbench } from "./workbench";

const note = "does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md";

describe("outside: a folder that is not trusted", function () {
  this.timeout(120_000);
  const at = atEditor({
    "security.workspace.trust.enabled": true,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.banner": "never",
  });

  /** Notes whose folder claims a bibliography outside of it, in which what they cite can be found. */
  const claimingFolder = () => {
    const folder = sampleNotes(at.editor, "claiming");
    writeFiles(at.editor.scratch, { "secret/private.bib": "@book{private, title = {Nobody else's}}\n" });
    const settings = { "quaestio.bibliography": [join(at.editor.scratch, "secret", "private.bib")] };
    writeFiles(folder, { ".vscode/settings.json": JSON.stringify(settings), "cites.md": "# Who cites what is private?\n\n[@private]\n" });
    return folder;
  };

  const restricted = ({ page }: Workbench) => page.locator(".statusbar-item", { hasText: "Restricted Mode" });

  it("is read, linked and checked as any other, and its settings name no file outside of it, also once it is trusted", async () => {
    const bench = await at.open(claimingFolder());
    await bench.openTopics();
    await restricted(bench).waitFor();
    await bench.row("Reinforcement Learning, 41 notes, 180 papers").waitFor();
    await bench.openFile(note);
    await bench.newParagraph();
    await bench.type("[[waiting train");
    const offered = await eventually(bench.suggestions, ([first]) => first !== undefined);
    assert.match(offered[0] ?? "", /^Can RL training run while generation continues without waiting\?/);
    await bench.page.keyboard.press("Enter");
    await bench.type(" [[Nowhere at all]]");
    const told = (problems: readonly string[]) => [/“Nowhere at all”/, /“private”/].every((it) => problems.some((name) => it.test(name)));
    assert.ok(told(await eventually(bench.problems, told)));
    await bench.picture("trust-restricted");
    await restricted(bench).click();
    await bench.page.getByRole("button", { name: "Trust", exact: true }).click();
    await restricted(bench).waitFor({ state: "detached" });
    await bench.picture("trust-granted");
    await bench.row("Reinforcement Learning, 41 notes, 180 papers").waitFor();
    // Long enough for a library to be read, were it to be.
    await bench.page.waitForTimeout(2000);
    assert.ok(told(await bench.problems()));
  });
});
