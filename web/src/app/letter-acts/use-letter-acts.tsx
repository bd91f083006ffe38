import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../components/ui/toast.tsx';
import { approveLetter } from '../../features/letters/api/act-on-letter.ts';
import { problemMessage } from '../../lib/problem.ts';
import type { ActTarget, Asked, AskedAct } from './act-target.ts';

const LetterActSheets = lazy(() => import('./letter-act-sheets.tsx'));

type LetterActs = {
  /** Opens what the act asks. */
  ask: (act: AskedAct, letter: ActTarget) => void;
  /** Approving asks nothing: it is done at once. Answers whether it was. */
  approve: (letter: ActTarget) => Promise<boolean>;
  /** The id of the letter that is being approved now. */
  approving: string | null;
  /** To mount once on the page. */
  sheets: ReactNode;
};

/** The acts on a letter, for any page that offers them. What they ask is loaded with the first one. */
export function useLetterActs(): LetterActs {
  const { t } = useTranslation('letters');
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState(false);
  const [approving, setApproving] = useState<string | null>(null);
  return {
    ask: (act, letter) => {
      setAsked({ act, letter });
      setOpened(true);
    },
    approving,
    approve: async (letter) => {
      if (approving) return false;
      setApproving(letter.id);
      try {
        await approveLetter(letter);
        showToast(t('done.approve', { subject: letter.subject }));
        return true;
      } catch (error) {
        showToast(problemMessage(error), 'failed');
        return false;
      } finally {
        setApproving(null);
        void queryClient.invalidateQueries({ queryKey: ['tasks'] });
        void queryClient.invalidateQueries({ queryKey: ['letters'] });
      }
    },
    sheets: asked && (
      <Suspense fallback={null}>
        <LetterActSheets asked={asked} opened={opened} onClose={() => setOpened(false)} />
      </Suspense>
    ),
  };
}
