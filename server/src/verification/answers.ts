import { reasonText } from './reason-texts.ts';
import type { RegisteredDocument } from './repository.ts';
import type { Reason } from './rules.ts';
import type { FileAnswer, OriginalAnswer, VerificationAnswer } from './schema.ts';
import type { CodeVerdict, FileVerdict } from './service.ts';

function documentAnswer(document: RegisteredDocument): OriginalAnswer {
  const {
    code,
    documentKind,
    documentType,
    number,
    subject,
    issuer,
    issuedOn,
    signers,
    sha256,
    destroyedOn,
    destroyedBy,
  } = document;
  const instants = signers.map((each) => ({ ...each, signedAt: new Date(each.signedAt).toISOString() }));
  const destroyed =
    destroyedOn === null || destroyedBy === null ? null : { minutesNumber: destroyedBy, minutesOn: destroyedOn };
  return {
    code,
    documentKind,
    documentType,
    number,
    subject,
    issuer,
    issuedOn,
    signers: instants,
    hash: sha256,
    destroyed,
  };
}

const unknown: Omit<VerificationAnswer, 'authentic' | 'reasons' | 'messages'> = {
  code: null,
  documentKind: null,
  documentType: null,
  number: null,
  subject: null,
  issuer: null,
  issuedOn: null,
  signers: [],
  hash: null,
  destroyed: null,
};

function verdictAnswer(reasons: Reason[], document: RegisteredDocument | null): VerificationAnswer {
  return {
    authentic: document !== null && reasons.length === 0,
    reasons,
    messages: reasons.map((reason) => reasonText(reason, 'id')),
    ...(document ? documentAnswer(document) : unknown),
  };
}

export const codeAnswer = ({ reasons, document }: CodeVerdict): VerificationAnswer => verdictAnswer(reasons, document);

export const fileAnswerOf = ({ reasons, document, original, sha256 }: FileVerdict): FileAnswer => ({
  ...verdictAnswer(reasons, document),
  original: original ? documentAnswer(original) : null,
  fileHash: sha256,
});
