import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '../../core/paths.ts';
import type { TypesettingInput } from './prepare.ts';
import { type PreviewPage, splitPages } from './preview-pages.ts';

/** Faults as plain data, to travel between threads. */
export type CompilerFailure =
  | { code: 'missing_glyph'; characters: string[] }
  | { code: 'typesetting_failed'; message: string };

export type CompilerReply = CompilerResult | { failure: CompilerFailure };
export type CompilerResult =
  | { output: 'pdf'; pdf: Uint8Array }
  | { output: 'preview'; pages: PreviewPage[]; undrawable: string[] };
export type CompilerTask = { input: TypesettingInput; output: 'pdf' | 'preview' };

/** A fault of the document, told apart from a broken thread. */
export class CompilerError extends Error {
  readonly failure: CompilerFailure;
  constructor(failure: CompilerFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

const workspace = join(projectRoot, 'server', 'assets', 'typesetting');
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const bonumFaces = ['regular', 'italic', 'bold', 'bolditalic'];

/** Arimo and Tinos come as packages; of TeX Gyre Bonum there is none, so its files lie with the layouts. */
function readFonts(): Buffer[] {
  const resolve = createRequire(import.meta.url).resolve;
  const packaged = ['Arimo', 'Tinos'].flatMap((family) => {
    const folder = dirname(resolve(`@expo-google-fonts/${family.toLowerCase()}/package.json`));
    return faces.map((face) => join(folder, face, `${family}_${face}.ttf`));
  });
  const bonum = bonumFaces.map((face) => join(projectRoot, 'server', 'assets', 'fonts', `texgyrebonum-${face}.otf`));
  return [...packaged, ...bonum].map((path) => readFileSync(path));
}

/** One Typst compiler. Calls are synchronous and take 10–50 ms: it belongs in a thread of its own. */
export function createCompiler() {
  // The workspace is a jail: layouts cannot read outside of it. No package is ever fetched.
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] });

  function compile(input: TypesettingInput): NodeTypstDocument {
    const outcome = compiler.compile({
      mainFilePath: join(workspace, `${input.layout}.typ`),
      inputs: { data: input.json },
    });
    const document = outcome.hasError() ? null : outcome.result;
    if (document !== null) return document;
    const diagnostics = outcome.takeDiagnostics();
    throw new CompilerError({
      code: 'typesetting_failed',
      message: JSON.stringify(diagnostics?.shortDiagnostics ?? []).slice(0, 2000),
    });
  }

  // PDF/A also makes a character without a glyph an error; without it the text would silently be missing on paper.
  function toPdf(document: NodeTypstDocument, createdAtSeconds: number): Uint8Array {
    try {
      return compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: createdAtSeconds });
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      const characters = missingCharacters(message);
      throw new CompilerError(
        characters.length > 0
          ? { code: 'missing_glyph', characters }
          : { code: 'typesetting_failed', message: message.slice(0, 2000) },
      );
    }
  }

  function undrawable(document: NodeTypstDocument, createdAtSeconds: number): string[] {
    try {
      toPdf(document, createdAtSeconds);
      return [];
    } catch (error) {
      if (error instanceof CompilerError && error.failure.code === 'missing_glyph') return error.failure.characters;
      throw error;
    }
  }

  return {
    run({ input, output }: CompilerTask): CompilerResult {
      const document = compile(input);
      if (output === 'pdf') return { output, pdf: toPdf(document, input.createdAtSeconds) };
      const pages = splitPages(compiler.plainSvg(document), document.numOfPages);
      return { output, pages, undrawable: undrawable(document, input.createdAtSeconds) };
    },
    /** To be called once the event loop has turned: drops memoized work, so that memory stays flat. */
    tidy(): void {
      compiler.evictCache(10);
    },
  };
}

// Typst's own words, with the text quoted as Rust does: the text `\"漢\"` could not be displayed with font …
const missingText = /the text `\\?"((?:[^"\\]|\\.)*?)\\?"` could not be displayed/gu;

function missingCharacters(message: string): string[] {
  const found = new Set<string>();
  for (const match of message.matchAll(missingText)) {
    const text = (match[1] ?? '').replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    for (const character of text.replace(/\\+(?=.)/gu, '')) found.add(character);
  }
  return [...found];
}
