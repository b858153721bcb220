// Hostile notes in the editor's preview: nothing in them becomes markup, code or a way out of the vault, and none takes for ever.
import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { describe, it } from "mocha";
import { readNotes } from "../client/preview/plugin";
import type { RenderModel } from "../server/protocol";
import { drawn, pageOf, previewing } from "./previewed";

describe("hostile notes in the preview", () => {
  const attack = `"><img src=x onerror=alert(1)><script>alert(2)</script>'`;
  const link = { text: attack, tip: attack, year: attack, state: "found" } as const;
  const asModel = (href: string): RenderModel => ({
    ...{ id: attack, isLabelFirst: false },
    links: [
      ["a", { ...link, href, embed: "e" }],
      ["p", { ...link, href, isImage: true }],
      ["q", { ...link, state: "broken", href }],
    ],
    citations: [["k", { ...link, href }]],
    destinations: [
      ["d.md", { ...link, href }],
      ["e.md", { ...link, state: "broken" }],
    ],
    embeds: [
      {
        id: "e",
        title: attack,
        href,
        markdown: "[[a]] in",
        links: [["a", { ...link, href }]],
        citations: [],
        destinations: [],
        isLabelFirst: false,
      },
    ],
    header: { title: attack, summary: attack, topics: [{ ...link, href }], sources: [{ ...link, href }], related: [{ ...link, href }] },
  });
  const text = `---\nx: 1\n---\n[[a]] [[a|${attack.replace("]", "")}]] ![[p]] ![[p|${attack}]] [[q]] [@k, ${attack}] [-@k] @k [l](d.md) [m](e.md)\n\n![[a]]\n\n![[a|${attack}]]`;

  /** The tags of a page, with quoted values taken out: what stands in quotes is data. */
  const tags = (html: string) =>
    [...html.matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/gi)].map(([, name = "", attributes = ""]) => [name, attributes]);

  it("cannot put tags, attributes or scripts into a page", () => {
    const html = drawn(
      previewing(() => asModel("b.md")),
      text,
    );
    assert.ok(html.includes("&lt;script&gt;"));
    assert.deepEqual(
      [...html.matchAll(/<(?!\/?(?:a|p|div|span|img|section|h1|dl|dt|dd)\b)[^>]*>/g)].map(([tag]) => tag),
      [],
    );
    const names = new Set(
      tags(html).flatMap(([, attributes = ""]) => [...attributes.replace(/"[^"]*"/g, "").matchAll(/[a-z-]+/g)].map(([it]) => it)),
    );
    for (const name of names)
      assert.ok(
        ["href", "data-href", "title", "class", "src", "data-src", "alt", "aria-label", "data-line", "width", "height"].includes(name),
        name,
      );
  });

  it("cannot lead out of the vault, to a command or to a script", () => {
    const hrefs = [
      "javascript:alert(1)",
      "command:workbench.action.quit",
      "JAVASCRIPT:x",
      "java\tscript:x",
      "\u0001javascript:x",
      "data:text/html,x",
      "vscode://x",
      "file:///etc/passwd",
      "//evil.example",
      "/etc/passwd",
      "\\\\evil\\share",
      "a:b",
    ];
    for (const href of hrefs) {
      const html = drawn(
        previewing(() => asModel(href)),
        text,
      );
      const found = [...html.matchAll(/ (?:data-)?(?:href|src)="([^"]*)"/g)].map(([, it]) => it);
      assert.deepEqual(
        found.filter((it) => it !== "d.md" && it !== "e.md"),
        [],
        href,
      );
    }
  });

  it("cannot be hostile by what a vault holds", async () => {
    const html = await pageOf(
      `
//- /a.md
---
title: '${attack.replaceAll("'", "")}'
summary: '${attack.replaceAll("'", "")}'
topics: ['<b>x</b>']
sources: [evil, 'http://example.org/"onclick="x']
related: ['[[<i>y</i>]]']
---
[[b]] [@evil] [[c|<u>label</u>]] [[<s>z</s>]] [@<em>gone</em>]
//- /b.md
---
title: 'B <script>x</script>'
summary: '<script>y</script>'
---
//- /c.md
//- /papers.bib
@article{evil, title={<script>t</script>}, author={<script>n</script>, Ann}, year={<b>1</b>}, url={javascript:alert(1)}}
`,
      "a.md",
    );
    const written = html.replace(/<em>gone<\/em>/, "");
    assert.deepEqual(
      [...written.matchAll(/<(?!\/?(?:a|p|span|section|h1|dl|div|dt|dd)\b)[^>]*>/g)].map(([tag]) => tag),
      [],
    );
    assert.ok(!/href="javascript/i.test(html));
    assert.ok(!/<[^>]*\sonclick=/.test(html.replace(/"[^"]*"/g, '""')));
  });

  it("takes eight times as long for eight times as much, not sixty-four times", () => {
    const md = readNotes(new MarkdownIt({ html: true }), () => undefined);
    // The quickest of some runs: others had to share the machine.
    const time = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          drawn(md, text);
          return performance.now() - start;
        }),
      );
    const parts = ["[[a ", "[[a]]", "![[", "[@a ", "[@a;", "@a ", "^a\n\n", "![[a]]\n\n", "[[a]b", " ^", "[[a|", "- x ^a\n"];
    for (const part of parts) {
      const [small, large] = [time(part.repeat(2500)), time(part.repeat(20_000))];
      assert.ok(large < 24 * small + 200, `${JSON.stringify(part)}: ${small.toFixed()} ms, for eight times as much ${large.toFixed()} ms`);
    }
  });

  it("may be a megabyte of brackets that never close", () => {
    const start = performance.now();
    drawn(
      readNotes(new MarkdownIt({ html: true }), () => undefined),
      "[[".repeat(500_000),
    );
    assert.ok(performance.now() - start < 30_000);
  });
});
