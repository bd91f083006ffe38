import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import type { Letter } from '../rules.ts';
import { useOpenedDraft } from '../use-opened-draft.ts';
import type { BodyHandle } from './body-editor.tsx';
import { type Asked, CommentsPanel } from './comments-panel.tsx';
import styles from './writing.module.css';

const BodyEditor = lazy(() => import('./body-editor.tsx'));

/** A letter's words to be read and commented on, not to be changed; the comments beside them. */
export function ReviewDesk({ letter, title }: { letter: Letter; title: string }) {
  const { t } = useTranslation('writing');
  const { opened, error, reopen } = useOpenedDraft(letter.id);
  const handle = useRef<BodyHandle | null>(null);
  const [asking, setAsking] = useState<Asked | 'letter' | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const ask = () => setAsking(handle.current?.selection() ?? 'letter');
  // Whoever writes has the desk for that.
  const readOnly = opened && { ...opened, mayWrite: false };
  return (
    <>
      <PageBar back={{ to: '/surat/$letterId', params: { letterId: letter.id }, label: t('comments.back') }} />
      <Page
        aside={
          <div className={styles.reviewAside}>
            <CommentsPanel
              letterId={letter.id}
              asking={asking}
              active={active}
              onAsk={ask}
              onAsked={() => setAsking(null)}
              onShow={({ id, anchor }) => {
                setActive(id);
                if (anchor) handle.current?.show(anchor.from, anchor.to);
              }}
            />
          </div>
        }
      >
        <PageTitle lead={`${letter.subject}. ${t('comments.pageLead')}`}>{title}</PageTitle>
        {error && <ErrorState error={error} onRetry={reopen} />}
        {!readOnly && !error && <SkeletonBlock height={320} />}
        {readOnly && (
          <Suspense fallback={<SkeletonBlock height={320} />}>
            <div className={styles.review}>
              <BodyEditor
                letterId={letter.id}
                opened={readOnly}
                hidden={false}
                active={active}
                onHandle={(given) => {
                  handle.current = given;
                }}
                onBody={() => undefined}
                onState={() => undefined}
                onAskComment={ask}
                onActive={setActive}
              />
            </div>
          </Suspense>
        )}
      </Page>
    </>
  );
}
