// Names as disks and editors spell them: the right file is found, and the place of a link is exact to the column.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { encodedUri, fileUri, fsPathOf, noteUri, pathBelow, uriBelow } from "../server/core/noteUri";
import { lineStartsOf, positionAt } from "../server/core/text";
import { diagnosticsOf } from "../server/features/diagnostics";
import { VaultIndex } from "../server/index/vaultIndex";
import { diagnosticSettings, meaningText, problemText } from "./check";
import { noteAt } from "./indexText";

const folder = "memory:///vault" as NoteUri;

/** What a link in a note means in a vault of files with these paths. */
function meaning(paths: readonly string[], link: string, from = "from/here.md"): string {
  const vault = new VaultIndex();
  vault.addFolder(folder, { isObsidian: false });
  for (const path of paths) {
    vault.addFile(folder, path);
    vault.put(noteAt(folder, path, "Prose.\n"));
  }
  const note = noteAt(folder, from, `See ${link} here.\n`);
  vault.put(note);
  const [reference] = note.references;
  assert.ok(reference, `${link} is a reference`);
  const problems = diagnosticsOf(vault, note, diagnosticSettings()).map(problemText);
  return [meaningText(vault.resolve(note, reference)), ...problems].join("\n");
}

/** Where the targets of a text's links stand: line and column of the start, and of the end. */
function targets(text: string): readonly string[] {
  const { references, lineStarts } = noteAt(folder, "a.md", text);
  const place = (offset: number) => {
    const { line, character } = positionAt(lineStarts, offset);
    return `${line}:${character}`;
  };
  return references.map(({ targetRange: { start, end } }) => `${place(start)}-${place(end)} ${text.slice(start, end)}`);
}

describe("a file's name", () => {
  const names: Readonly<Record<string, string>> = {
    "why?": "why%3F",
    "C# tips": "C%23%20tips",
    "a: b": "./a:%20b",
    'say "so"': "say%20%22so%22",
    "it's “so”": "it's%20“so”",
    "v1.2 results": "v1.2%20results",
    "Why use Node.js": "Why%20use%20Node.js",
    ".dotted": ".dotted",
    "a...": "a...",
    "100%": "100%25",
    "a%20b": "a%2520b",
    "50% off": "50%25%20off",
    "(a)": "%28a%29",
    "a+b & c=d; e,f@g~h!": "a+b%20&%20c=d;%20e,f@g~h!",
    日本語の見出し: "日本語の見出し",
    "🙂 ok": "%F0%9F%99%82%20ok",
    [`${"long ".repeat(40)}name`]: `${"long%20".repeat(40)}name`,
  };
  for (const [name, encoded] of Object.entries(names)) {
    it(`“${name.slice(0, 24)}” is found by every link`, () => {
      const paths = [`sub/${name}.md`];
      const found = `sub/${name}.md`;
      assert.equal(meaning(paths, `[[${name}]]`), `stem ${found}`);
      assert.equal(meaning(paths, `[[sub/${name}|label]]`), `path ${found}`);
      assert.equal(meaning(paths, `[[../sub/${name}]]`), `path ${found}`);
      assert.equal(meaning(paths, `[[/sub/${name}.md]]`), `path ${found}`);
      assert.equal(meaning(paths, `[x](${encoded}.md)`, "sub/here.md"), `path ${found}`);
      assert.equal(meaning(paths, `[x](../sub/${encoded.replace("./", "")})`), `path ${found}`);
      assert.equal(meaning(paths, `[x](</sub/${name.replace(/[%#]/g, encodeURIComponent)}.md>)`), `path ${found}`);
    });
  }

  it("may be written unencoded where Markdown allows it", () => {
    assert.equal(meaning(["why?.md"], "[x](../why?.md)"), "path why?.md");
    assert.equal(meaning(["100%.md"], "[x](../100%.md)"), "path 100%.md");
  });

  it("is one in composed and decomposed letters, and each is found where both exist", () => {
    const [composed, decomposed] = ["caf\u00e9", "cafe\u0301"] as const;
    for (const [disk, typed] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const) {
      assert.equal(meaning([`${disk}.md`], `[[${typed}]]`), `stem ${disk}.md`);
      assert.equal(meaning([`${disk}.md`], `[x](../${typed}.md)`), `path ${disk}.md`);
      assert.equal(meaning([`${disk}.md`], `[x](../${encodeURIComponent(typed)}.md)`), `path ${disk}.md`);
    }
    for (const disk of [composed, decomposed])
      assert.equal(meaning([`${composed}.md`, `${decomposed}.md`], `[x](../${disk}.md)`), `path ${disk}.md`);
  });
});

