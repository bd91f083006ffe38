/** Where a fault lies in the document and what it is, in Indonesian. */
export type TypesettingIssue = { path: (string | number)[]; message: string };

/**
 * Why a document was not typeset:
 * - `invalid_document`: a field other than a body is wrong (`issues` says which);
 * - `unsupported_body`: a body has a node, mark, link or size that letters do not have (`issues` says where);
 * - `missing_value`: a final document still has an unfilled variable;
 * - `missing_glyph`: the letter font cannot draw some characters (`characters`);
 * - `typesetting_busy`: too many documents wait already, try again;
 * - `typesetting_failed`: the thread broke, or took too long, on this document;
 * - `typesetting_closed`: the typesetter was closed.
 */
export type TypesettingErrorCode =
  | 'invalid_document'
  | 'unsupported_body'
  | 'missing_value'
  | 'missing_glyph'
  | 'typesetting_busy'
  | 'typesetting_failed'
  | 'typesetting_closed';

/** The only error a typesetter throws. `message` is Indonesian and may be shown to people. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
  readonly code: TypesettingErrorCode;
  readonly issues: TypesettingIssue[];
  /** The characters without a glyph, each once; only for `missing_glyph`. */
  readonly characters: string[];

  constructor(
    code: TypesettingErrorCode,
    message: string,
    more: { issues?: TypesettingIssue[]; characters?: string[]; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.issues = more.issues ?? [];
    this.characters = more.characters ?? [];
  }
}

/** `['body','content',2]` → `body.content.2`, for messages and field paths. */
export const formatPath = (path: (string | number)[]): string => path.join('.');
