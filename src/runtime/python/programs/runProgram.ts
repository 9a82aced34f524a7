import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { constants as system } from "node:os";
import process from "node:process";
import { OSError } from "../exceptions/OSError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import type { PyFile } from "../files/PyFile.ts";
import { systemCall } from "../files/systemCall.ts";
import { systemErrors } from "../files/systemErrors.ts";
import { decodeText } from "../text/decodeText.ts";
import type { ProgramOptions } from "./ProgramOptions.ts";

/** What became of a program: its status, which is negative for a signal, and what it wrote into pipes. */
export interface ProgramResult {
  readonly status: number;
  readonly stdout: string | null;
  readonly stderr: string | null;
}

/** Runs a program to its end. One that is not there is an OSError, as from `subprocess.Popen`. */
export function runProgram(
  command: string | readonly string[],
  options: ProgramOptions = {},
  input: Uint8Array | null = null,
): ProgramResult {
  const [file = "", ...args] = commandLine(command, options);
  requireFolder(options);
  const { stdin } = options;
  const [output, errors] = [fileOf(options.stdout), fileOf(options.stderr)];
  for (const file of [output, errors]) file?.fileno();
  const pipesOutput = options.stdout === "pipe" || output !== null;
  const merged = pipesOutput && (options.stderr === "stdout" || (errors !== null && errors === output));
  // Two streams into one pipe: only a shell can do that here.
  const [started, parameters] = merged ? ["/bin/sh", ["-c", 'exec "$@" 2>&1', "sh", file, ...args]] : [file, args];
  if (merged) requireProgram(file, options);
  const own = options.stderr === "stdout" ? 1 : 2;
  if (typeof stdin === "object" && stdin !== null && stdin.tell() !== 0)
    throw new UntranslatedError("U0103", "a program that reads on in a file");
  const result = spawnSync(started, parameters, {
    stdio: [
      stdin === "pipe" ? "pipe" : (stdin?.fileno() ?? 0),
      pipesOutput ? "pipe" : 1,
      options.stderr === "pipe" || (errors !== null && !merged) ? "pipe" : own,
    ],
    maxBuffer: Infinity,
    ...(options.shell === "sh" && { argv0: "sh" }),
    env: environmentOf(options),
    ...(input !== null && { input }),
    ...(typeof options.cwd === "string" && { cwd: options.cwd }),
  });
  if (result.error) throw programError(result.error);
  // It has run to its end: what it wrote goes where the file's own position is.
  output?.write(result.stdout);
  if (!merged) errors?.write(result.stderr);
  const text = (bytes: Uint8Array): string => newlines(decodeText(bytes), options);
  return {
    status: result.signal === null ? (result.status ?? 0) : -system.signals[result.signal],
    stdout: options.stdout === "pipe" ? text(result.stdout) : null,
    stderr: options.stderr === "pipe" ? text(result.stderr) : null,
  };
}

const fileOf = (stream: "pipe" | "stdout" | PyFile | null | undefined): PyFile | null =>
  typeof stream === "object" ? stream : null;

/** Raises the OSError of a folder that a program cannot be started in. */
function requireFolder({ cwd }: ProgramOptions): void {
  if (typeof cwd !== "string") return;
  const isFolder = systemCall(cwd, () => statSync(cwd).isDirectory(), OSError);
  if (!isFolder) throw new OSError(20, "Not a directory", cwd);
}

/** Raises the OSError of a program that cannot be started. */
export function requireProgram(file: string, options: ProgramOptions): void {
  const folders = file.includes("/") ? [""] : (environmentOf(options)["PATH"] ?? ":/bin:/usr/bin").split(":");
  let code = "ENOENT";
  for (const folder of folders) {
    const path = folder === "" || file.includes("/") ? file : `${folder}/${file}`;
    try {
      if (!statSync(path).isFile()) throw Object.assign(new Error(), { code: "EACCES" });
      accessSync(path, constants.X_OK);
      return;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EACCES") code = "EACCES";
    }
  }
  throw programError(Object.assign(new Error(code), { code }));
}

/** The program and its arguments: of a shell where the command is for one. */
export function commandLine(command: string | readonly string[], options: ProgramOptions): readonly string[] {
  const given = typeof command === "string" ? [command] : command;
  return (options.shell ?? false) === false ? given : ["/bin/sh", "-c", ...given];
}

function environmentOf({ env }: ProgramOptions): NodeJS.ProcessEnv {
  if (env === undefined || env === null) return process.env;
  return env instanceof Map ? Object.fromEntries(env) : (env as NodeJS.ProcessEnv);
}

const newlines = (text: string, { universalNewlines }: ProgramOptions): string =>
  universalNewlines === true ? text.replace(/\r\n?/g, "\n") : text;

function programError(error: Error): Error {
  const known = "code" in error && typeof error.code === "string" ? systemErrors[error.code] : undefined;
  if (known === undefined) return error;
  const raised = new OSError(...known);
  raised.cause = error;
  return raised;
}
