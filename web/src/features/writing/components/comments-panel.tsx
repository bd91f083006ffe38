import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { announce } from '../../../lib/announce.ts';
import { pastWords } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { addComment, type Comment, commentsOptions, type Decision, decideComment } from '../api/together.ts';
import styles from './comments.module.css';

/** Words that were chosen to be spoken of. */
export type Asked = { from: number; to: number; bodyVersion: number; words: string };

type CommentsPanelProps = {
  letterId: string;
  /** The form for a new one is open; about the letter as a whole when no words were chosen. */
  asking: Asked | 'letter' | null;
  active: string | null;
  onAsk: () => void;
  onAsked: () => void;
  onShow: (comment: Comment) => void;
  /** Called before a suggestion is taken over, so that no word of one's own is in the way. */
  onBeforeAccept?: () => Promise<void>;
};

/** What colleagues say of the letter, in the order of its words; it is never printed. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { letterId, asking, active, onAsk, onAsked, onShow, onBeforeAccept } = props;
  const { t } = useTranslation('writing');
  const { data, error, refetch } = useQuery(commentsOptions(letterId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonBlock height={160} />;
  const open = data.items.filter((item) => item.state === 'open');
  const settled = data.items.filter((item) => item.state !== 'open');
  const decide = async (comment: Comment, decision: Decision) => {
    if (decision === 'accept') await onBeforeAccept?.();
    await decideComment(letterId, comment.id, decision);
    announce(t(`comments.did.${decision}`));
  };
  return (
    <section className={styles.panel} aria-label={t('comments.title')}>
      {asking === null && data.mayComment && (
        <Button variant="default" className={styles.ask ?? ''} onClick={onAsk}>
          {t('comments.add')}
        </Button>
      )}
      {asking !== null && (
        <NewComment letterId={letterId} asked={asking === 'letter' ? null : asking} onDone={onAsked} />
      )}
      {data.items.length === 0 && asking === null && <p className={styles.none}>{t('comments.none')}</p>}
      <ol className={styles.list}>
        {open.map((comment) => (
          <CommentItem
            key={comment.id}
            letterId={letterId}
            comment={comment}
            active={comment.id === active}
            onShow={onShow}
            onDecide={decide}
          />
        ))}
      </ol>
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary>{t('comments.settled', { count: settled.length })}</summary>
          <ol className={styles.list}>
            {settled.map((comment) => (
              <CommentItem
                key={comment.id}
                letterId={letterId}
                comment={comment}
                active={false}
                onShow={onShow}
                onDecide={decide}
              />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

type CommentItemProps = {
  letterId: string;
  comment: Comment;
  active: boolean;
  onShow: (comment: Comment) => void;
  onDecide: (comment: Comment, decision: Decision) => Promise<void>;
};

function CommentItem({ letterId, comment, active, onShow, onDecide }: CommentItemProps) {
  const { t } = useTranslation('writing');
  const [replying, setReplying] = useState(false);
  const [running, setRunning] = useState<Decision | null>(null);
  const [error, setError] = useState<string | null>(null);
  const element = useRef<HTMLLIElement>(null);
  const { author, quote, replacement, state, anchor } = comment;
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  async function decide(decision: Decision): Promise<void> {
    setRunning(decision);
    setError(null);
    try {
      await onDecide(comment, decision);
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(null);
    }
  }
  const act = (decision: Decision, variant: 'filled' | 'default') => (
    <Button size="sm" variant={variant} loading={running === decision} onClick={() => void decide(decision)}>
      {t(`comments.${decision}`)}
    </Button>
  );

  return (
    <li ref={element} className={styles.item} data-active={active || undefined} data-state={state}>
      <Said author={author.name} at={comment.at} />
      {quote !== null && (
        <blockquote className={styles.quote}>
          {replacement === null ? (
            <p>{quote}</p>
          ) : (
            <p>
              <del>
                <span className="heard">{t('comments.removes')} </span>
                {quote}
              </del>{' '}
              {replacement !== '' && (
                <ins>
                  <span className="heard">{t('comments.adds')} </span>
                  {replacement}
                </ins>
              )}
            </p>
          )}
        </blockquote>
      )}
      {comment.text !== '' && <p className={styles.text}>{comment.text}</p>}
      {quote !== null && state === 'open' && anchor === null && <p className={styles.gone}>{t('comments.gone')}</p>}
      {state !== 'open' && (
        <p className={styles.gone}>{t(`comments.state.${state}`, { name: comment.decidedBy ?? '' })}</p>
      )}
      {comment.replies.map((reply) => (
        <div key={reply.id} className={styles.reply}>
          <Said author={reply.author.name} at={reply.at} />
          <p className={styles.text}>{reply.text}</p>
        </div>
      ))}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {replying ? (
        <NewComment letterId={letterId} asked={null} parentId={comment.id} onDone={() => setReplying(false)} />
      ) : (
        <div className={styles.acts}>
          {comment.mayDecide && act('accept', 'filled')}
          {comment.mayDecide && act('decline', 'default')}
          {comment.mayResolve && replacement === null && act('resolve', 'default')}
          {anchor && (
            <Button size="sm" variant="subtle" onClick={() => onShow(comment)}>
              {t('comments.show')}
            </Button>
          )}
          {state === 'open' && (
            <Button size="sm" variant="subtle" onClick={() => setReplying(true)}>
              {t('comments.reply')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Said({ author, at }: { author: string; at: string }) {
  return (
    <p className={styles.said}>
      <Avatar name={author} size={28} />
      <span>
        <strong>{author}</strong> <span className="meta">{pastWords(at)}</span>
      </span>
    </p>
  );
}

type NewCommentProps = { letterId: string; asked: Asked | null; parentId?: string; onDone: () => void };

/** A comment, a suggestion of other words, or an answer. */
function NewComment({ letterId, asked, parentId, onDone }: NewCommentProps) {
  const { t } = useTranslation('writing');
  const [text, setText] = useState('');
  const [replacement, setReplacement] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === '' && replacement === null) {
      setError(t('comments.missing'));
      return;
    }
    setRunning(true);
    setError(null);
    try {
      await addComment(letterId, {
        text: text.trim(),
        ...(asked ? { anchor: { from: asked.from, to: asked.to, bodyVersion: asked.bodyVersion } } : {}),
        ...(replacement === null ? {} : { replacement }),
        ...(parentId ? { parentId } : {}),
      });
      announce(t('comments.did.add'));
      onDone();
    } catch (thrown) {
      setError(problemMessage(thrown));
      setRunning(false);
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      {asked && (
        <blockquote className={styles.quote}>
          <p>{asked.words}</p>
        </blockquote>
      )}
      {replacement !== null && (
        <Textarea
          label={t('comments.replacement')}
          description={t('comments.replacementHint')}
          autosize
          minRows={1}
          maxLength={4000}
          value={replacement}
          onChange={(event) => setReplacement(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t(parentId ? 'comments.answer' : replacement === null ? 'comments.text' : 'comments.why')}
        autoFocus
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" size="sm" loading={running}>
          {t(parentId ? 'comments.sendAnswer' : replacement === null ? 'comments.send' : 'comments.suggest')}
        </Button>
        {asked && replacement === null && (
          <Button size="sm" variant="default" onClick={() => setReplacement(asked.words)}>
            {t('comments.otherWords')}
          </Button>
        )}
        <Button size="sm" variant="subtle" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
