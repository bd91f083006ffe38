import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/ui/fact-list.tsx';
import type { Letter } from '../../../lib/calls/get-letter.ts';
import { exactInstant, longDate, pastWords } from '../../../lib/dates.ts';
import styles from './letter.module.css';

/** Addressees named before the rest is folded. */
const namedRecipients = 4;

/** What one looks up: secrecy, classification, addressees, authenticity. */
export function LetterFacts({ letter }: { letter: Letter }) {
  const { t } = useTranslation('letters');
  const { incoming, verifyCode } = letter;
  return (
    <FactList
      title={t('facts.title')}
      facts={[
        incoming && { label: t('facts.from'), value: incoming.sender.name },
        { label: t('facts.number'), value: letter.number },
        letter.date ? { label: t('facts.date'), value: longDate(letter.date) } : null,
        incoming && { label: t('facts.received'), value: exactInstant(incoming.receivedAt) },
        incoming && { label: t('facts.agenda'), value: incoming.agendaNumber },
        { label: t('facts.type'), value: letter.typeName },
        { label: t('facts.secrecy'), value: t(`common:secrecy.${letter.secrecy}`) },
        { label: t('facts.urgency'), value: t(`urgency.${letter.urgency}`) },
        {
          label: t('facts.classification'),
          value: [letter.classification, letter.classificationName].filter(Boolean).join(' '),
        },
        { label: t('facts.attachment'), value: letter.attachmentNote },
        letter.recipients.length > 0
          ? {
              label: t('facts.to'),
              value: <Recipients recipients={letter.recipients} withState={Boolean(letter.sentAt)} />,
            }
          : null,
        letter.copies.length > 0
          ? { label: t('facts.copies'), value: <Recipients recipients={letter.copies} withState={false} /> }
          : null,
        verifyCode
          ? {
              label: t('facts.authenticity'),
              value: (
                <>
                  {t('facts.code', { code: verifyCode })}
                  <br />
                  <a href={`/v/${verifyCode}`} target="_blank" rel="noreferrer">
                    {t('facts.verify')}
                  </a>
                </>
              ),
            }
          : null,
      ]}
    />
  );
}

function Recipients({ recipients, withState }: { recipients: Letter['recipients']; withState: boolean }) {
  const { t } = useTranslation('letters');
  const line = (one: Letter['recipients'][number]) => (
    <li key={one.id}>
      {one.name}
      {withState && (
        <span className="meta">
          {' '}
          {one.readAt ? t('delivery.readAt', { when: pastWords(one.readAt) }) : t(`delivery.${one.delivery}`)}
        </span>
      )}
    </li>
  );
  const rest = recipients.slice(namedRecipients);
  return (
    <>
      <ul className={styles.recipients}>{recipients.slice(0, namedRecipients).map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className={styles.fold}>{t('facts.moreRecipients', { count: rest.length })}</summary>
          <ul className={styles.recipients}>{rest.map(line)}</ul>
        </details>
      )}
    </>
  );
}
