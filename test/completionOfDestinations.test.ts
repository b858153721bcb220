// Notes and headings offered for the destination of a Markdown link.
import { describe, it } from "mocha";
import { checkSuggestions } from "./check";

const vault = `
//- /rl/it (1)?.md
# Does RL scale?
## Why it waits
## Why it waits
//- /c.md
# Is C# fast?
//- other:/x.md
# Does another folder scale?
`;

const inNote = (line: string, path = "notes/here.md") => `//- /${path}\n${line}\n${vault}`;
const scales = "../rl/it%20%281%29%3F.md";

describe("completion of a Markdown link's destination", () => {
  it("offers titles by words in any order, and writes the way there", () => {
    checkSuggestions(inNote("See [this](scale rl$0"), { host: "vscode", labels: ["Does RL scale?"], line: `See [this](${scales})` });
    checkSuggestions(inNote("See [this](scale rl$0) there"), { line: `See [this](${scales}) there` });
    checkSuggestions(inNote("[this]($0)", "rl/here.md"), { labels: ["Does RL scale?", "Is C# fast?"], line: "[this](it%20%281%29%3F.md)" });
  });

  it("replaces a destination that is there, and keeps the link's title", () => {
    checkSuggestions(inNote('[this](scale.md$0 "Title") b'), { labels: [] });
    checkSuggestions(inNote('[this](sca$0le "Title") b'), { line: `[this](${scales} "Title") b` });
    checkSuggestions(inNote("[this](<rl sc$0ale>) b"), { line: `[this](<${scales}>) b` });
    checkSuggestions(inNote("[this](<rl sc$0 b"), { line: `[this](${scales}) b` });
    checkSuggestions(inNote("[a](b.md) and [this](rl$0 and [c](d.md)"), { line: `[a](b.md) and [this](${scales}) and [c](d.md)` });
  });

  it("goes by the name behind the last slash, and offers nothing for a folder alone", () => {
    checkSuggestions(inNote("[this](../rl/sca$0)"), { line: `[this](${scales})` });
    checkSuggestions(inNote("[this](../$0)"), { labels: [] });
  });

  it("offers headings as slugs, unless the editor does", () => {
    checkSuggestions(inNote(`[this](${scales}#$0)`), {
      labels: ["Does RL scale?", "Why it waits", "Why it waits"],
      line: `[this](${scales}#does-rl-scale)`,
    });
    checkSuggestions(inNote(`[this](${scales}#waits$0`), { texts: ["why-it-waits)", "why-it-waits-1)"] });
    checkSuggestions(inNote("# Own words\n[this](#wor$0ld)"), { line: "[this](#own-words)" });
    checkSuggestions(inNote(`[this](${scales}#$0)`), { host: "vscode", labels: [] });
    checkSuggestions(inNote("# Own words\n[this](#wor$0)"), { host: "vscode", labels: [] });
  });

  it("finds a title that holds the sign of a part", () => {
    for (const host of ["vscode", undefined] as const)
      checkSuggestions(inNote("[this](Is C# fa$0)"), { ...(host ? { host } : {}), labels: ["Is C# fast?"], line: "[this](../c.md)" });
  });

  it("stands by in no image, no address elsewhere, no code, no formula, and not behind the link", () => {
    for (const line of [
      "![this](scale$0)",
      "[this](https://scale$0)",
      "[this](<https://scale$0>)",
      "`[this](scale$0)`",
      "$[this](scale$0)$",
      "```\n[this](scale$0)\n```",
      "[this](a.md) scale$0",
      "this(scale$0)",
      "[this] (scale$0)",
      "<!-- [this](scale$0) -->",
    ])
      checkSuggestions(inNote(line), { labels: [] });
  });
});
