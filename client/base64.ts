// Bytes as text, with what both Node and browsers have.

/** How many arguments a call takes is limited. */
const chunk = 8192;

/** Bytes in base64. */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}
