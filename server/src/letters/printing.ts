import {
  type LetterDocument,
  type Preview,
  type Typesetter,
  TypesettingError,
  type TypesettingErrorCode,
} from '../adapters/typesetting/index.ts';
import { commonProblems, type ProblemKind, problem } from '../core/errors.ts';
import { letterProblems } from './problems.ts';

const kinds: Record<TypesettingErrorCode, ProblemKind> = {
  invalid_document: letterProblems.notPrintable,
  unsupported_body: letterProblems.notPrintable,
  missing_value: letterProblems.incompleteLetter,
  missing_glyph: letterProblems.notPrintable,
  typesetting_busy: commonProblems.unavailable,
  typesetting_failed: commonProblems.internal,
  typesetting_closed: commonProblems.unavailable,
};

/** What a person reads when their letter cannot be put on paper; anything else is passed on. */
function printingProblem(error: unknown): unknown {
  if (!(error instanceof TypesettingError)) return error;
  const kind = kinds[error.code];
  return problem(kind, {
    detail: error.message,
    errors: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    ...(kind === commonProblems.unavailable ? { retryAfterSeconds: 2 } : {}),
    cause: error,
  });
}

/** @throws not_printable, incomplete_letter, unavailable */
export async function drawPreview(typesetter: Typesetter, document: LetterDocument): Promise<Preview> {
  try {
    return await typesetter.letterPreview(document);
  } catch (error) {
    throw printingProblem(error);
  }
}

/** @throws not_printable, incomplete_letter, unavailable */
export async function drawPdf(typesetter: Typesetter, document: LetterDocument): Promise<Uint8Array> {
  try {
    return await typesetter.letter(document);
  } catch (error) {
    throw printingProblem(error);
  }
}
