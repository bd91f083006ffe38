import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../components/ui/error-summary.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { createFromTemplate } from '../../../features/writing/api/acts.ts';
import { BlankSheet } from '../../../features/writing/components/blank-sheet.tsx';
import { TemplateGrid } from '../../../features/writing/components/template-grid.tsx';
import type { Letter } from '../../../features/writing/rules.ts';
import { letterOptions } from '../../../lib/calls/get-letter.ts';
import type { Template } from '../../../lib/calls/writing.ts';
import { problemMessage } from '../../../lib/problem.ts';

/** The first step of writing: what kind of letter it is. */
export function WritePage() {
  const { t } = useTranslation('writing');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [starting, setStarting] = useState<string | null>(null);
  const [blank, setBlank] = useState(false);
  const [error, setError] = useState<string | null>(null);

  function open(letter: Letter): void {
    queryClient.setQueryData(letterOptions(letter.id).queryKey, letter);
    void queryClient.invalidateQueries({ queryKey: ['letters'], refetchType: 'none' });
    void navigate({ to: '/tulis/$letterId', params: { letterId: letter.id } });
  }

  async function choose(template: Template): Promise<void> {
    setStarting(template.id);
    setError(null);
    try {
      open(await createFromTemplate(template));
    } catch (thrown) {
      setError(problemMessage(thrown));
      setStarting(null);
    }
  }

  return (
    <Page>
      <PageTitle lead={t('templates.lead')}>{t('title')}</PageTitle>
      <ErrorSummary errors={error ? [{ message: error }] : []} title={t('notStarted')} />
      <TemplateGrid starting={starting} onChoose={(template) => void choose(template)} onBlank={() => setBlank(true)} />
      {blank && <BlankSheet onClose={() => setBlank(false)} onStarted={open} />}
    </Page>
  );
}
