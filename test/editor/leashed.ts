// Starts a command that cannot outlive this process, not even when this process is killed.
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { builtScript } from "./paths";

/** A running command and everything it starts. */
export interface Leashed {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles once the command and all it started are gone. Never rejects. */
  readonly gone: Promise<void>;
  /** Kills the command and all it started; settles as `gone` does. */
  stop(): Promise<void>;
}

/** Starts `command`. One that does not start ends like any other, with the reason on `stderr`. */
export function spawnLeashed(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Leashed {
  const leash = spawn(process.execPath, [builtScript("leash"), command, ...args], {
    detached: true,
    env,
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  leash.stdin.on("error", () => {});
  const gone = new Promise<void>((resolve) => {
    leash.on("error", () => resolve());
    leash.on("exit", () => resolve());
  });
  return {
    stdout: leash.stdout,
    stderr: leash.stderr,
    gone,
    stop() {
      leash.stdin.destroy();
      return gone;
    },
  };
}
