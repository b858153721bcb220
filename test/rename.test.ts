// Renames and moves: which lines change, and that every link of the vault leads on.
import { describe, it } from "mocha";
import { checkMove, checkRename } from "./renaming";

const asked = "# Does self-play beat imitation?$0\n";
const wanted = "Does self-play win?";

describe("a title", () => {
  it("is renamed with every link by it, whatever its form; labels stay", () =>
    checkRename(
      `//- /a.md\n---\ntitle: Does self-play beat imitation?$0\naliases: [self-play]\n---\n# Does self-play beat imitation?\n` +
        `//- /b.md\n---\nrelated:\n  - "[[Does self-play beat imitation?]]"\n  - Does self-play beat imitation?\n---\n` +
        `See [[does self-play beat imitation]], ![[Does self-play beat imitation?|it]], [[self-play]] and [[a]].\n` +
        `| x | y |\n| - | - |\n| [[Does self-play beat imitation?\\|it]] | z |\n`,
      wanted,
      "a.md:2: title: Does self-play win?",
      "a.md:5: # Does self-play win?",
      'b.md:3:   - "[[Does self-play win?]]"',
      "b.md:4:   - Does self-play win?",
      "b.md:6: See [[Does self-play win?]], ![[Does self-play win?|it]], [[self-play]] and [[a]].",
      "b.md:9: | [[Does self-play win?\\|it]] | z |",
    ));

  it("is renamed from a link to it", () =>
    checkRename(
      `//- /a.md\n# Does it scale?\n//- /b.md\nSee [[Does it$0 scale?]].\n`,
      "Does it grow?",
      "a.md:1: # Does it grow?",
      "b.md:1: See [[Does it grow?]].",
    ));

  it("takes the file along that was named after it, with links by the file's name or path", () =>
    checkRename(
      `//- /sub/does-it-scale.md\n# Does it scale?$0\nSee [[#Does it scale?]] and [above](#does-it-scale).\n` +
        `//- /b.md\n[[does-it-scale]], [[sub/does-it-scale|x]], [y](sub/does-it-scale.md#does-it-scale), [z](./sub/does-it-scale.md "t")\n\n[ref]: <sub/does-it-scale.md>\n`,
      "Does it grow?",
      "sub/does-it-scale.md:1: # Does it grow?",
      "sub/does-it-scale.md:2: See [[#Does it grow?]] and [above](#does-it-grow).",
      'b.md:1: [[does-it-grow]], [[sub/does-it-grow|x]], [y](sub/does-it-grow.md#does-it-grow), [z](./sub/does-it-grow.md "t")',
      "b.md:3: [ref]: <sub/does-it-grow.md>",
      "sub/does-it-scale.md -> sub/does-it-grow.md",
    ));

  it("leaves a file alone that has another name", () =>
    checkRename(
      `//- /x.md\n${asked}//- /b.md\n[[x]] [[Does self-play beat imitation]]\n`,
      wanted,
      "x.md:1: # Does self-play win?",
      "b.md:1: [[x]] [[Does self-play win?]]",
    ));

  it("that only the file's name gives is renamed there", () =>
    checkRename(
      `//- /Does it scale.md\nText.\n//- /b.md\n[[Does it sc$0ale]] [x](Does%20it%20scale.md)\n`,
      "Does it grow",
      "b.md:1: [[Does it grow]] [x](Does%20it%20grow.md)",
      "Does it scale.md -> Does it grow.md",
    ));

  it("is refused where another note bears it", () =>
    checkRename(`//- /a.md\n${asked}//- /b.md\n# Does self-play win?\n`, wanted, "“Does self-play win?” is already the title of b.md."));

  it("is refused where it is empty", () =>
    checkRename(`//- /a.md\n${asked}`, " ? ", "A note needs a title with a letter, a digit or a sign in it."));

  it("has a link spelled out that would come to mean it and meant another note", () =>
    checkRename(`//- /a.md\n${asked}//- /win.md\n# Other\n//- /b.md\n[[win]]\n`, "Win", "a.md:1: # Win", "b.md:1: [[/win]]"));

  it("with marks that no link can hold is linked by the file's name, and shown", () =>
    checkRename(
      `//- /a.md\n# Old?$0\n//- /b.md\n---\nrelated: ["[[Old?]]"]\n---\n[[Old?]] [[Old?|x]]\n`,
      "Is C# [really] new?",
      "a.md:1: # Is C# [really] new?",
      'b.md:2: related: ["[[a]]"]',
      "b.md:4: [[a|Is C# [really] new?]] [[a|x]]",
    ));

  it("that ends in a bracket is shown as it is behind the file's name", () =>
    checkRename("//- /a.md\n# Old?$0\n//- /b.md\n[[Old?]].\n", "Is it [new]", "a.md:1: # Is it [new]", "b.md:1: [[a|Is it [new] ]]."));

  it("is quoted where YAML would read something else", () =>
    checkRename(
      `//- /a.md\n---\ntitle: Old?$0\n---\n//- /b.md\n---\nrelated:\n  - Old?\n  - '[[Old?]]'\n---\n`,
      'Is it "one": a method?',
      'a.md:2: title: "Is it \\"one\\": a method?"',
      'b.md:3:   - Is it "one": a method?',
      "b.md:4:   - '[[Is it \"one\": a method?]]'",
    ));

  it("keeps line ends as they are, and the blanks", () =>
    checkRename(
      `//- /a.md\n#  Old?$0  ##\r\n//- /b.md\nx  [[ Old?  | l ]] \r\ny\r\n`,
      "New?",
      "a.md:1: #  New?  ##\r",
      "b.md:1: x  [[ New?  | l ]] \r",
    ));

  it("is renamed in the underlined form", () =>
    checkRename(`//- /a.md\nOld?$0\n====\n//- /b.md\n[[old]]\n`, "New?", "a.md:1: New?", "b.md:1: [[New?]]"));

  it("of another workspace folder is linked from there", () =>
    checkRename(`//- /a.md\n# Old?$0\n//- other:/b.md\n[[Old?]]\n`, "New?", "a.md:1: # New?", "b.md:1: [[New?]]"));

  it("that answers an open question may be given", () =>
    checkRename(`//- /a.md\n# Old?$0\n//- /b.md\n[[New?]] [[Old?]]\n`, "New?", "a.md:1: # New?", "b.md:1: [[New?]] [[New?]]"));
});

