// The problems of references: which code, where, how grave, and what is none.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/features/diagnostics.ts";
const from = "format of notes: problems";

export const codes: readonly Rule[] = [
  {
    name: "broken-reference",
    says: "A target that no note, file or image answers is an error, under the target.",
    from,
    off: { file, find: 'case "missing":\n', replace: 'case "missing":\n      return undefined;\n' },
    cases: [
      hit(
        "a link, an embed, a path, an image",
        `
        [[Lost|x]] ![[lost.png|100]] [x](lost.md#setup "T") ![x](lost.png)
          ^^^^ broken-reference error: No note, file or image answers “Lost”.
                      ^^^^^^^^ broken-reference error: No note, file or image answers “lost.png”.
                                         ^^^^^^^^^^^^^ broken-reference error: No file answers “lost.md”.
                                                                 ^^^^^^^^ broken-reference error: No file answers “lost.png”.
        `,
      ),
      nearMiss("each of them where something answers", '[[b|x]] ![[p.png|100]] [x](b.md "T") ![x](p.png)\n//- /b.md\n//- /p.png'),
    ],
  },
  {
    name: "open-question",
    says: "A target that asks a question no note answers is information, with a severity of its own.",
    from: "format of notes: open question",
    off: { file, find: "if (!isOpenQuestion(vault, reference)) return", replace: "return" },
    cases: [
      hit(
        "in the text and in `related:`",
        "//- /a.md\n---\nrelated: [Is it so?]\n          ^^^^^^^^^ broken-reference information open-question\n---\n[[Is it so?|x]]\n  ^^^^^^^^^ broken-reference information open-question: “Is it so?” is a question no note answers yet.",
      ),
      hit(
        "with a version or a program in it",
        "[[What is new in v1.2?]] [[Why use Node.js?]]\n  ^^^^^^^^^^^^^^^^^^^^ broken-reference open-question\n                           ^^^^^^^^^^^^^^^^ broken-reference open-question",
      ),
      nearMiss(
        "a statement, and a question in the middle",
        "[[It is so]] [[Is it so? Yes]]\n  ^^^^^^^^ broken-reference error\n               ^^^^^^^^^^^^^ broken-reference error",
      ),
    ],
  },
  {
    name: "question-in-a-path",
    says: "A path, a file or a part that ends in a question mark is no open question.",
    from: "format of notes: open question",
    off: { file: "server/features/openQuestion.ts", find: "!/[/#]/.test(target) && !isFileName(target.slice(0, -1));", replace: "true;" },
    cases: [
      hit(
        "each of them",
        "[[sub/is it so?]] [[Is it so?#Why?]] [[plot.png?]]\n  ^^^^^^^^^^^^^ broken-reference error\n                    ^^^^^^^^^^^^^^ broken-reference error\n                                       ^^^^^^^^^ broken-reference error",
      ),
      nearMiss("a question as the label of a link", "[[Is it so?|sub/x]]\n  ^^^^^^^^^ broken-reference information open-question"),
    ],
  },
  {
    name: "close-title",
    says: "A target that comes close to a title or alias is a typing error: the message names it.",
    from: "format of notes: open question, did-you-mean",
    off: { file, find: "if (close) return problem(", replace: "if (false) return problem(" },
    cases: [
      hit(
        "a letter exchanged, a word exchanged, an alias",
        "[[Does scaling hlep?]] [[Does more scaling help?]] [[Chinchila law]]\n  ^^^^^^^^^^^^^^^^^^ broken-reference error: Did you mean “Does scaling help?”\n                         ^^^^^^^^^^^^^^^^^^^^^^^ broken-reference error: Did you mean “Does scaling help?”\n                                                     ^^^^^^^^^^^^^ broken-reference error: Did you mean “Chinchilla law”\n//- /b.md\n---\naliases: Chinchilla law\n---\n# Does scaling help?",
      ),
      nearMiss(
        "another question of the same form",
        "[[Does pruning help?]]\n  ^^^^^^^^^^^^^^^^^^ broken-reference information open-question\n//- /b.md\n# Does scaling ever hurt?",
      ),
    ],
  },
  {
    name: "broken-heading",
    says: "A heading that the note does not have is an error of its own, and says which note.",
    from,
    off: { file, find: 'isBlock ? "broken-block" : "broken-heading"', replace: '"broken-block"' },
    cases: [
      hit(
        "of another note and of the note itself",
        "[[b#Nope]] [x](b.md#nope) [[#Nope]]\n  ^^^^^^ broken-heading error: “B?” has no heading “Nope”.\n               ^^^^^^^^^ broken-heading error: “B?” has no heading “nope”.\n                            ^^^^^ broken-heading error: “note” has no heading “Nope”.\n//- /b.md\n# B?",
      ),
      nearMiss("the note is missing too", "[[Lost#Nope]]\n  ^^^^^^^^^ broken-reference"),
      nearMiss("an empty part", "[[b#]] [x](b.md#)\n//- /b.md", "[[b#]] -> stem b.md", "[x](b.md#) -> path b.md"),
    ],
  },
  {
    name: "broken-block",
    says: "A block that the note does not have is an error of its own.",
    from,
    off: { file, find: 'isBlock ? "broken-block" : "broken-heading"', replace: '"broken-heading"' },
    cases: [
      hit(
        "of another note, embedded, and of the note itself",
        "[[b#^x]] ![[b#^x]] [[#^x]]\n  ^^^^ broken-block error: “B?” has no block “^x”.\n            ^^^^ broken-block\n                     ^^^ broken-block\n//- /b.md\n# B?",
      ),
      nearMiss("a caret in a name", "[[b^x]]\n//- /b^x.md", "[[b^x]] -> stem b^x.md"),
    ],
  },
  {
    name: "path-case",
    says: "A Markdown path that differs from the file's in case only is a hint.",
    from,
    off: { file, find: 'if (reference.kind !== "markdown" || reference.path === "") return undefined;', replace: "return undefined;" },
    cases: [
      hit(
        "of a note, without its ending, of an image",
        "[x](Sub/b.md) [x](sub/B#x) ![x](P.PNG)\n    ^^^^^^^^ path-case hint: On the disk this path is spelled “sub/b.md”.\n                  ^^^^^^^ path-case hint\n                                ^^^^^ path-case hint\n//- /sub/b.md\n## X\n//- /p.png",
      ),
      nearMiss("as it is spelled, also encoded or decomposed", "[x](My%20Plan.md) [x](caf\u00e9.md)\n//- /My Plan.md\n//- /cafe\u0301.md"),
    ],
  },
  {
    name: "wiki-case",
    says: "A wiki link disregards case by its nature and has no such hint.",
    from: "Obsidian, as measured",
    off: {
      file,
      find: 'if (reference.kind !== "markdown" || reference.path === "") return undefined;\n  const wanted = joinPath(folderOf(note.path), reference.path);',
      replace: 'const wanted = joinPath(folderOf(note.path), reference.kind === "wiki" ? reference.target : reference.path);',
    },
    cases: [
      hit("a path, a name, an image", "[[./SUB/B]] [[B]] ![[P.PNG]]\n//- /sub/b.md\n//- /p.png"),
      nearMiss("the same path in a Markdown link", "[x](./SUB/B)\n    ^^^^^^^ path-case\n//- /sub/b.md"),
    ],
  },
  {
    name: "unreadable-note",
    says: "A note that could not be read says so once, and is still found by its name.",
    from,
    off: { file: "server/core/parseNote.ts", find: "problems: [problem] };", replace: "problems: [] };" },
    cases: [
      hit("too large a note", "[[big]]\n//- /big.md (unreadable)\nThis note has 6.0 MB.\n^ unreadable-note warning: This note has 6.0 MB."),
      nearMiss("an empty note", "[[small]]\n//- /small.md", "[[small]] -> stem small.md"),
    ],
  },
  {
    name: "ignore-line",
    says: "A comment silences the codes it names, or all, on the line below it.",
    from: "format of notes: ignore comment",
    off: { file, find: "touches(silent, range.start) && ", replace: "false && " },
    cases: [
      hit(
        "one code, two codes, every code",
        "<!-- quaestio-ignore broken-reference -->\n[[Lost]]\n\n<!-- quaestio-ignore broken-heading, broken-block -->\n[[#x]] [[#^x]]\n\n<!-- quaestio-ignore -->\n[[Lost]]",
      ),
      hit(
        "open questions by their own word",
        "<!-- quaestio-ignore open-question -->\n[[Is it so?]] [[Lost]]\n                ^^^^ broken-reference",
      ),
      nearMiss(
        "another code, the line after",
        "<!-- quaestio-ignore broken-block -->\n[[Lost]]\n  ^^^^ broken-reference\n\n<!-- quaestio-ignore -->\n\n[[Lost]]\n  ^^^^ broken-reference",
      ),
      nearMiss(
        "a comment in code, and another word",
        "`<!-- quaestio-ignore -->`\n[[Lost]]\n  ^^^^ broken-reference\n\n<!-- quaestio-ignored -->\n\n[[Lost]]\n  ^^^^ broken-reference",
      ),
    ],
  },
  {
    name: "ignore-file",
    says: "`quaestio-ignore-file` silences codes in the whole note.",
    from: "format of notes: ignore comment",
    off: {
      file: "server/core/markdownTree.ts",
      find: "comment[1] ? { start: 0, end: text.length } : line",
      replace: "line",
    },
    cases: [
      hit(
        "above and below it, and in the front matter",
        "//- /a.md\n---\nrelated: Lost\n---\n[[Lost]]\n\n<!-- quaestio-ignore-file broken-reference -->\n\n[[Lost]]",
      ),
      nearMiss(
        "another code, another note",
        "<!-- quaestio-ignore-file broken-block -->\n\n[[Lost]]\n  ^^^^ broken-reference\n//- /b.md\n[[Lost]]\n  ^^^^ broken-reference",
      ),
    ],
  },
];
