import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TemplateSheet } from '../../../components/template-sheet/template-sheet.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { TemplateDesk } from '../../../features/templates/components/template-desk.tsx';
import styles from '../../../features/templates/components/templates.module.css';
import { ClassificationField } from '../../../features/writing/components/classification-field.tsx';
import { RecipientsField } from '../../../features/writing/components/directory-field.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { forgetImported, importedDocx, type Template, templateOptions } from '../../../lib/calls/templates.ts';

/** Fields of the writing desk, lent to templates. */
const lent = { Recipients: RecipientsField, Classification: ClassificationField };

const route = getRouteApi('/office/pengaturan/templat/$templateId');

/** One template: an administrator writes it, everybody else sees the letter it makes. */
export function TemplatePage() {
  const { t } = useTranslation('templates');
  const { templateId } = route.useParams();
  const me = useMe();
  const { data, error, isPending, refetch } = useQuery({ ...templateOptions(templateId), staleTime: 60_000 });
  if (data && me) {
    return me.permissions.includes('templates.manage') ? (
      <TemplateDesk key={data.id} template={data} fields={lent} onCreated={() => undefined} />
    ) : (
      <Reading template={data} />
    );
  }
  return (
    <>
      <PageBar back={{ to: '/pengaturan/templat', label: t('title') }} />
      <Page>
        {isPending && <SkeletonRows rows={5} withTitle />}
        {error && (
          <ErrorState
            error={error}
            onRetry={() => void refetch()}
            forbidden={{ title: t('unknown.title'), text: t('unknown.text') }}
          />
        )}
      </Page>
    </>
  );
}

function Reading({ template }: { template: Template }) {
  const { t } = useTranslation('templates');
  const { name, type, typeName, body, defaults, origin } = template;
  return (
    <>
      <PageBar back={{ to: '/pengaturan/templat', label: t('title') }} />
      <Page>
        <PageTitle lead={template.description ?? typeName}>{name}</PageTitle>
        <div className={`${styles.form} ${styles.page}`}>
          <FactList
            facts={[
              { label: t('fields.type'), value: typeName },
              { label: t('fields.version'), value: String(template.version) },
              { label: t('fields.origin'), value: origin ? origin.name : null },
            ]}
          />
          <p className={styles.meta}>{t('readOnly')}</p>
          <TemplateSheet
            cacheKey={['template', template.id, template.version]}
            order={{ type, name, body, defaults }}
            alt={t('preview.alt', { name })}
          />
        </div>
      </Page>
    </>
  );
}

/** A template from nothing. */
export function NewTemplatePage() {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const me = useMe();
  const [imported] = useState(importedDocx);
  // The next new template starts from nothing again.
  useEffect(() => forgetImported, []);
  if (!me) return null;
  if (!me.permissions.includes('templates.manage')) {
    return (
      <>
        <PageBar back={{ to: '/pengaturan/templat', label: t('title') }} />
        <Page>
          <EmptyState headingLevel={1} drawing="lock" title={t('forbidden.title')}>
            {t('list.newReason')}
          </EmptyState>
        </Page>
      </>
    );
  }
  return (
    <TemplateDesk
      template={null}
      imported={imported}
      fields={lent}
      onCreated={({ id }) =>
        void navigate({ to: '/pengaturan/templat/$templateId', params: { templateId: id }, replace: true })
      }
    />
  );
}