describe("an alias", () => {
  it("is renamed with the links by it", () =>
    checkRename(
      `//- /a.md\n---\naliases: [self-play$0, "sp"]\n---\n# A?\n//- /b.md\n[[Self-play#X]] [[sp]] [[A?]]\n`,
      "playing oneself",
      'a.md:2: aliases: [playing oneself, "sp"]',
      "b.md:1: [[playing oneself#X]] [[sp]] [[A?]]",
    ));
});

describe("a heading", () => {
  it("is renamed with the links to it and below it", () =>
    checkRename(
      `//- /a.md\n# A?\n## How it works, mostly$0\n### Details\n## Details\n//- /b.md\n[[A?#How it works, mostly]] [[a#how-it-works-mostly#Details]] [x](a.md#how-it-works-mostly) [y](a.md#details) [[A?#Details]]\n`,
      "Why it works",
      "a.md:2: ## Why it works",
      "b.md:1: [[A?#Why it works]] [[a#Why it works#Details]] [x](a.md#why-it-works) [y](a.md#details) [[A?#Details]]",
    ));

  it("is renamed from a link to it", () =>
    checkRename(`//- /a.md\n# A?\n## Costs\n//- /b.md\n[[A?#Co$0sts|x]]\n`, "Price", "a.md:2: ## Price", "b.md:1: [[A?#Price|x]]"));

  it("is renamed in a vault of many notes, which are not kept as objects", () => {
    const others = Array.from({ length: 80 }, (_, at) => `//- /other/${at}.md\n# Other ${at}?\n[[A?#Costs]] [x](../a.md#details)\n`);
    const lines = Array.from({ length: 80 }, (_, at) => `other/${at}.md:2: [[A?#Price]] [x](../a.md#details)`);
    return checkRename(`//- /a.md\n# A?\n## Costs$0\n## Details\n${others.join("")}`, "Price", "a.md:2: ## Price", ...lines);
  });

  it("keeps the HTML around it that gives it an id", () =>
    checkRename(
      `//- /a.md\n# A?\n## <a id="top"></a>Costs$0 <a name="costs-of"></a>\n//- /b.md\n[x](a.md#costs-of) [[A?#Costs]]\n`,
      "Price",
      'a.md:2: ## <a id="top"></a>Price <a name="costs-of"></a>',
      "b.md:1: [x](a.md#costs-of) [[A?#Price]]",
    ));

  it("is left alone where a link stands in it", () =>
    checkRename(
      "//- /a.md\n# A?\n## Costs$0 of [[b]]\n//- /b.md\n# B?\n",
      "Price",
      "Nothing was changed: in a.md a link stands in it, which would be lost.",
    ));

  it("keeps the id of its block and its emphasis is text", () =>
    checkRename(
      `//- /a.md\n# A?\n## Costs$0 ^c1\n//- /b.md\n[[a#^c1]] [[a#Costs]]\n`,
      "A *price*",
      "a.md:2: ## A \\*price\\* ^c1",
      "b.md:1: [[a#^c1]] [[a#A *price*]]",
    ));

  it("gets a slug of its own where there is one of its name already", () =>
    checkRename(
      `//- /a.md\n# A?\n## Price\n## Costs$0\n//- /b.md\n[x](a.md#costs) [y](a.md#price)\n`,
      "Price",
      "a.md:3: ## Price",
      "b.md:1: [x](a.md#price-1) [y](a.md#price)",
    ));
});

