import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceFloppy, IconShare2, IconUpload } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyBody, isEmptyBody } from '../../../components/editor/body.ts';
import { TemplateSheet } from '../../../components/template-sheet/template-sheet.tsx';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { createTemplate, publishTemplate, type Template, updateTemplate } from '../../../lib/calls/templates.ts';
import { pastWords, shortDay } from '../../../lib/dates.ts';
import { useKeys } from '../../../lib/keys.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { bodyOf, draftOf, type TemplateDraft } from '../draft.ts';
import { ShareSheet } from './share-sheet.tsx';
import { TemplateForm } from './template-form.tsx';
import styles from './templates.module.css';

const blank: TemplateDraft = { name: '', type: '', description: '', body: emptyBody, defaults: {} };

type TemplateDeskProps = { template: Template | null; onCreated: (template: Template) => void };

/** A template on the desk: the form at the left, the letter it makes at the right. */
export function TemplateDesk({ template: read, onCreated }: TemplateDeskProps) {
  const { t } = useTranslation('templates');
  const [template, setTemplate] = useState(read);
  const [draft, setDraft] = useState(read ? draftOf(read) : blank);
  const [isDirty, setDirty] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const [asking, setAsking] = useState<'publish' | 'share' | null>(null);
  useBlocker({ shouldBlockFn: () => isDirty && !window.confirm(t('leave')), enableBeforeUnload: () => isDirty });

  function change(to: Partial<TemplateDraft>): void {
    setDraft((before) => ({ ...before, ...to }));
    setDirty(true);
  }

  async function save(): Promise<void> {
    const found = [
      ...(draft.name.trim().length < 2 ? [{ fieldId: 'name', message: t('faults.name') }] : []),
      ...(draft.type === '' ? [{ fieldId: 'type', message: t('faults.type') }] : []),
      ...(isEmptyBody(draft.body) ? [{ fieldId: 'body', message: t('faults.body') }] : []),
    ];
    setErrors(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) return;
    setRunning(true);
    try {
      const { type, ...rest } = bodyOf(draft);
      const saved = template
        ? await updateTemplate(template.id, { ...rest, version: template.version })
        : await createTemplate({ type, ...rest }, key);
      setTemplate(saved);
      setDirty(false);
      showToast(t('saved'));
      if (!template) onCreated(saved);
    } catch (thrown) {
      const problem = asProblem(thrown);
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: path.split('.')[0], message }))
          : [{ message: problemMessage(problem) }],
      );
    } finally {
      setRunning(false);
    }
  }
  useKeys(isDirty ? [{ key: 'mod+s', label: t('acts.save'), run: () => void save() }] : []);

  const isPublished = template !== null && template.publishedVersion === template.version;
  const needsSaving = isDirty || template === null;
  const primary = needsSaving ? (
    <ActButton
      variant="primary"
      fullWidth
      loading={running}
      leftSection={<IconDeviceFloppy size={20} stroke={1.75} />}
      onClick={() => void save()}
    >
      {t('acts.save')}
    </ActButton>
  ) : isPublished ? null : (
    <ActButton
      variant="primary"
      fullWidth
      leftSection={<IconUpload size={20} stroke={1.75} />}
      onClick={() => setAsking('publish')}
    >
      {t('acts.publish', { version: template.version })}
    </ActButton>
  );
  const share = (
    <ActButton
      leftSection={<IconShare2 size={20} stroke={1.75} />}
      reason={shareReason(template, t)}
      reasonPlace="heard"
      onClick={() => setAsking('share')}
    >
      {t('acts.share')}
    </ActButton>
  );
  return (
    <>
      <PageBar
        back={{ to: '/pengaturan/templat', label: t('title') }}
        note={
          template && !isDirty ? t('savedAt', { when: pastWords(template.updatedAt) }) : isDirty ? t('unsaved') : null
        }
        acts={
          <>
            {share}
            {primary}
          </>
        }
      />
      <Page asideKind="preview" aside={<Aside draft={draft} template={template} />}>
        <PageTitle lead={leadOf(template, t)}>{draft.name || t('new')}</PageTitle>
        <div className={styles.page}>
          <ErrorSummary errors={errors} attempt={attempt} />
        </div>
        <TemplateForm
          draft={draft}
          onChange={change}
          isNew={template === null}
          errorOf={(field) => errors.find(({ fieldId }) => fieldId === field)?.message ?? null}
        />
      </Page>
      <ActBar primary={primary ?? share} {...(primary && template ? { secondary: share } : {})} />
      {template && (
        <>
          <ConfirmBinding
            opened={asking === 'publish'}
            onClose={() => setAsking(null)}
            title={t('publish.title', { version: template.version })}
            consequence={t('publish.consequence')}
            act={t('publish.act')}
            onConfirm={async () => setTemplate(await publishTemplate(template.id, template.version))}
          />
          <ShareSheet template={template} opened={asking === 'share'} onClose={() => setAsking(null)} />
        </>
      )}
    </>
  );
}

type Words = TFunction<'templates'>;

function shareReason(template: Template | null, t: Words): string | null {
  if (!template || template.publishedVersion === null) return t('share.unpublished');
  // What is a partner's is theirs to share.
  return template.origin ? t('share.adopted', { name: template.origin.name }) : null;
}

function leadOf(template: Template | null, t: Words): string {
  if (!template) return t('newLead');
  const { version, publishedVersion, origin } = template;
  const state =
    publishedVersion === null
      ? t('lead.draft', { version })
      : publishedVersion === version
        ? t('lead.published', { version })
        : t('lead.newer', { version, published: publishedVersion });
  return origin ? `${state} ${t('lead.origin', { name: origin.name, version: origin.version })}` : state;
}

function Aside({ draft, template }: { draft: TemplateDraft; template: Template | null }) {
  const { t } = useTranslation('templates');
  const [shown] = useDebouncedValue(draft, 700);
  return (
    <div className={styles.side}>
      <p className={styles.meta}>{t('preview.about')}</p>
      {shown.type === '' ? (
        <p className={styles.note}>{t('preview.chooseType')}</p>
      ) : (
        <TemplateSheet
          cacheKey={['draft', shown.type, JSON.stringify([shown.body, shown.defaults.subject])]}
          order={{ type: shown.type, name: shown.name || t('new'), body: shown.body, defaults: shown.defaults }}
          alt={t('preview.alt', { name: shown.name })}
        />
      )}
      {template && (
        <section>
          <h2 className={styles.label}>{t('versions.title')}</h2>
          <ol className={styles.versions}>
            {[...template.versions].reverse().map(({ version, createdAt, publishedAt }) => (
              <li key={version}>
                <span>{t('versions.one', { version })}</span>
                <span className={styles.meta}>
                  {publishedAt
                    ? t('versions.published', { date: shortDay(publishedAt) })
                    : t('versions.draft', { date: shortDay(createdAt) })}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
