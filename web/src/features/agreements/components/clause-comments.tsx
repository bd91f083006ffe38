import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Agreement, commentOnAgreement, resolveComment } from '../../../lib/calls/agreements.ts';
import { pastWords } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { shortName } from '../rules.ts';
import styles from './agreements.module.css';

/** What the parties say of one clause while it is a draft: remarks, answers, and what is settled. */
export function ClauseComments({ agreement, clause }: { agreement: Agreement; clause: string }) {
  const { t } = useTranslation('agreements');
  const [writing, setWriting] = useState(false);
  const remarks = agreement.comments.filter((each) => each.clause === clause && each.replyTo === null);
  const mayComment = agreement.acts.comment.allowed;
  const open = remarks.filter(({ resolvedAt }) => resolvedAt === null);
  if (remarks.length === 0 && !mayComment) return null;
  return (
    <div className={styles.comments}>
      {remarks.length > 0 && (
        <details open={open.length > 0}>
          <summary className={styles.linkButton}>
            {t('comments.count', { count: remarks.length, open: open.length })}
          </summary>
          <ul>
            {remarks.map((remark) => (
              <li key={remark.id} className={styles.remark} data-settled={remark.resolvedAt !== null || undefined}>
                <Remark agreement={agreement} remark={remark} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayComment &&
        (writing ? (
          <CommentForm
            label={t('comments.label', { clause })}
            onCancel={() => setWriting(false)}
            onSend={async (text) => {
              await commentOnAgreement(agreement.id, { clause, text });
              setWriting(false);
            }}
          />
        ) : (
          <button type="button" className={styles.linkButton} onClick={() => setWriting(true)}>
            {t('comments.add')}
            <span className="heard"> {clause}</span>
          </button>
        ))}
    </div>
  );
}

function Remark({ agreement, remark }: { agreement: Agreement; remark: Agreement['comments'][number] }) {
  const { t } = useTranslation('agreements');
  const [replying, setReplying] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const answers = agreement.comments.filter(({ replyTo }) => replyTo === remark.id);
  const mayAct = agreement.acts.comment.allowed && remark.resolvedAt === null;
  return (
    <>
      {[remark, ...answers].map((each) => (
        <div key={each.id}>
          <p className={styles.meta}>
            {t('comments.by', { author: each.author, regency: shortName(each.by.name), when: pastWords(each.at) })}
          </p>
          <p className={styles.remarkText}>{each.text}</p>
        </div>
      ))}
      {remark.resolvedBy !== null && (
        <p className={styles.meta}>{t('comments.settled', { name: remark.resolvedBy })}</p>
      )}
      {error && <p className={styles.fieldError}>{error}</p>}
      {mayAct && !replying && (
        <div className={styles.formActs}>
          <button type="button" className={styles.linkButton} onClick={() => setReplying(true)}>
            {t('comments.reply')}
          </button>
          <button
            type="button"
            className={styles.linkButton}
            onClick={() => {
              resolveComment(agreement.id, remark.id).catch((thrown) => setError(problemMessage(thrown)));
            }}
          >
            {t('comments.settle')}
          </button>
        </div>
      )}
      {replying && (
        <CommentForm
          label={t('comments.replyLabel')}
          onCancel={() => setReplying(false)}
          onSend={async (text) => {
            await commentOnAgreement(agreement.id, { replyTo: remark.id, text });
            setReplying(false);
          }}
        />
      )}
    </>
  );
}

type CommentFormProps = { label: string; onCancel: () => void; onSend: (text: string) => Promise<void> };

function CommentForm({ label, onCancel, onSend }: CommentFormProps) {
  const { t } = useTranslation('agreements');
  const id = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return setError(t('comments.missing'));
    setRunning(true);
    try {
      await onSend(text.trim());
    } catch (thrown) {
      setError(problemMessage(thrown));
      setRunning(false);
    }
  }
  return (
    <form noValidate className={styles.commentForm} onSubmit={(event) => void send(event)}>
      <Textarea
        id={id}
        label={label}
        value={text}
        maxLength={4000}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.formActs}>
        <Button type="submit" loading={running}>
          {t('comments.send')}
        </Button>
        <Button variant="subtle" onClick={onCancel} disabled={running}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
