import type { Script } from "./Script.ts";

const SENT = [
  "sock.sendall('GET % HTTP/1.0\\r\\nHost: a\\r\\n\\r\\n')",
  "sock.sendall('GET % HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n')",
  "sock.send('HEAD % HTTP/1.0\\r\\n\\r\\n')",
  "sock.sendall('POST % HTTP/1.0\\r\\nContent-Length: 3\\r\\n\\r\\nabc')",
];

const RECEIVED = [
  "parts = []\nwhile True:\n    part = sock.recv(4096)\n    if not part:\n        break\n    parts.append(part)\nprint repr(''.join(parts))",
  "text = ''\nwhile '\\n' not in text:\n    part = sock.recv(1)\n    if part == '':\n        break\n    text += part\nprint repr(text)",
];

/** A socket of the script's own. */
export function socketStep(script: Script): string[] {
  const { g } = script;
  const made = g.pick([
    "sock = socket.create_connection(('127.0.0.1', int(os.environ['PORT'])), 1.5)",
    "sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\nsock.settimeout(1.5)\nsock.connect(('127.0.0.1', int(os.environ['PORT'])))",
    "sock = socket.create_connection(('127.0.0.1', int(os.environ['PORT'])), timeout=0.15)",
  ]);
  return [made, g.pick(SENT).replace("%", script.page()), g.pick(RECEIVED), "sock.close()"].flatMap((part) =>
    part.split("\n"),
  );
}
