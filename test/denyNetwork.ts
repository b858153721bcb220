// Loaded before a program (`node --require`): whatever it does to reach the network or to run another program throws, and is written down.
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import net from "node:net";

/** The file that takes a line for each attempt. */
const told = process.env["QUAESTIO_DENIED"] ?? "";

function deny(owner: object, name: string, what: string): void {
  Object.defineProperty(owner, name, {
    configurable: true,
    value: () => {
      appendFileSync(told, `${what}\n`);
      throw new Error(`${what} is denied.`);
    },
  });
}

// Everything on top of these, HTTP and `fetch` included, comes by them.
deny(net.Socket.prototype, "connect", "a connection");
deny(net.Server.prototype, "listen", "a port");
deny(dgram, "createSocket", "a datagram socket");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) deny(dns, name, "a name");
for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]) deny(childProcess, name, "a program");