describe("the place of a link", () => {
  it("counts UTF-16 units before it, as editors do", () => {
    assert.deepEqual(targets("🙂🇩🇪 [[a]] 日本語 [x](b.md)"), ["0:9-0:10 a", "0:21-0:25 b.md"]);
    assert.deepEqual(targets("e\u0301 👩‍👩‍👧 [[🙂]]"), ["0:14-0:16 🙂"]);
    assert.deepEqual(targets("שלום [[a|🙂]]"), ["0:7-0:8 a"]);
  });

  it("is exact in front matter, tables, quotes and lists", () => {
    const text = "---\nrelated: [\"🙂 [[a]]\", '[[b]]']\n---\n> - 🙂 [[c\\]]\n\n| 🙂 | b |\n| - | - |\n| 日 [[d\\|x]] | ![[e]] |\n";
    assert.deepEqual(targets(text), ["1:16-1:17 a", "1:25-1:26 b", "3:9-3:11 c\\", "7:6-7:7 d", "7:18-7:19 e"]);
  });

  it("is the same line and column with any line break the parser knows", () => {
    const text = "---\ntitle: 🙂\nrelated: '[[a]]'\n---\n🙂 [[b]]\n\n# [[c]]\n";
    assert.deepEqual(targets(text.replaceAll("\n", "\r\n")), targets(text));
  });

  it("counts a lone carriage return as a line, as the editor does", () => {
    assert.deepEqual(targets("a\rb [[c]]\r🙂 [[d]]"), ["1:4-1:5 c", "2:5-2:6 d"]);
    assert.deepEqual([...lineStartsOf("a\r\r\n\n\rb")], [0, 2, 4, 5, 6]);
  });
});

describe("a URI", () => {
  it("of a Windows drive is one in every spelling", () => {
    const spellings = ["file:///c%3A/notes/a.md", "file:///C%3A/notes/a.md", "file:///C:/notes/a.md", "file:///c:/notes/a.md"];
    assert.deepEqual([...new Set(spellings.map(noteUri))], ["file:///c:/notes/a.md"]);
    const vault = noteUri("file:///C%3A/notes/");
    assert.equal(pathBelow(vault, noteUri("file:///c:/notes/sub/why%3F.md")), "sub/why?.md");
    assert.equal(encodedUri(uriBelow(vault, "sub/why?.md")), "file:///c%3A/notes/sub/why%3F.md");
    assert.equal(pathBelow(noteUri("file:///C:/"), noteUri("file:///c%3A/a.md")), "a.md");
  });

  it("of a network share keeps its host", () => {
    const vault = noteUri("file://server/share/notes");
    assert.equal(vault, "file://server/share/notes");
    assert.equal(pathBelow(vault, noteUri("file://server/share/notes/a%20b.md")), "a b.md");
    assert.equal(pathBelow(vault, noteUri("file:///share/notes/a.md")), undefined);
    assert.match(fsPathOf(vault), /^[\\/]{2}server[\\/]share[\\/]notes$/);
  });

  it("goes out as any file's name and comes back", () => {
    for (const name of [
      "a?.md",
      "a#b.md",
      "100%.md",
      "%25.md",
      "%zz.md",
      'a"b.md',
      "a:b.md",
      "a;b=c&d.md",
      "日本.md",
      "🙂.md",
      "cafe\u0301.md",
    ]) {
      const uri = uriBelow(fileUri("/vault"), name);
      assert.equal(noteUri(encodedUri(uri)), uri, name);
      assert.equal(fileUri(fsPathOf(uri)), uri, name);
    }
  });

  it("may hold what is no encoding, and means it literally", () => {
    assert.equal(noteUri("file:///vault/100%.md"), "file:///vault/100%.md");
    assert.equal(noteUri("file:///vault/a%zz%20b.md"), "file:///vault/a%zz b.md");
  });
});
