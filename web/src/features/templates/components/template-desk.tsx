import { IconArchive, IconArchiveOff, IconDeviceFloppy, IconShare2, IconUpload } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyBody, isEmptyBody } from '../../../components/editor/body.ts';
import { ActBar } from '../../../components/ui/act-bar.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import {
  archiveTemplate,
  createTemplate,
  type Imported,
  publishTemplate,
  type Template,
  unarchiveTemplate,
  updateTemplate,
} from '../../../lib/calls/templates.ts';
import { pastWords } from '../../../lib/dates.ts';
import { useKeys } from '../../../lib/keys.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { bodyOf, draftOf, type TemplateDraft } from '../draft.ts';
import type { LentFields } from './defaults-panel.tsx';
import { ShareSheet } from './share-sheet.tsx';
import { TemplateAside } from './template-aside.tsx';
import { TemplateForm } from './template-form.tsx';
import styles from './templates.module.css';

const blank: TemplateDraft = {
  name: '',
  type: '',
  description: '',
  body: emptyBody,
  defaults: {},
  names: {},
  source: 'written',
};

const startOf = (read: Template | null, imported: Imported | null): TemplateDraft =>
  read
    ? draftOf(read)
    : imported
      ? { ...blank, name: imported.name, body: imported.body as TemplateDraft['body'], source: 'imported' }
      : blank;

type TemplateDeskProps = {
  template: Template | null;
  /** A Word document that the new template starts with. */
  imported?: Imported | null;
  fields: LentFields;
  onCreated: (template: Template) => void;
};

/** A template on the desk: the form at the left, the letter it makes at the right. */
export function TemplateDesk({ template: read, imported = null, fields, onCreated }: TemplateDeskProps) {
  const { t } = useTranslation('templates');
  const [template, setTemplate] = useState(read);
  const [draft, setDraft] = useState(() => startOf(read, imported));
  const [isDirty, setDirty] = useState(imported !== null);
  const [key] = useState(newIdempotencyKey);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const [asking, setAsking] = useState<'publish' | 'share' | 'archive' | null>(null);
  useBlocker({ shouldBlockFn: () => isDirty && !window.confirm(t('leave')), enableBeforeUnload: () => isDirty });

  function change(to: Partial<TemplateDraft>): void {
    setDraft((before) => ({ ...before, ...to }));
    setDirty(true);
  }

  function take(saved: Template): void {
    setTemplate(saved);
    setDraft(draftOf(saved));
    setDirty(false);
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
        : await createTemplate({ type, ...rest, source: draft.source }, key);
      take(saved);
      showToast(t('saved'));
      if (!template) onCreated(saved);
    } catch (thrown) {
      const problem = asProblem(thrown);
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: fieldOf(path), message }))
          : [{ message: problemMessage(problem) }],
      );
    } finally {
      setRunning(false);
    }
  }
  useKeys(isDirty ? [{ key: 'mod+s', label: t('acts.save'), run: () => void save() }] : []);

  const isArchived = template !== null && template.archivedAt !== null;
  const isPublished = template !== null && template.publishedVersion === template.version;
  const needsSaving = isDirty || template === null;
  const primary = isArchived ? null : needsSaving ? (
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
  const archive = template && (
    <ActButton
      variant="quiet"
      leftSection={isArchived ? <IconArchiveOff size={20} stroke={1.75} /> : <IconArchive size={20} stroke={1.75} />}
      onClick={() => (isArchived ? void unarchiveTemplate(template.id).then(take, showProblem) : setAsking('archive'))}
    >
      {t(isArchived ? 'acts.unarchive' : 'acts.archive')}
    </ActButton>
  );
  const showProblem = (thrown: unknown): void => setErrors([{ message: problemMessage(thrown) }]);
  return (
    <>
      <PageBar
        back={{ to: '/pengaturan/templat', label: t('title') }}
        note={
          template && !isDirty ? t('savedAt', { when: pastWords(template.updatedAt) }) : isDirty ? t('unsaved') : null
        }
        acts={
          <>
            {archive}
            {share}
            {primary}
          </>
        }
      />
      <Page
        asideKind="preview"
        asideOnPhone
        aside={<TemplateAside draft={draft} template={template} isDirty={isDirty} onRestored={take} />}
      >
        <PageTitle lead={leadOf(template, t)}>{draft.name || t('new')}</PageTitle>
        {imported && !template && <Notices notices={imported.notices} />}
        <div className={styles.page}>
          <ErrorSummary errors={errors} attempt={attempt} />
        </div>
        <TemplateForm
          draft={draft}
          onChange={change}
          fields={fields}
          isNew={template === null}
          gone={isDirty ? [] : (template?.gone ?? [])}
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
          <ConfirmBinding
            opened={asking === 'archive'}
            onClose={() => setAsking(null)}
            title={t('archive.title')}
            consequence={t('archive.consequence')}
            act={t('acts.archive')}
            onConfirm={async () => take(await archiveTemplate(template.id))}
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

/** The field of the form that a path of the API belongs to. */
function fieldOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('.');
  if (first !== 'defaults') return first;
  if (second !== 'chain') return second;
  return third === 'signerPosition' ? 'chain-signer' : 'chain-stages';
}

/** What of a Word document was not carried over. */
function Notices({ notices }: { notices: string[] }) {
  const { t } = useTranslation('templates');
  return (
    <section className={styles.notices} aria-label={t('import.notices')}>
      <p>{t(notices.length > 0 ? 'import.notices' : 'import.complete')}</p>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}

function leadOf(template: Template | null, t: Words): string {
  if (!template) return t('newLead');
  if (template.archivedAt) return t('lead.archived');
  const { version, publishedVersion, origin } = template;
  const state =
    publishedVersion === null
      ? t('lead.draft', { version })
      : publishedVersion === version
        ? t('lead.published', { version })
        : t('lead.newer', { version, published: publishedVersion });
  return origin ? `${state} ${t('lead.origin', { name: origin.name, version: origin.version })}` : state;
}
