import { type TestOffice, testPassword } from './office.ts';

type Recipient = Record<string, unknown>;

/**
 * A letter of `staf`, signed by `sekda` (who needs a key: `office.addSigners('sekda')`), ready to be sent.
 * @param more fields of POST /letters, such as `secrecy` or `copies`
 * @returns its id
 */
export async function signedLetter(
  office: TestOffice,
  recipients: Recipient[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const draft = await office.as('staf').call<{ id: string }>('POST', '/letters', {
    type: 'surat_undangan',
    subject: 'Studi komparatif penyelenggaraan SPBE',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kami mengundang Saudara.' }] }],
    },
    recipients,
    classification: '000.1',
    ...more,
  });
  const { id } = draft.body;
  const signer = office.people.get('sekda')?.positionId;
  const submitted = await office.as('staf').call('POST', `/letters/${id}/submit`, { approvers: [], signer });
  const signed = await office.as('sekda').call('POST', `/letters/${id}/sign`, { passphrase: testPassword });
  for (const { status, body } of [draft, submitted, signed]) {
    if (status >= 300) throw new Error(`no signed letter: ${JSON.stringify(body)}`);
  }
  return id;
}
