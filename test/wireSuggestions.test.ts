// What is suggested over the wire: behind `#`, in Markdown links, in the front matter; and what more is told of a suggestion.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { CompletionItem, CompletionList, MarkupContent } from "vscode-languageserver/node";
import { ServedFolder } from "./servedFolder";

const files = {
  "rl/scale.md":
    "---\ntitle: Does it scale?\nsummary: It *does*.\ntopics: [rl/systems]\n---\n\n# Does it scale?\n\nSee [[async|the other]], <b>bold</b> ![x](javascript:alert) [@k].\n\nMore.\n\n## Why `it` waits\n\nBecause.\n",
  "async.md": "# Can RL run asynchronously?\n\n## Only a heading\n\nText under it.\n",
};

const served = new ServedFolder();

/** The list at the end of a text that a new document holds. */
async function suggested(text: string): Promise<readonly CompletionItem[]> {
  const uri = served.uri("draft.md");
  await served.client.open(uri, text);
  const lines = text.split("\n");
  const list = await served.client.at<CompletionList | null>("completion", uri, lines.length - 1, lines.at(-1)?.length ?? 0);
  await served.client.close(uri);
  return list?.items ?? [];
}

const writing = (items: readonly CompletionItem[]) => items.map(({ textEdit }) => textEdit?.newText);

describe("suggestions over the wire", () => {
  afterEach(() => served.stop());

  it("come behind # and ^, in destinations and in the front matter, and are filtered by what was typed", async () => {
    await served.start(files);
    const { completionProvider } = served.client.initialized.capabilities;
    assert.equal(completionProvider?.resolveProvider, true);
    for (const trigger of ["#", "^", "("]) assert.ok(completionProvider?.triggerCharacters?.includes(trigger), trigger);
    const [heading] = await suggested("🙂 [[Does it scale?#wai");
    assert.deepEqual(heading?.textEdit, {
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 23 } },
      newText: "Why it waits]]",
    });
    assert.equal(heading?.filterText, "wai Why it waits");
    assert.deepEqual(writing(await suggested("[x](scale do")), ["rl/scale.md)"]);
    assert.deepEqual(writing(await suggested("[x](rl/scale.md#wait")), ["why-it-waits)"]);
    assert.deepEqual(writing(await suggested("---\ntopics: sys")), []);
    const open = async (fields: string, line: number) => {
      await served.client.open(served.uri("front.md"), `---\n${fields}\n---\n`);
      const list = await served.client.at<CompletionList>(
        "completion",
        served.uri("front.md"),
        line,
        fields.split("\n").at(-1)?.length ?? 0,
      );
      await served.client.close(served.uri("front.md"));
      return writing(list.items);
    };
    assert.deepEqual(await open("topics: sys", 1), ["rl/systems"]);
    assert.deepEqual(await open("related:\n  - scal", 2), ['"[[Does it scale?]]"']);
  });

  it("leave headings in destinations to the editor's own extension, which offers them", async () => {
    await served.start(files, { initializationOptions: { host: "vscode" } });
    assert.deepEqual(writing(await suggested("[x](scale")), ["rl/scale.md)"]);
    assert.deepEqual(await suggested("[x](rl/scale.md#"), []);
    assert.deepEqual(writing(await suggested("[[Does it scale?#")), ["Does it scale?]]", "Why it waits]]"]);
  });

  it("forgive a slip", async () => {
    await served.start(files);
    assert.deepEqual(writing(await suggested("[[asynchronuosly")), ["[[Can RL run asynchronously?]]", "[[asynchronuosly]]"]);
  });

  it("tell the summary and the beginning of a note, or the section of a heading, as text that is only shown", async () => {
    await served.start(files);
    const told = async (text: string) => {
      const [item] = await suggested(text);
      const resolved = await served.client.request<CompletionItem>("completionItem/resolve", item);
      assert.deepEqual({ ...resolved, documentation: undefined }, { ...item, documentation: undefined });
      return (resolved.documentation as MarkupContent).value;
    };
    assert.equal(await told("[[scale"), "It \\*does\\*\\.\n\n---\n\nSee the other, bold x\\.\n\nMore\\.");
    assert.equal(await told("[[asyn"), "Text under it\\.");
    assert.equal(await told("[[scale#waits"), "Because\\.");
    assert.equal(await told("[x](scale"), "It \\*does\\*\\.\n\n---\n\nSee the other, bold x\\.\n\nMore\\.");
  });

  it("are given back as they are where a client sends what is none of ours", async () => {
    await served.start(files);
    for (const data of [undefined, 3, {}, { uri: 4 }, { uri: "file:///etc/passwd" }, { uri: "file:///nowhere.md", heading: "x" }]) {
      const item = { label: "x", data };
      assert.deepEqual(await served.client.request("completionItem/resolve", item), JSON.parse(JSON.stringify(item)));
    }
  });

  it("say where an editor is to ask for them: only where there are some", async () => {
    await served.start(files);
    const uri = served.uri("draft.md");
    const isTarget = async (line: string) => {
      await served.client.open(uri, line);
      const answer = await served.client.ask("quaestio/inLinkTarget", { uri, position: { line: 0, character: line.length } });
      await served.client.close(uri);
      return answer;
    };
    for (const line of ["[[x", "[x](scal", "[[scale#wai", "[@k"]) assert.equal(await isTarget(line), true, line);
    for (const line of ["x", "[x](xyzzy", "[[scale#xyzzy", "[x](https://scal"]) assert.equal(await isTarget(line), false, line);
  });
});
