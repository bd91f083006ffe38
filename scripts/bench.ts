import { writeFileSync } from 'node:fs';
import { runBenchmarks } from '../server/bench/run.ts';

/** `npm run bench [-- --json FILE]`: starts an installation of its own, measures, prints a table. */
const at = process.argv.indexOf('--json');
const file = at >= 0 ? process.argv[at + 1] : undefined;
const results = await runBenchmarks((line) => process.stdout.write(`${line}\n`));
if (file) writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
