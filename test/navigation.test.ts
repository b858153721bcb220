// From a reference to its place, and from a title or heading to all references.
import { describe, it } from "mocha";
import { checkDefinition, checkReferences } from "./check";

describe("definition", () => {
  it("leads to the title of the note, in the front matter or as a heading", () => {
    checkDefinition(`
      //- /a.md
      [[Does it$0 work?]]
      //- /b.md
      ---
      title: <def>Does it work?</def>
      ---
      # Does it work?
    `);
    checkDefinition(`
      //- /a.md
      [[Does it$0 work?|label]]
      //- /b.md
      <def># Does it work?</def>
    `);
  });

  it("leads to the start of a note without a title of its own", () => {
    checkDefinition("//- /a.md\n[[$0b]]\n//- /s/b.md\nText", "s/b.md");
  });

  it("leads to the heading or block that is named", () => {
    checkDefinition(`
      //- /a.md
      [[b#B#Notes$0]]
      //- /b.md
      ## A
      ### Notes
      ## B
      <def>### Notes</def>
    `);
    checkDefinition(`
      //- /a.md
      [x](b.md#^o$0ne)
      //- /b.md
      Text <def>^one</def>
    `);
    checkDefinition("//- /a.md\n[[#Set$0up]]\n<def>## Setup</def>");
  });

  it("leads to the note when it has no such part", () => {
    checkDefinition("//- /a.md\n[[b#Not$0hing]]\n//- /b.md\n<def># B?</def>");
  });

  it("holds at both ends of a reference, label and brackets included", () => {
    for (const link of ["$0[[b]]", "[[b]]$0", "[[b|la$0bel]]", "![[$0b]]", "[te$0xt](b.md)", "[text](b.md)$0"])
      checkDefinition(`//- /a.md\nx ${link} y\n//- /b.md\n<def># B?</def>`);
  });

  it("holds in related:", () => {
    checkDefinition('//- /a.md\n---\nrelated: ["[[B$0?]]"]\n---\n//- /b.md\n<def># B?</def>');
  });

  it("leads to files, and nowhere where nothing answers", () => {
    checkDefinition("//- /a.md\n![[pl$0ot.png]]\n//- /img/plot.png", "img/plot.png");
    checkDefinition("//- /a.md\n[[Now$0here]]");
    checkDefinition("//- /a.md\n[[b]] te$0xt\n//- /b.md\n# B?");
    checkDefinition("//- /a.md\n`[[$0b]]`\n//- /b.md\n# B?");
  });
});

describe("references", () => {
  it("to a note are asked at its title or heading, and are found however they are written", () => {
    checkReferences(`
      //- /a.md
      ---
      title: <def>Does it$0 work?</def>
      aliases: [workable]
      ---
      # Does it work?
      [[<ref>#Setup</ref>]]
      ## Setup
      //- /b.md
      ---
      related: ["<ref>[[Does it work?]]</ref>"]
      ---
      [[<ref>does it work</ref>]] [[<ref>workable|x</ref>]] [[<ref>a</ref>]] <ref>[x](a.md)</ref> ![[<ref>a#Setup</ref>]] [[<ref>a#Nope</ref>]]
      [[Does it pay?]] \`[[a]]\` [x](c.md)
      //- /c.md
      <ref>[x](./a)</ref>
    `);
  });

  it("to a note are asked at a reference to it as well", () => {
    checkReferences(`
      //- /a.md
      [[<ref>B?</ref>]]
      //- /b.md
      <def># B?</def>
      //- /c.md
      [[<ref>B$0?</ref>]]
    `);
  });

  it("to a heading are only those that name it", () => {
    checkReferences(`
      //- /a.md
      # A?
      <def>## Set$0up</def>
      ## Other
      //- /b.md
      [[<ref>A?#Setup</ref>]] <ref>[x](a.md#setup)</ref> [[A?]] [[A?#Other]]
    `);
  });

  it("to a note do not include those that mean a nearer note of the same name", () => {
    checkReferences(`
      //- /a.md
      [[<ref>$0b</ref>]]
      //- /b.md
      <def># T?</def>
      //- /s/b.md
      # U?
      //- /s/c.md
      [[b]]
    `);
  });

  it("are none where nothing is", () => {
    checkReferences("//- /a.md\n# A?\n\nTe$0xt\n//- /b.md\n[[A?]]");
    checkReferences("//- /a.md\n[[Now$0here]]\n//- /b.md\n[[Nowhere]]");
  });
});
