import { readFileSync } from "node:fs";
import { lookup, lookupService } from "node:dns/promises";
import { hostname } from "node:os";
import { stripSpace } from "../../python/text/stripSpace.ts";

/** `socket.getfqdn(name)`: what the address of a host is called, the first name with a dot; the machine's own without one. */
export async function fullHostName(name = ""): Promise<string> {
  const trimmed = stripSpace(name);
  const asked = trimmed === "" || trimmed === "0.0.0.0" ? hostname() : trimmed;
  const address = await lookup(asked).then(
    (found) => found.address,
    () => null,
  );
  if (address === null) return asked;
  const called = await lookupService(address, 0).then(
    (found) => found.hostname,
    () => address,
  );
  if (called === address) return asked;
  return called.includes(".") ? called : (namesOf(address).find((alias) => alias.includes(".")) ?? called);
}

/** The names that the machine's own table has for an address. */
function namesOf(address: string): readonly string[] {
  try {
    const lines = readFileSync("/etc/hosts", "utf8").split("\n");
    const fields = lines.map((line) => line.replace(/#.*/, "").trim().split(/\s+/));
    return fields.find(([first]) => first === address)?.slice(1) ?? [];
  } catch {
    return [];
  }
}
