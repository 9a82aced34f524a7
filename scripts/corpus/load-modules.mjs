// Imports each module named on the command line and sends what came of it to the parent process: see check-loads.ts.
import dns from "node:dns";
import net from "node:net";
import process from "node:process";

const refused = Object.assign(new Error("connect ECONNREFUSED"), {
  code: "ECONNREFUSED",
  errno: -111,
  syscall: "connect",
});
net.Socket.prototype.connect = function connect() {
  process.nextTick(() => this.destroy(refused));
  return this;
};
dns.lookup = (_host, options, callback) => process.nextTick(callback ?? options, refused);

/** What an error at import says of the translation. */
function outcome(error) {
  if (error?.name === "UntranslatedError" || error?.name === "PrecisionError") return "mark";
  if (error?.code === "ERR_ACCESS_DENIED") return "denied";
  if (error?.name === "SystemExit") return "exits";
  // Exceptions of Python say what Python calls them.
  if (error !== null && typeof error === "object" && "qualifiedName" in error) return "raises";
  return `${error?.name}: ${String(error?.message).split("\n")[0]}`;
}

process.on("unhandledRejection", () => undefined);
process.on("uncaughtException", () => undefined);
process.exit = (status) => {
  throw Object.assign(new Error(`exit ${status}`), { name: "SystemExit" });
};

for (const url of process.argv.slice(2)) {
  let told = "loads";
  try {
    await import(url);
  } catch (error) {
    told = outcome(error);
  }
  process.send(told);
}
process.disconnect();
process.reallyExit(0);
