import { createThreadPool, threadEntry } from '../../core/threads.ts';
import type { AgreementDocument } from './agreement-document.ts';
import type { CompilerFailure, CompilerReply, CompilerResult, CompilerTask } from './compiler.ts';
import { TypesettingError } from './errors.ts';
import type { LetterDocument } from './letter-document.ts';
import { prepareAgreement, prepareReport, type TypesettingInput } from './prepare.ts';
import { prepareLetter } from './prepare-letter.ts';
import type { PreviewPage } from './preview-pages.ts';
import type { ReportDocument } from './report-document.ts';
import { warmingLetter } from './warming-letter.ts';

/**
 * Pages for the screen. `undrawable`: characters the letter font lacks; a PDF with them is refused, a preview shows the rest.
 */
export type Preview = { pages: PreviewPage[]; undrawable: string[] };

/** Makes PDF/A-2b files, tagged, in Indonesian. Equal documents give equal bytes. All methods throw TypesettingError only. */
export type Typesetter = {
  letter(doc: LetterDocument): Promise<Uint8Array>;
  agreement(doc: AgreementDocument): Promise<Uint8Array>;
  report(doc: ReportDocument): Promise<Uint8Array>;
  /** The same pages as SVG, drawn from the same layout: what one sees is what is signed. */
  letterPreview(doc: LetterDocument): Promise<Preview>;
  agreementPreview(doc: AgreementDocument): Promise<Preview>;
  /** Starts all threads and lets each draw a page, so that nobody waits for the first letter. */
  warm(): Promise<void>;
  close(): Promise<void>;
};

export type TypesetterOptions = {
  /** Each thread takes about 60 MB and draws some 30 letters a second. */
  threads: number;
  /** Documents that may wait; one more is refused with `typesetting_busy`. */
  maxQueue?: number;
  /** A document that takes longer is refused and its thread replaced; 60,000 when not given. */
  jobTimeoutMs?: number;
};

function failureError(failure: CompilerFailure): TypesettingError {
  if (failure.code === 'missing_glyph') {
    const shown = failure.characters.map(
      (c) => `"${c}" (U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
    );
    return new TypesettingError(
      'missing_glyph',
      `Huruf ini tidak ada pada jenis huruf surat: ${shown.slice(0, 20).join(', ')}.`,
      {
        characters: failure.characters,
      },
    );
  }
  return new TypesettingError('typesetting_failed', 'Naskah tidak dapat dicetak.', {
    cause: new Error(failure.message),
  });
}

/** @see Typesetter */
export function createTypesetter({ threads, maxQueue = 500, jobTimeoutMs = 60_000 }: TypesetterOptions): Typesetter {
  const entry = threadEntry('typeset-thread', 'adapters/typesetting/typeset-thread.ts');
  const pool = createThreadPool<CompilerTask, CompilerReply>({ entry, threads, jobTimeoutMs });
  let open = 0;
  let isClosed = false;

  async function run<Output extends CompilerTask['output']>(
    output: Output,
    input: TypesettingInput,
  ): Promise<Extract<CompilerResult, { output: Output }>> {
    if (isClosed) throw new TypesettingError('typesetting_closed', 'Pencetak naskah sudah ditutup.');
    if (open >= threads + maxQueue) {
      throw new TypesettingError('typesetting_busy', 'Terlalu banyak naskah sedang dicetak. Coba sebentar lagi.');
    }
    open += 1;
    try {
      const reply = await pool.run({ input, output });
      if ('failure' in reply) throw failureError(reply.failure);
      if (isOutput(reply, output)) return reply;
      throw new Error(`asked for ${output}, got ${reply.output}`);
    } catch (cause) {
      if (cause instanceof TypesettingError) throw cause;
      if (isClosed)
        throw new TypesettingError('typesetting_closed', 'Pencetak naskah ditutup sebelum naskah ini selesai.', {
          cause,
        });
      throw new TypesettingError('typesetting_failed', 'Pencetak naskah terhenti pada naskah ini. Coba lagi.', {
        cause,
      });
    } finally {
      open -= 1;
    }
  }

  const pdf = async (input: TypesettingInput): Promise<Uint8Array> => (await run('pdf', input)).pdf;
  const preview = async (input: TypesettingInput): Promise<Preview> => {
    const { pages, undrawable } = await run('preview', input);
    return { pages, undrawable };
  };

  return {
    // `async`, so that a document that does not validate rejects like everything else.
    letter: async (doc) => pdf(prepareLetter(doc)),
    agreement: async (doc) => pdf(prepareAgreement(doc)),
    report: async (doc) => pdf(prepareReport(doc)),
    letterPreview: async (doc) => preview(prepareLetter(doc)),
    agreementPreview: async (doc) => preview(prepareAgreement(doc)),
    async warm() {
      const input = prepareLetter(warmingLetter);
      await Promise.all(Array.from({ length: threads }, () => pdf(input)));
    },
    async close() {
      isClosed = true;
      await pool.close();
    },
  };
}

function isOutput<Output extends CompilerTask['output']>(
  result: CompilerResult,
  output: Output,
): result is Extract<CompilerResult, { output: Output }> {
  return result.output === output;
}
