// The plugin of the editor's preview, with a real markdown-it: what is drawn of a note, and of any other document.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, it } from "mocha";
import type { Note } from "../server/core/note";
import { renderModel } from "../server/features/render/renderModel";
import type { RenderModel } from "../server/protocol";
import { drawn, pageOf, previewing } from "./previewed";
import { sampleVault } from "./sampleVault";
import { projectRoot } from "./tempFolder";

const others = `
//- /b.md
---
title: B
summary: Of B.
---
Of B. ^blk

## Part

In the part.
//- /sub/c.md
Of C, [on](../b.md).

![[B]]
//- /p.png
//- /papers.bib
@article{fu, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan}, year={2025}, eprint={2505.24298}, eprinttype={arxiv}}
@book{lee, title={A Book}, author={Lee, Ann}, year={2024}, doi={10.1000/xyz}}
`;

/** A page without what only the editor needs, its tips and the classes of found links left out. */
const plain = (html: string) => html.replace(/ data-(?:line|href)="[^"]*"| class="quaestio-link"|(?<=<a [^>]*) title="[^"]*"/g, "").trim();

const page = async (text: string) => plain(await pageOf(`//- /a.md\n${text}\n${others}`, "a.md"));

const fu = '<a href="https://arxiv.org/abs/2505.24298">Fu et al., 2025</a>';
const broken = (text: string, tip: string) => `<span class="quaestio-link quaestio-broken" title="${tip}">${text}</span>`;

describe("the preview of a note", () => {
  const cases: readonly (readonly [written: string, expected: string])[] = [
    ["[[B]]", '<a href="b.md">B</a>'],
    ["[[b|as *one* calls it]]", '<a href="b.md">as *one* calls it</a>'],
    ["[[B#Part]]", '<a href="b.md#part">B › Part</a>'],
    ["**[[B]]**", '<strong><a href="b.md">B</a></strong>'],
    ["[[Nowhere near]]", broken("Nowhere near", "No note, file or image answers “Nowhere near”.")],
    ["`[[B]]` \\[[B]]", "<code>[[B]]</code> [[B]]"],
    ["[[{{title}}]]", "[[{{title}}]]"],
    ["[see [[B]]](b.md)", '<a href="b.md">see [[B]]</a>'],
    ["[@fu]", `(${fu})`],
    ["[see @fu, p. 3; -@lee]", `(see ${fu}, p. 3; <a href="https://doi.org/10.1000/xyz">2024</a>)`],
    ["@fu says", `${fu} says`],
    ["ask @nobody or me@example.org", 'ask @nobody or <a href="mailto:me@example.org">me@example.org</a>'],
    ["[@gone]", `(${broken("@gone", "No bibliography holds the key “gone”.")})`],
    ["![[p.png|100x80]]", '<img src="p.png" alt="p.png" width="100" height="80">'],
    ["[on](b.md)", '<a href="b.md">on</a>'],
    ["[on](no.md)", '<a href="no.md" class="quaestio-link quaestio-broken">on</a>'],
    ["inside ![[B]] a text", 'inside <a href="b.md">B</a> a text'],
  ];
  for (const [written, expected] of cases)
    it(`draws ${written}`, async () => {
      const html = await page(`Text.\n\n${written}`);
      const body = html.split("\n").slice(1).join("\n");
      assert.equal(body.replace(/^<(p|div)>\n?(.*?)\n?<\/\1>$/s, "$2").trim(), expected);
    });

  it("draws a link in a table by its label", async () => {
    assert.match(await page("| a |\n| - |\n| [[b\\|the b]] |"), /<td><a href="b.md">the b<\/a><\/td>/);
  });

  it("draws an embedded note in a box under its title, its own links leading on from here", async () => {
    const html = await page("![[sub/c]]");
    const box = (title: string, inside: string) =>
      `<div class="quaestio-embed"><div class="quaestio-embed-title">${title}</div>${inside}</div>`;
    const b = box('<a href="b.md">B</a>', "<p>Of B.</p>\n<h2>Part</h2>\n<p>In the part.</p>\n");
    const c = box('<a href="sub/c.md">c</a>', `<p>Of C, <a href="b.md">on</a>.</p>\n<div>\n${b}\n</div>\n`);
    assert.equal(html, `<div>\n${c}\n</div>`);
  });

  it("stops embeds that come back to themselves, with a sentence", async () => {
    const html = plain(await pageOf("//- /a.md\n![[b]]\n//- /b.md\nB.\n\n![[a]]\n\n![[b]]\n"));
    assert.equal(html.match(/Not shown here: it would be shown inside itself\./g)?.length, 2);
  });

  it("stops embeds that go too deep or are too many, with a sentence", async () => {
    const chain = Array.from({ length: 9 }, (_, at) => `//- /n${at}.md\nText ${at}.\n\n![[n${at + 1}]]\n`).join("");
    assert.match(await pageOf(`${chain}//- /n9.md\nEnd.\n`), /Text 5\..*Not shown here: embeds are followed 5 deep\./s);
    const wide = (name: string) => `${`![[${name}]]\n\n`.repeat(20)}`;
    const html = await pageOf(`//- /a.md\n${wide("b")}//- /b.md\n${wide("c")}//- /c.md\nEnd.\n`);
    assert.match(html, /Not shown here: this page shows 100 embeds already\./);
    assert.ok(html.length < 500_000);
  });

  it("hides ids of blocks and makes them places to go to", async () => {
    const html = await page("One. ^one\n\n- two ^two\n\n| a |\n| - |\n| b |\n\n^three\n\n## Four ^four\n\n[[#^one]] x^2");
    assert.match(html, /<p id="\^one">One\.<\/p>/);
    assert.match(html, /<li id="\^two">two<\/li>/);
    assert.match(html, /<table id="\^three">/);
    assert.match(html, /<h2>Four<span id="\^four"><\/span><\/h2>/);
    assert.match(html, /<a href="#\^one">\^one<\/a> x\^2/);
    assert.ok(!/[ >]\^three/.test(html.replaceAll('"^three"', "")));
  });

  it("has a header instead of the front matter", async () => {
    const html = await page("---\ntitle: What is A?\nsummary: Of A.\ntopics: [x]\nsources: [fu]\nrelated: ['[[B]]']\n---\nText.");
    const field = (name: string, ...links: string[]) => `<div><dt>${name}</dt>${links.map((it) => `<dd>${it}</dd>`).join("")}</div>`;
    const topic = '<span title="x">X</span>';
    const fields =
      field("Topics", topic) + field("Sources", `${fu.replace("</a>", " — AReaL</a>")}`) + field("Related", '<a href="b.md">B</a>');
    assert.equal(
      html,
      `<section class="quaestio-header" aria-label="About this note"><h1>What is A?</h1><p class="quaestio-summary">Of A.</p><dl>${fields}</dl></section>\n<p>Text.</p>`,
    );
    assert.match(await page("---\nlayout: post\n---\nText."), /^<table>layout: post/);
  });
});

