// Stands before every request: a cancelled one is not begun, a failing one answers empty and leaves a line in the log.
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Report } from "../host/report";

/** Wraps a request's function. `begin` runs first; it brings the index up to date with what was typed. */
export function guarded<P, R>(
  name: string,
  begin: () => void,
  report: Report,
  empty: R,
  answer: (params: P, token: CancellationToken) => R,
) {
  const failed = (error: unknown): R => {
    report(`${name} failed and answered empty: ${error instanceof Error ? (error.stack ?? error.message) : error}`, "error");
    return empty;
  };
  return (params: P, token: CancellationToken): R | ResponseError<never> => {
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled before it was begun.");
    try {
      begin();
      const given = answer(params, token);
      return given instanceof Promise ? (given.catch(failed) as R) : given;
    } catch (error) {
      return failed(error);
    }
  };
}
