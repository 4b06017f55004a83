// kordoc behind the same pipe as serve.py: lines of items in, lengths of Markdown and CPU seconds out.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";

const { parse } = createRequire(process.argv[2] + "/")("kordoc");
// What the library prints would break the lines of the pipe.
const answer = (value) => process.stdout.write(JSON.stringify(value) + "\n");
console.log = console.info = console.warn = () => {};

answer("ready");
for await (const line of createInterface({ input: process.stdin })) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const answers = [];
  let read = true;
  for (const item of JSON.parse(line)) {
    const result = await parse(readFileSync(item.path));
    read &&= result.success;
    answers.push(result.success ? result.markdown.length : 0);
  }
  const passed = process.cpuUsage(before);
  answer(read ? { seconds: (passed.user + passed.system) / 1e6, answers } : "not read");
}
