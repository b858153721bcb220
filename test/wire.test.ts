// The server as an editor sees it: what it answers and publishes over a real connection.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { CompletionList, DocumentLink, Hover, Location, LocationLink } from "vscode-languageserver/node";
import { servedVault } from "./servedVault";
import { smallVault as files } from "./wireClient";

describe("the server", () => {
  const served = servedVault(files);
  const { uri } = served;

  it("says who it is and what it can do, push diagnostics being the default", () => {
    const { capabilities, serverInfo } = served.client.initialized;
    assert.equal(serverInfo?.name, "Quaestio");
    assert.match(serverInfo?.version ?? "", /^\d+\.\d+\.\d+/);
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes("["));
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes(" "));
  });

  it("publishes the problems of closed notes, only of those that have any", () => {
    assert.deepEqual([...served.client.problems().keys()].sort(), [uri("b (1).md"), uri("rl/async.md")].sort());
    const [broken] = served.client.problems().get(uri("rl/async.md"))?.diagnostics ?? [];
    assert.deepEqual(broken, {
      source: "quaestio",
      code: "broken-reference",
      severity: 1,
      range: { start: { line: 9, character: 29 }, end: { line: 9, character: 36 } },
      message: "No note, file or image answers “Nowhere”.",
      codeDescription: { href: "https://github.com/quaestio/quaestio/blob/main/README.md#broken-reference" },
    });
    const [open] = served.client.problems().get(uri("b (1).md"))?.diagnostics ?? [];
    assert.deepEqual([open?.code, open?.severity, open?.data], ["broken-reference", 3, { openQuestion: true }]);
    const empty = (served.client.all("textDocument/publishDiagnostics") as { uri: string }[]).filter((it) => it.uri === uri("rl/scale.md"));
    assert.deepEqual(empty, []);
  });

  it("completes a title that was typed a moment ago", async () => {
    const draft = uri("draft.md");
    await served.client.open(draft, "A draft.\n");
    await served.client.change(draft, "A draft.\n\n🙂 See [[scale do]] there.\n");
    const { items, isIncomplete } = await served.client.at<CompletionList>("completion", draft, 2, 17);
    assert.equal(isIncomplete, true);
    assert.deepEqual(
      items.map(({ label }) => label),
      ["Does it scale?"],
    );
    const [item] = items;
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 19 } },
      newText: "[[Does it scale?]]",
    });
    assert.ok(item?.filterText?.startsWith("[[scale do"), item?.filterText);
    assert.equal(item?.detail, "Rl");
    assert.equal(await served.client.at("completion", draft, 0, 3), null);
    await served.client.close(draft);
  });

  it("finds the definition, with the place it came from", async () => {
    const [link] = await served.client.at<LocationLink[]>("definition", uri("rl/scale.md"), 5, 10);
    assert.deepEqual(link, {
      originSelectionRange: { start: { line: 5, character: 4 }, end: { line: 5, character: 20 } },
      targetUri: uri("rl/async.md"),
      targetRange: { start: { line: 11, character: 0 }, end: { line: 11, character: 6 } },
      targetSelectionRange: { start: { line: 11, character: 0 }, end: { line: 11, character: 6 } },
    });
    const [image] = await served.client.at<LocationLink[]>("definition", uri("rl/scale.md"), 5, 50);
    assert.equal(image?.targetUri, uri("img/p.png"));
    assert.equal(await served.client.at("definition", uri("rl/async.md"), 9, 30), null);
  });

  it("finds the references, the declaration where it is asked for", async () => {
    const places = (includeDeclaration: boolean) =>
      served.client.at<Location[]>("references", uri("rl/async.md"), 1, 10, { context: { includeDeclaration } });
    assert.deepEqual(
      (await places(false)).map((it) => [it.uri, it.range.start.character]),
      [
        [uri("rl/scale.md"), 6],
        [uri("rl/scale.md"), 25],
      ],
    );
    assert.deepEqual((await places(true))[0], {
      uri: uri("rl/async.md"),
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 33 } },
    });
  });

  it("hovers in Markdown", async () => {
    const hover = await served.client.at<Hover>("hover", uri("rl/scale.md"), 5, 10);
    assert.deepEqual(hover.range, { start: { line: 5, character: 4 }, end: { line: 5, character: 20 } });
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, "markdown");
    assert.match(value, /^\*\*Can RL run asynchronously\?\*\* › Why\n\nSystems\n\nIt can\\\.\n\n1 source paper · 1 note links here/);
  });

  it("gives document links to notes, parts and files, none to what is missing", async () => {
    const links = await served.client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: uri("rl/scale.md") } });
    assert.deepEqual(
      links.map(({ target }) => target && decodeURIComponent(target)),
      [
        "https://arxiv.org/abs/2505.24298",
        "https://doi.org/10.1000/x",
        `${uri("rl/async.md")}#L12`,
        uri("rl/async.md"),
        uri("img/p.png"),
        uri("b (1).md"),
      ].map(decodeURIComponent),
    );
    const broken = await served.client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: uri("rl/async.md") } });
    assert.deepEqual(
      broken.map(({ target }) => target),
      ["https://arxiv.org/abs/2505.24298", uri("rl/scale.md")],
    );
  });

  it("gives the tree of topics with both counts", async () => {
    assert.deepEqual(await served.client.ask("quaestio/topics", {}), [
      {
        id: "rl",
        label: "Rl",
        noteCount: 2,
        sourceCount: 2,
        children: [{ id: "rl/systems", label: "Systems", noteCount: 1, sourceCount: 1, children: [] }],
      },
      { id: "unfiled", label: "Unfiled", noteCount: 1, sourceCount: 0, children: [] },
    ]);
  });

  it("gives the notes of a topic, sorted and in pieces", async () => {
    const { total, notes } = await served.client.ask("quaestio/topicNotes", { id: "rl" });
    assert.equal(total, 2);
    const { modified, ...card } = notes[0] ?? { modified: 0 };
    assert.deepEqual(card, {
      uri: uri("rl/async.md"),
      title: "Can RL run asynchronously?",
      summary: "It can.",
      topics: ["rl/systems"],
      sourceCount: 1,
      incoming: 1,
      problems: 1,
    });
    assert.ok(Date.now() - modified < 600_000);
    const titles = async (params: object) =>
      (await served.client.ask("quaestio/topicNotes", { id: "rl", ...params })).notes.map(({ title }) => title);
    assert.deepEqual(await titles({ sort: "sources" }), ["Does it scale?", "Can RL run asynchronously?"]);
    assert.deepEqual(await titles({ offset: 1, limit: 5 }), ["Does it scale?"]);
    assert.deepEqual(await titles({ limit: 1 }), ["Can RL run asynchronously?"]);
    assert.deepEqual(await titles({ depth: "direct" }), ["Does it scale?"]);
    assert.deepEqual(await served.client.ask("quaestio/topicNotes", { id: "nowhere" }), { total: 0, notes: [] });
  });

  it("gives related notes with their reasons", async () => {
    const related = await served.client.ask("quaestio/related", { uri: uri("rl/async.md") });
    assert.deepEqual(
      related.map(({ card, linked, reasons }) => [card.title, linked, reasons.map(({ kind }) => kind)]),
      [
        ["Does it scale?", true, ["linked-from-here", "shared-words", "shared-papers"]],
        ["A third one?", false, ["common-link"]],
      ],
    );
  });

  it("gives notes related to a place in a note, and to a question", async () => {
    const [first] = await served.client.ask("quaestio/related", { uri: uri("rl/async.md"), position: { line: 9, character: 3 }, limit: 1 });
    assert.equal(first?.card.title, "Does it scale?");
    const asked = await served.client.ask("quaestio/related", { text: "asynchronous RL" });
    assert.ok(asked.some(({ card }) => card.title === "Can RL run asynchronously?"));
    assert.deepEqual(await served.client.ask("quaestio/related", {}), []);
  });

  it("knows a document in the client's own spelling", async () => {
    const spelled = uri("b (1).md").replace("(", "%28").replace(")", "%29");
    await served.client.open(spelled, "# A third one?\n\n[[async RL]]\n");
    const places = await served.client.at<Location[]>("references", uri("rl/async.md"), 1, 10, { context: { includeDeclaration: false } });
    assert.ok(places.some((it) => it.uri === spelled));
    assert.ok(!places.some((it) => it.uri === uri("b (1).md") && it.uri !== spelled));
    await served.client.settled(() => served.client.close(spelled));
  });

  it("answers empty about documents it does not know, and about places outside a text", async () => {
    for (const unknown of [uri("nowhere.md"), "untitled:Untitled-1", "https://example.com/a.md"]) {
      const textDocument = { uri: unknown };
      for (const method of ["completion", "definition", "hover"])
        assert.equal(await served.client.at(method, unknown, 0, 0), null, `${method} ${unknown}`);
      assert.equal(await served.client.at("references", unknown, 0, 0, { context: { includeDeclaration: true } }), null);
      assert.equal(await served.client.request("textDocument/documentLink", { textDocument }), null);
      assert.deepEqual(await served.client.ask("quaestio/related", { uri: unknown }), []);
    }
    assert.equal(await served.client.at("hover", uri("rl/async.md"), 999, 999), null);
  });

  it("refuses a method that it does not know", async () => {
    await assert.rejects(served.client.request("quaestio/nonsense", {}), { code: -32601 });
  });

  it("gives a document outside the vault its links, and never counts it", async () => {
    const before = await served.client.ask("quaestio/topics", {});
    const git = `git:${new URL(uri("rl/async.md")).pathname}?%7B%22ref%22%3A%22HEAD%22%7D`;
    for (const outside of [git, "untitled:Untitled-1"]) {
      await served.client.open(
        outside,
        "---\ntitle: Can RL run asynchronously?\ntopics: [new]\n---\n[[Does it scale?]] [[Nowhere at all]] [[scale\n",
      );
      const [link] = await served.client.at<LocationLink[]>("definition", outside, 4, 5);
      assert.equal(link?.targetUri, uri("rl/scale.md"));
      assert.notEqual(await served.client.at("hover", outside, 4, 5), null);
      assert.equal((await served.client.at<CompletionList>("completion", outside, 4, 46)).items.length, 1);
      assert.deepEqual(await served.client.ask("quaestio/topics", {}), before);
      assert.equal(served.client.codes(outside), "");
      await served.client.close(outside);
    }
    assert.equal(served.client.codes(uri("rl/async.md")), "broken-reference");
  });
});
