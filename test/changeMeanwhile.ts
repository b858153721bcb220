// Loaded before a program (`node --require`): a file changes at a moment between the program's reading and its writing.
import fs from "node:fs";

/** The file that changes, and when: once it was read so often, or when the program begins to write beside some file. */
const [file = "", reads = ""] = JSON.parse(process.env["QUAESTIO_MEANWHILE"] ?? "[]") as readonly string[];

const { appendFileSync, closeSync, openSync } = fs;
const opened = new Set<number>();
let times = 0;
let isDone = false;

function change(): void {
  if (isDone) return;
  isDone = true;
  appendFileSync(file, "\nWritten meanwhile.\n");
}

fs.openSync = ((...given: Parameters<typeof openSync>) => {
  if (reads === "" && /\.quaestio-\d+\.tmp$/.test(String(given[0]))) change();
  const descriptor = openSync(...given);
  if (given[0] === file) opened.add(descriptor);
  return descriptor;
}) as typeof openSync;

fs.closeSync = (descriptor) => {
  closeSync(descriptor);
  if (opened.delete(descriptor) && ++times === Number(reads)) change();
};
