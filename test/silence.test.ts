// Comments that silence problems, each with a near miss.
import { describe, it } from "mocha";
import { checkDiagnostics } from "./check";

describe("a comment in a note", () => {
  it("silences the codes it names on the line below, and no other line", () => {
    checkDiagnostics(`
      //- /a.md
      <!-- quaestio-ignore broken-reference -->
      [[Lost]] [[b#Lost]]
                 ^^^^^^ broken-heading

      [[Lost]]
        ^^^^ broken-reference
      //- /b.md
      # B
      `);
  });

  it("silences everything on the line below when it names no code", () => {
    checkDiagnostics("//- /a.md\n<!-- quaestio-ignore -->\n[[Lost]] [[b#Lost]]\n//- /b.md\n# B");
  });

  it("may stand behind text", () => {
    checkDiagnostics("//- /a.md\nAs planned <!-- quaestio-ignore broken-reference -->\n[[Lost]]");
  });

  it("silences open questions by their own word", () => {
    checkDiagnostics(`
      //- /a.md
      <!-- quaestio-ignore open-question -->
      [[Is this so?]] [[Lost]]
                        ^^^^ broken-reference error
      `);
  });

  it("silences codes in the whole note, front matter included", () => {
    checkDiagnostics('//- /a.md\n---\nrelated: ["[[Lost]]"]\n---\n[[Lost]]\n\n<!-- quaestio-ignore-file broken-reference -->\n\n[[Lost]]');
  });

  it("is none in code, and none when its word is another", () => {
    checkDiagnostics(`
      //- /a.md
      \`<!-- quaestio-ignore-file -->\` <!-- quaestio-ignored -->
      [[Lost]]
        ^^^^ broken-reference
      `);
  });
});
