// A link that is written leads back to the note it was written for, whatever the note is called and wherever the link stands.
import assert from "node:assert/strict";
import fc from "fast-check";
import GithubSlugger from "github-slugger";
import { describe, it } from "mocha";
import { stringify } from "yaml";
import { exactKey, fold, headingKey, titleKey } from "../server/core/key";
import type { Note, NoteUri, Reference } from "../server/core/note";
import { type LinkStyle, linkStyles } from "../server/core/settings";
import { isNoteTarget } from "../server/core/wikiLink";
import { diagnosticsOf } from "../server/features/diagnostics";
import { linkText } from "../server/features/links";
import { isExplicitPath } from "../server/index/keys";
import type { Resolution } from "../server/index/vault";
import { VaultIndex } from "../server/index/vaultIndex";
import { anyName, anyText } from "./anyText";
import { diagnosticSettings, meaningText, problemText } from "./check";
import { noteAt } from "./indexText";

const seeded = { seed: 20260223, numRuns: 120 } as const;
const folder = "memory:///vault" as NoteUri;
const other = "memory:///other" as NoteUri;

/** A note of any name, its neighbours, and where a link to it is going to stand. */
interface World {
  readonly target: { readonly folder: NoteUri; readonly path: string; readonly text: string };
  readonly neighbours: readonly { readonly folder: NoteUri; readonly path: string; readonly text: string }[];
  readonly from: string;
}

const front = (fields: object) => `---\n${stringify(fields)}---\n`;

/** Where a note's title is written. */
const titled: Readonly<Record<string, (title: string) => string>> = {
  "front matter": (title) => front({ title }),
  heading: (title) => `# ${title.replace(/\s+/g, " ")}\n`,
  "file name": () => "Prose.\n",
};

const anyFolder = fc.oneof(
  fc.constantFrom("", "sub/", "from/", "sub/deeper/"),
  anyName.map((name) => `${name}/`),
);

/** Notes that a careless link would lead to instead. */
function neighboursOf(title: string, dir: string, stem: string): World["neighbours"] {
  const name = title.replace(/[/\0]/g, "");
  return [
    { folder, path: `x/${stem}.md`, text: "Prose.\n" },
    { folder, path: `${dir}${stem}.md.md`, text: "Prose.\n" },
    { folder, path: "cased.md", text: front({ title: title.toUpperCase() }) },
    { folder, path: "asked.md", text: front({ title: `${title}?` }) },
    { folder, path: "cut.md", text: `${front({ title: title.split("#")[0] })}## One\n` },
    { folder, path: "sub/also.md", text: front({ title, aliases: [stem] }) },
    { folder, path: `${name || "named"}.md`, text: "Prose.\n" },
    { folder: other, path: `${dir}${stem}.md`, text: front({ title }) },
  ];
}

const worlds: fc.Arbitrary<World> = fc
  .record({
    title: anyText,
    stem: anyName,
    dir: anyFolder,
    as: fc.constantFrom(...Object.keys(titled)),
    of: fc.constantFrom(folder, folder, folder, other),
    near: fc.array(fc.nat(7), { maxLength: 3 }),
    from: fc.constantFrom("from/here.md", "here.md", "sub/here.md"),
  })
  .map(({ title, stem, dir, as, of, near, from }) => {
    const target = { folder: of, path: `${dir}${stem}.md`, text: titled[as]?.(title) ?? "" };
    const taken = new Set([`${of}/${target.path}`, `${folder}/${from}`]);
    const isFree = ({ folder: of, path }: { readonly folder: NoteUri; readonly path: string }) => !taken.has(`${of}/${path}`);
    return { target, neighbours: near.flatMap((index) => neighboursOf(title, dir, stem)[index] ?? []).filter(isFree), from };
  });

function vaultOf({ target, neighbours, from }: World): { readonly vault: VaultIndex; readonly to: Note; readonly here: Note } {
  const vault = new VaultIndex();
  for (const uri of [folder, other]) vault.addFolder(uri, { isObsidian: false });
  const put = (of: NoteUri, path: string, text: string) => {
    const note = noteAt(of, path, text);
    vault.addFile(of, path);
    vault.put(note);
    return note;
  };
  for (const it of neighbours) put(it.folder, it.path, it.text);
  return { vault, to: put(target.folder, target.path, target.text), here: put(folder, from, "") };
}

interface Place {
  /** How a link is spelled there. */
  spelled(link: string): string;
  /** The text of a note that holds it. */
  around(link: string): string;
}

const asItIs = (link: string) => link;

/** Where a link can stand. */
const places: Readonly<Record<string, Place>> = {
  "in a paragraph": { spelled: asItIs, around: (link) => `See ${link} here.\n` },
  "among marks": { spelled: asItIs, around: (link) => `A [1] *see* ${link}, \`code\`, $x$ <b>and</b> %%this%% ~~*so*~~.\n` },
  "in a table": { spelled: (link) => link.replaceAll("|", "\\|"), around: (link) => `| a | b |\n| - | - |\n| x | ${link} |\n` },
};

/** Where wiki links alone can stand; YAML escapes them, and folds long ones. */
const yamlPlaces: Readonly<Record<string, Place>> = {
  "in a field": { spelled: asItIs, around: (link) => `---\n${stringify({ related: [link] }, { lineWidth: 0 })}---\n` },
  "in a field of several lines": { spelled: asItIs, around: (link) => front({ related: link }) },
};

