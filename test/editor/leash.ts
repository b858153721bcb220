// Runs a command for a parent: when the parent is gone, however it went, the command and all it started are killed.
import { spawn, spawnSync } from "node:child_process";

// The parent holds the other end of standard input and starts this script as the leader of its own process group.
const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  windowsHide: true,
});
let ended = false;

child.on("error", (error) => {
  console.error(error.message);
  end();
});
child.on("exit", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
process.stdin.on("close", end).on("error", end).resume();

function end(): void {
  if (ended) return;
  ended = true;
  if (process.platform === "win32") {
    if (child.pid !== undefined) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    process.exit(0);
  }
  // First the asking, so that open files are closed; what has not gone soon after is killed, this script included.
  process.kill(-process.pid, "SIGTERM");
  const kill = () => process.kill(-process.pid, "SIGKILL");
  if (child.exitCode !== null || child.signalCode !== null) setTimeout(kill, 100);
  else child.on("exit", () => setTimeout(kill, 100));
  setTimeout(kill, 1500);
}
