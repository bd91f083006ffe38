import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { AgreementForm } from '../../../features/agreements/components/agreement-form.tsx';
import { ClauseEditor, type DraftClause } from '../../../features/agreements/components/clause-editor.tsx';
import { Conflicts } from '../../../features/agreements/components/conflicts.tsx';
import { type Conflict, conflictsOf, decide } from '../../../features/agreements/rules.ts';
import { type Agreement, agreementOptions, editAgreement } from '../../../lib/calls/agreements.ts';
import { asProblem } from '../../../lib/problem.ts';

const route = getRouteApi('/office/kolaborasi/kesepakatan/$agreementId/ubah');

/** A draft is changed by whichever party; what it changed is marked for the others. */
export function EditAgreementPage() {
  const { t } = useTranslation('agreements');
  const { agreementId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({ ...agreementOptions(agreementId), staleTime: 0 });
  return (
    <>
      <PageBar
        back={{ to: `/kolaborasi/kesepakatan/${agreementId}` as '/kolaborasi', label: data?.title ?? t('list.title') }}
      />
      <Page>
        {isPending && <SkeletonRows rows={6} withTitle />}
        {error && !data && (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
          />
        )}
        {data &&
          (data.acts.edit.allowed ? (
            <Editing agreement={data} />
          ) : (
            <EmptyState headingLevel={1} drawing="lock" title={t('forbidden.editTitle')}>
              {data.acts.edit.reason}
            </EmptyState>
          ))}
      </Page>
    </>
  );
}

function Editing({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const navigate = useNavigate();
  // What was read when the person began to write: a change by another party meanwhile is merged or told, not overwritten.
  const [read] = useState(agreement);
  const {
    id,
    version,
    title,
    kind,
    scope,
    startsOn,
    endsOn,
    noticeDays,
    copiesAfterEnd,
    clauses,
    parentId,
    parentReason,
    burdens,
  } = {
    ...read,
    parentId: read.parent?.id ?? null,
  };
  const [drafts, setDrafts] = useState<DraftClause[] | null>(null);
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const shown =
    drafts ??
    clauses.map((clause) => ({ key: String(clause.number), title: clause.title, text: clause.source.join('\n') }));
  const leave = (): void => void navigate({ to: '/kolaborasi/kesepakatan/$agreementId', params: { agreementId: id } });
  return (
    <>
      <PageTitle lead={t('edit.lead')}>{t('edit.title')}</PageTitle>
      <AgreementForm
        isNew={false}
        isChange={read.baseId !== null}
        initial={{
          partners: [],
          title,
          kind,
          scope,
          startsOn,
          endsOn,
          noticeDays,
          copiesAfterEnd,
          parentId,
          parentReason,
          burdens,
        }}
        before={
          conflicts.length > 0 && (
            <Conflicts
              conflicts={conflicts}
              chosen={chosen}
              onChoose={(name, side) => setChosen((before) => ({ ...before, [name]: side }))}
            />
          )
        }
        submit={t('edit.submit')}
        onCancel={leave}
        onSubmit={async (values) => {
          try {
            await editAgreement(id, {
              version,
              title: values.title,
              scope: values.scope,
              startsOn: values.startsOn,
              endsOn: values.endsOn,
              noticeDays: values.noticeDays,
              copiesAfterEnd: values.copiesAfterEnd,
              ...(read.baseId === null
                ? { parentId: values.parentId, parentReason: values.parentReason, burdens: values.burdens }
                : {}),
              // Articles that nobody touched stay the shipped ones, and follow scope and notice.
              ...(drafts ? { clauses: decide(drafts.map(toClause), conflicts, chosen) } : {}),
              settled: conflicts
                .filter((conflict) => chosen[conflict.title] === 'mine')
                .map((conflict) => ({ title: conflict.title, theirs: conflict.theirs })),
            });
          } catch (error) {
            const { code, extra } = asProblem(error);
            const found = conflictsOf(code, extra);
            if (found.length > 0) {
              setConflicts(found);
              setChosen({});
            }
            throw error;
          }
          leave();
        }}
      >
        <ClauseEditor clauses={shown} onChange={setDrafts} />
      </AgreementForm>
    </>
  );
}

function toClause({ title, text }: DraftClause): { title: string; text: string[] } {
  const lines = text.split('\n').map((line) => line.trim());
  return { title: title.trim(), text: lines.filter((line) => line !== '') };
}
