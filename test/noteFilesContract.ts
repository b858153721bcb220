// The contract of the file port, run on every implementation that a test can start.
import assert from "node:assert/strict";
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { fileUri, uriBelow } from "../server/core/noteUri";
import { defaultSettings } from "../server/core/settings";
import type { NoteFiles } from "../server/host/noteFiles";
import { policyFor } from "../server/host/policy";
import { walk } from "../server/host/walk";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";

const oddNames = ["why?.md", "c#.md", "100%.md", "a%20b.md", "a b.md", "[x](y).md", "cafe\u0301.md", "日本🙂.md", "a&b+c=d;e,f@g.md"];
/** No file may be named so on Windows. */
const canBeNamed = (name: string) => process.platform !== "win32" || !/[?<>:"|*\\]/.test(name);
const limit = 5_000_000;

/** What not every port can tell. */
export interface Traits {
  /** Where a link to a folder leads: without it nobody looks into such folders. */
  readonly folderLinks: boolean;
  /** Whether the mode of a file lets anybody write. */
  readonly modes: boolean;
}

/** Tests of one implementation on real files. */
export function contract(name: string, files: NoteFiles, traits: Traits): void {
  describe(`the file port: ${name}`, () => {
    let root = "";
    const uri = (path: string) => uriBelow(fileUri(root), path);
    const read = (path: string, maxSize = limit) => files.readFile(uri(path), maxSize);
    const textOf = async (path: string) => ((file) => ("text" in file ? file.text : undefined))(await read(path));
    const reasonOf = async (path: string, maxSize = limit) =>
      ((file) => ("unreadable" in file ? file.unreadable : undefined))(await read(path, maxSize));

    before(() => {
      root = tempFolder({
        "a.md": "# A?\n",
        "sub/b.md": "b",
        "folder.md/inside.md": "c",
        "empty/": "",
        "empty.md": "",
        "windows.md": "one\r\ntwo\r\n",
        "mark.md": "\ufeff# Marked",
        "utf16le.md": Buffer.from("\ufeffÄ 🙂", "utf16le"),
        "utf16be.md": Buffer.from("\ufeffÄ 🙂", "utf16le").swap16(),
        "latin1.md": Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
        "picture.md": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe]),
      });
      writeFiles(root, Object.fromEntries(oddNames.filter(canBeNamed).map((odd) => [`odd/${odd}`, odd])));
      const large = openSync(join(root, "large.md"), "w");
      ftruncateSync(large, 50_000_000);
      closeSync(large);
    });
    after(() => removeFolder(root));

    it("lists files and folders, a folder named like a note too", async () => {
      const entries = await files.readFolder(uri(""));
      const kinds = new Map(entries.map((entry) => [entry.name, entry]));
      assert.deepEqual(kinds.get("a.md"), { name: "a.md", kind: "file", isLink: false });
      assert.deepEqual(kinds.get("sub"), { name: "sub", kind: "folder", isLink: false });
      assert.deepEqual(kinds.get("folder.md"), { name: "folder.md", kind: "folder", isLink: false });
      assert.deepEqual(await files.readFolder(uri("empty")), []);
    });

    it("refuses to list what is no folder, in a whole sentence with its path", async () => {
      for (const path of ["nowhere", "a.md"])
        await assert.rejects(files.readFolder(uri(path)), (error: Error) => {
          assert.match(error.message, /^The folder .* cannot be listed: .*\.$/);
          assert.ok(error.message.includes(path));
          return true;
        });
    });

    it("reads text as it is, empty files and Windows line ends too", async () => {
      assert.equal(await textOf("a.md"), "# A?\n");
      assert.equal(await textOf("empty.md"), "");
      assert.equal(await textOf("windows.md"), "one\r\ntwo\r\n");
    });

    it("reads text behind a byte order mark without it, in UTF-16 too", async () => {
      assert.equal(await textOf("mark.md"), "# Marked");
      assert.equal(await textOf("utf16le.md"), "Ä 🙂");
      assert.equal(await textOf("utf16be.md"), "Ä 🙂");
    });

    it("says when bytes are no text", async () => {
      for (const path of ["latin1.md", "picture.md"]) assert.match((await reasonOf(path)) ?? "", /not UTF-8 text.*\.$/);
    });

    it("does not read what is too large, and says how large it is", async () => {
      assert.match((await reasonOf("large.md")) ?? "", /^This file has 50\.0 MB, more than the 5\.0 MB up to which it is read\.$/);
      assert.equal(await reasonOf("a.md", 5), undefined);
      assert.notEqual(await reasonOf("a.md", 4), undefined);
    });

    it("says when a file is a folder or is not there, and never throws", async () => {
      assert.match((await reasonOf("folder.md")) ?? "", /folder.*\.$/i);
      assert.match((await reasonOf("nowhere.md")) ?? "", /^This file cannot be read: .*\.$/);
      assert.match((await reasonOf("a.md/b.md")) ?? "", /^This file cannot be read: .*\.$/);
    });

    it("tells when a file was changed", async () => {
      utimesSync(join(root, "a.md"), new Date(5000), new Date(1_700_000_000_000));
      assert.equal((await read("a.md")).modified, 1_700_000_000_000);
      assert.equal((await read("nowhere.md")).modified, 0);
    });

    it("tells the stamp of a file as it stands and as it is read, and none where there is no file", async () => {
      const stamp = await files.stampOf(uri("windows.md"));
      const { size, modified } = await read("windows.md");
      assert.deepEqual(stamp, { size, modified });
      assert.equal(size, "one\r\ntwo\r\n".length);
      for (const path of ["nowhere.md", "folder.md", "a.md/b.md"]) assert.equal(await files.stampOf(uri(path)), undefined);
      assert.equal((await read("nowhere.md")).size, -1);
    });

    it("tells what lies at a place", async () => {
      assert.equal(await files.kindOf(uri("a.md")), "file");
      assert.equal(await files.kindOf(uri("folder.md")), "folder");
      assert.equal(await files.kindOf(uri("nowhere")), undefined);
      assert.equal(await files.kindOf(uri("a.md/b")), undefined);
    });

    it("tells a file that nobody may write", async () => {
      writeFiles(root, { "kept.md": "kept" });
      chmodSync(join(root, "kept.md"), 0o444);
      assert.equal(await files.isReadOnly(uri("kept.md")), traits.modes);
      chmodSync(join(root, "kept.md"), 0o644);
      for (const path of ["kept.md", "folder.md", "nowhere.md"]) assert.equal(await files.isReadOnly(uri(path)), false);
    });

    for (const odd of oddNames.filter(canBeNamed)) {
      it(`finds and reads a file named ${odd}`, async () => {
        const names = (await files.readFolder(uri("odd"))).map((entry) => entry.name.normalize("NFC"));
        assert.ok(names.includes(odd.normalize("NFC")), names.join(" "));
        assert.equal(await textOf(`odd/${odd}`), odd);
        assert.equal(await files.kindOf(uri(`odd/${odd}`)), "file");
      });
    }

    it("says why a file or folder may not be read", async () => {
      const folder = join(root, "locked");
      mkdirSync(folder);
      writeFiles(root, { "secret.md": "secret" });
      chmodSync(join(root, "secret.md"), 0);
      chmodSync(folder, 0);
      try {
        // Root and Windows may read everything: there only the answer's form is checked, on a file that is not there.
        const mayReadAll = process.platform === "win32" || process.getuid?.() === 0;
        assert.match((await reasonOf(mayReadAll ? "nowhere.md" : "secret.md")) ?? "", mayReadAll ? /no such file/ : /permission denied/);
        await assert.rejects(
          files.readFolder(uri(mayReadAll ? "secret.md" : "locked")),
          mayReadAll ? /not a directory/ : /permission denied/,
        );
      } finally {
        chmodSync(folder, 0o700);
        chmodSync(join(root, "secret.md"), 0o600);
      }
    });

    it("follows links, and leaves out those that lead nowhere", async () => {
      if (process.platform === "win32") return;
      const links = tempFolder({ "real.md": "real", "real/x.md": "x" });
      try {
        symlinkSync("real.md", join(links, "link.md"));
        symlinkSync("real", join(links, "folder"));
        symlinkSync("nowhere.md", join(links, "dead.md"));
        symlinkSync("self.md", join(links, "self.md"));
        const entries = [...(await files.readFolder(fileUri(links)))].sort((a, b) => (a.name < b.name ? -1 : 1));
        assert.deepEqual(entries, [
          { name: "folder", kind: "folder", isLink: true },
          { name: "link.md", kind: "file", isLink: true },
          { name: "real", kind: "folder", isLink: false },
          { name: "real.md", kind: "file", isLink: false },
        ]);
        assert.equal(await files.kindOf(uriBelow(fileUri(links), "dead.md")), undefined);
        const places = await Promise.all(["folder", "real"].map((path) => files.realPath(uriBelow(fileUri(links), path))));
        assert.equal(places[0] === places[1], traits.folderLinks);
        const { modified, ...read } = await files.readFile(uriBelow(fileUri(links), "link.md"), limit);
        assert.deepEqual(read, { text: "real", size: 4 });
        // Parts of a millisecond are not everybody's.
        assert.equal(Math.round(modified), Math.round(statSync(join(links, "real.md")).mtimeMs));
      } finally {
        removeFolder(links);
      }
    });
  });

  describe(`walking a folder: ${name}`, () => {
    const walked = async (root: string, start = "") => {
      const found: string[] = [];
      const sentences: string[] = [];
      const skipped: string[] = [];
      for await (const slice of walk(files, fileUri(root), start, policyFor(defaultSettings.notes, []), (sentence) =>
        sentences.push(sentence),
      )) {
        found.push(...slice.notes);
        skipped.push(...slice.skipped);
      }
      return { notes: found.sort(), skipped: skipped.sort(), sentences };
    };

    it("finds notes on all levels, and passes over what is ignored", async () => {
      const root = tempFolder({
        "a.md": "",
        "s/t/b.md": "",
        "s/.gitignore": "private/\n",
        "s/private/c.md": "",
        "out/d.md": "",
        "node_modules/p/README.md": "",
        ".git/e.md": "",
        "img.png": "",
        "x.md/y.md": "",
        ".gitignore": "out/\n",
      });
      try {
        assert.deepEqual(await walked(root), {
          notes: ["a.md", "s/t/b.md", "x.md/y.md"],
          skipped: [".git", "node_modules", "out", "s/private"],
          sentences: [],
        });
        assert.deepEqual((await walked(root, "s")).notes, ["s/t/b.md"]);
      } finally {
        removeFolder(root);
      }
    });

    it("ends in a circle of links, and visits a folder once that two links lead to", async () => {
      if (process.platform === "win32") return;
      const elsewhere = tempFolder({ "shared.md": "" });
      const root = tempFolder({ "a.md": "", "s/b.md": "" });
      try {
        symlinkSync(root, join(root, "s", "up"));
        symlinkSync(".", join(root, "here"));
        symlinkSync(elsewhere, join(root, "one"));
        symlinkSync(elsewhere, join(root, "two"));
        symlinkSync(root, join(elsewhere, "back"));
        const { notes } = await walked(root);
        assert.deepEqual(notes.slice(0, 1), ["a.md"]);
        assert.equal(notes.filter((path) => path.endsWith("shared.md")).length, traits.folderLinks ? 1 : 0);
        assert.equal(notes.length, traits.folderLinks ? 3 : 2, notes.join(" "));
      } finally {
        removeFolder(root);
        removeFolder(elsewhere);
      }
    });

    it("reports a folder that cannot be listed, and goes on", async () => {
      const broken: NoteFiles = {
        ...files,
        readFolder: (folder) =>
          folder.endsWith("/s") ? Promise.reject(new Error("The folder s cannot be listed.")) : files.readFolder(folder),
      };
      const root = tempFolder({ "a.md": "", "s/b.md": "", "z/c.md": "" });
      try {
        const sentences: string[] = [];
        const notes: string[] = [];
        for await (const slice of walk(broken, fileUri(root), "", policyFor(defaultSettings.notes, []), (it) => sentences.push(it)))
          notes.push(...slice.notes);
        assert.deepEqual(notes.sort(), ["a.md", "z/c.md"]);
        assert.deepEqual(sentences, ["The folder s cannot be listed."]);
      } finally {
        removeFolder(root);
      }
    });
  });
}