const isWiki = (link: string) => link.startsWith("[[");

/** The one reference in a text. In the body it must be the whole link. */
function onlyReference(note: Note, text: string, link: string): Reference {
  const [reference, ...more] = note.references;
  assert.ok(reference && more.length === 0, `${note.references.length} references in ${JSON.stringify(text)}`);
  if (reference.kind !== "wiki" || reference.place !== "related")
    assert.equal(text.slice(reference.range.start, reference.range.end), link);
  return reference;
}

/** A text put into a vault at a path has one reference, which means a note as a whole, without rivals and without problems. */
function checkMeaning(vault: VaultIndex, path: string, text: string, link: string): Extract<Resolution, { kind: "note" }> {
  const note = noteAt(folder, path, text);
  vault.put(note);
  const meaning = vault.resolve(note, onlyReference(note, text, link));
  const about = JSON.stringify(text);
  assert.ok(meaning.kind === "note", `${meaningText(meaning)} in ${about}`);
  assert.equal(meaning.rivals.length, 0, `${meaningText(meaning)} in ${about}`);
  assert.equal(diagnosticsOf(vault, note, diagnosticSettings()).map(problemText).join("\n"), "", about);
  return meaning;
}

function checkRoundTrip(world: World, style: LinkStyle, { spelled, around }: Place): void {
  const { vault, to, here } = vaultOf(world);
  const link = linkText(vault, here, to, style);
  // Nothing but a wiki link stands in a field, and nothing else leads into another workspace folder.
  if (!isWiki(link) && (around("").startsWith("---") || to.folder !== here.folder)) return;
  const { note, part } = checkMeaning(vault, world.from, around(spelled(link)), spelled(link));
  assert.equal(note.uri, to.uri, link);
  assert.equal(part, undefined, link);
}

describe("a written link", () => {
  for (const style of linkStyles) {
    for (const [name, place] of Object.entries(style === "markdown" ? places : { ...places, ...yamlPlaces })) {
      it(`in the style “${style}” leads back, ${name}`, () => {
        fc.assert(
          fc.property(worlds, (world) => checkRoundTrip(world, style, place)),
          seeded,
        );
      });
    }
  }
});

/** What stands in a wiki link behind `#`. */
const canBePart = (heading: string) => !/[[\]|#^]/.test(heading) && exactKey(heading) !== "" && isNoteTarget(heading);

const slugOf = (text: string) => fold(new GithubSlugger().slug(text));

describe("a link to a part", () => {
  const headings = fc.record({ first: anyText, second: anyText, level: fc.constantFrom("#", "##", "######") });

  function noteWith({ first, second, level }: { readonly first: string; readonly second: string; readonly level: string }) {
    const vault = new VaultIndex();
    vault.addFolder(folder, { isObsidian: false });
    const lines = [first, second].map((text) => `${level} ${text.replace(/[\r\n\0]/g, " ")}\n`);
    const note = noteAt(folder, "note.md", lines.join("\n"));
    vault.put(note);
    return { vault, note };
  }

  it("leads to a heading of any text by the text", () => {
    fc.assert(
      fc.property(headings, (drawn) => {
        const { vault, note } = noteWith(drawn);
        for (const { text } of note.headings.filter((heading) => canBePart(heading.text))) {
          const link = `[[note#${text}]]`;
          const { part } = checkMeaning(vault, "from/here.md", `See ${link} here.\n`, link);
          assert.ok(part?.kind === "heading", link);
          // Of headings that one text means the first counts, by its slug before its words.
          const meant = [slugOf, headingKey].flatMap((key) => note.headings.find((heading) => key(heading.text) === key(text)) ?? []);
          assert.ok(meant.includes(part.heading), link);
        }
      }),
      seeded,
    );
  });

  it("leads to a heading of any text by its slug, repeated ones included", () => {
    fc.assert(
      fc.property(headings, ({ first, level }) => {
        const { vault, note } = noteWith({ first, second: first, level });
        const slugger = new GithubSlugger();
        for (const heading of note.headings) {
          const slug = slugger.slug(heading.text);
          if (/^-?\d*$|^top$|^l\d+/.test(slug)) continue;
          const link = `[see](../note.md#${slug})`;
          const { part } = checkMeaning(vault, "from/here.md", `See ${link} here.\n`, link);
          assert.equal(part?.kind === "heading" && part.heading, heading, link);
        }
      }),
      seeded,
    );
  });
});

describe("a link by an alias", () => {
  it("leads to the note that has it", () => {
    fc.assert(
      fc.property(anyText, anyName, (alias, stem) => {
        const vault = new VaultIndex();
        vault.addFolder(folder, { isObsidian: false });
        const to = noteAt(folder, `sub/${stem}.md`, front({ title: "A title of its own", aliases: [alias] }));
        vault.put(to);
        const link = `[[${exactKey(alias)}]]`;
        const target = exactKey(alias);
        if (/[[\]|#]/.test(target) || titleKey(target) === "" || !isNoteTarget(target) || isExplicitPath(target)) return;
        const { note } = checkMeaning(vault, "from/here.md", `See ${link} here.\n`, link);
        assert.equal(note.uri, to.uri);
      }),
      seeded,
    );
  });
});
