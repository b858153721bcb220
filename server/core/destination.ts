// The destination of a Markdown link: whether it lies in the vault, and which path and part it names.
import { decodeString } from "micromark-util-decode-string";
import type { MarkdownReference } from "./note";
import { owned } from "./text";

/** Whether a destination lies in the vault: no scheme, no other host, nothing left for a template to fill in. */
export function isLocal(destination: string): boolean {
  if (destination === "" || destination.startsWith("//") || /\{\{|\{%|<%/.test(destination)) return false;
  const isDrive = /^[a-z]:[\\/]/i.test(destination);
  // One letter and a colon is no scheme: behind it a slash makes it a drive, anything else a name.
  return !isDrive && !/^[a-z][a-z0-9+.-]+:/i.test(destination);
}

/**
 * The path and the part behind `#` of a destination as written.
 * Backslash escapes and entities are Markdown's (CommonMark, sections 2.4 and 2.5); then the first `#` divides, and only then is each
 * half percent-decoded, once.
 */
export function splitDestination(written: string): Pick<MarkdownReference, "path" | "fragment"> {
  const destination = /[\\&]/.test(written) ? decodeString(written) : written;
  const hash = destination.indexOf("#");
  if (hash < 0) return { path: decoded(destination), fragment: undefined };
  return { path: decoded(destination.slice(0, hash)), fragment: decoded(destination.slice(hash + 1)) };
}

/** What is no encoded character stays as it is: `100%.md` is a name. */
function decoded(text: string): string {
  if (!text.includes("%")) return owned(text);
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
