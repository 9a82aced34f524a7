import process from "node:process";

/** `os.path.expandvars(path)`: `$name` and `${name}` of the environment; unknown ones stay. */
export function expandVariables(path: string): string {
  return path.replace(/\$(\w+|\{[^}]*\})/g, (whole, name: string) => {
    const key = name.startsWith("{") ? name.slice(1, -1) : name;
    return process.env[key] ?? whole;
  });
}
