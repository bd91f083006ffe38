import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a poppler or qpdf tool over a PDF. `{}` among the arguments stands for the file. @returns all that it printed */
export function inspectPdf(pdf: Buffer, tool: string, ...args: string[]): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'madangan-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const run = spawnSync(
      tool,
      args.map((each) => (each === '{}' ? file : each)),
      { encoding: 'utf8' },
    );
    return { status: run.status, text: `${run.stdout}${run.stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