describe("a block", () => {
  it("is renamed with the links to it", () =>
    checkRename(
      `//- /a.md\nText. ^o$0ne\n//- /b.md\n[[a#^one]] ![[a#^one]] [x](a.md#^one)\n`,
      "first",
      "a.md:1: Text. ^first",
      "b.md:1: [[a#^first]] ![[a#^first]] [x](a.md#^first)",
    ));
});

describe("a topic", () => {
  it("is renamed in all notes, with those below it", () =>
    checkRename(
      `//- /a.md\n---\ntopics: [Deep Learning$0/RL, "x"]\n---\n//- /b.md\n---\ntopics:\n  - deep-learning\n  - deep-learning/rl/more\n  - deep\n---\n`,
      "machine-learning",
      'a.md:2: topics: [Deep Learning/machine-learning, "x"]',
      "b.md:4:   - deep-learning/machine-learning/more",
    ));
});

describe("a citation key", () => {
  it("is renamed in the bibliography and wherever it cites", () =>
    checkRename(
      `//- /r.bib\n@article{fu2025, title={T}, eprint={2505.24298}, archivePrefix={arXiv}}\n//- /a.md\n---\nsources: [fu2025, arXiv:2505.24298]\n---\nAs [@fu$02025, p. 3; @other] and @fu2025.\n`,
      "fu2025areal",
      "r.bib:1: @article{fu2025areal, title={T}, eprint={2505.24298}, archivePrefix={arXiv}}",
      "a.md:2: sources: [fu2025areal, arXiv:2505.24298]",
      "a.md:4: As [@fu2025areal, p. 3; @other] and @fu2025areal.",
    ));
});

describe("a file that moves", () => {
  it("keeps its own links and those to it", () =>
    checkMove(
      `//- /a.md\n[x](b.md) [[b]] ![i](img/p.png) [self](a.md#h)\n# H\n//- /b.md\n[a](./a.md) [[/a]] [[a]]\n//- /img/p.png\n`,
      { "a.md": "sub/a.md" },
      "a.md:1: [x](../b.md) [[b]] ![i](../img/p.png) [self](a.md#h)",
      "b.md:1: [a](./sub/a.md) [[/sub/a]] [[a]]",
      "a.md -> sub/a.md",
    ));

  it("with its folder, notes and images alike", () =>
    checkMove(
      `//- /old/a.md\n[b](b.md) [c](../c.md) ![i](p.png) ![[p.png]]\n//- /old/b.md\n[[old/a]]\n//- /old/p.png\n//- /c.md\n[a](old/a.md) ![](old/p.png) [[old/b|x]] [folder](old)\n`,
      { old: "new/deep" },
      "old/a.md:1: [b](b.md) [c](../../c.md) ![i](p.png) ![[p.png]]",
      "old/b.md:1: [[deep/a]]",
      "c.md:1: [a](new/deep/a.md) ![](new/deep/p.png) [[deep/b|x]] [folder](new/deep)",
      "old/a.md -> new/deep/a.md",
      "old/b.md -> new/deep/b.md",
      "old/p.png -> new/deep/p.png",
    ));
});