describe("the previews of the sample notes", () => {
  it("have no link or citation left as it is written, and none that leads nowhere", async () => {
    const vault = await sampleVault();
    const read = async ({ path }: Note) => readFileSync(join(projectRoot, "notes", path), "utf8");
    let links = 0;
    for (const note of vault.notes()) {
      const text = await read(note);
      const model: RenderModel = JSON.parse(JSON.stringify(await renderModel(vault, note, read)));
      const html = drawn(
        previewing(() => model),
        text,
      );
      assert.ok(!/\[\[|\[@|quaestio-broken|<table>/.test(html), note.path);
      links += html.match(/<a class="quaestio-link"/g)?.length ?? 0;
    }
    assert.ok(links > 500, `${links}`);
  });
});

describe("the preview of any other document", () => {
  it("is what it would be without the plugin", () => {
    const md = previewing(() => undefined);
    const bare = new MarkdownIt({ html: true, linkify: true });
    const texts = [
      "[[a *b* c]] ![[d|e]] [@f; g @h] @i *@j* `[[k]]`",
      "# Head [[x]] ^id\n\n- one ^two\n- ![[three]]\n\n![[four]]\n![[five]]\n\n^six",
      "[[ref]] [@ref] [ref]\n\n[ref]: http://example.org",
      "![see @a and [[b]]](c.png) [d @e](f.md)",
      "[[1]](a.md) [[[x]]] \\[[y]] [x [[y]] z](b.md) <a href='#'>[[z]]</a>",
    ];
    const withoutIds = (html: string) => html.replace(/ (?:id="\^[^"]*"|data-(?:line|href)="[^"]*"|class="quaestio-id")/g, "");
    for (const text of texts) assert.equal(withoutIds(drawn(md, text)), bare.render(text));
    const letters = ["[[", "]]", "[", "]", "@a", "!", "*", "`", "\\", "|", " ", "\n", "- ", "^i", "(", ")", "<b>", "_"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 20 }), (all) => {
        // A delimiter that opens before a link and closes in it is read otherwise.
        const text = all.join("").replace(/[*_`]/g, "");
        assert.equal(withoutIds(drawn(md, text)), bare.render(text), JSON.stringify(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("survives whatever goes wrong in a model", () => {
    const wrong = { id: "x", embeds: null, links: 3, citations: [[]], destinations: [[]], isLabelFirst: false } as unknown as RenderModel;
    const failing = () => {
      throw new Error("No model.");
    };
    for (const modelOf of [() => wrong, failing])
      assert.equal(
        drawn(previewing(modelOf), "[[a]] [@b] [c](d.md) ![[e]]"),
        '<p data-line="0">[[a]] [@b] <a href="d.md" data-href="d.md">c</a> ![[e]]</p>\n',
      );
  });
});
