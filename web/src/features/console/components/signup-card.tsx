import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { pastWords } from '../../../lib/dates.ts';
import { officeUrl } from '../../../lib/office.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { approveSignup, rejectSignup, type Signup } from '../api/signups.ts';
import styles from './console.module.css';
import { OfficeMark } from './office-mark.tsx';

const statuses = { pending: 'tunggu', approved: 'selesai', rejected: 'masalah' } as const;

/** One application with everything that a decision needs, and the decision. */
export function SignupCard({ signup, isPrimary }: { signup: Signup; isPrimary: boolean }) {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const key = useRef(newIdempotencyKey());
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  const address = officeUrl(signup.slug, '').split('//')[1] ?? '';
  const { contact } = signup;
  return (
    <section className={styles.card} aria-label={signup.name}>
      <header className={styles.head}>
        <OfficeMark slug={signup.slug} size={34} />
        <div className={styles.words}>
          <h2>{signup.name}</h2>
          <p className={`${styles.meta} tabular`}>
            {signup.regionCode} · {signup.province} · {t('signups.sent', { when: pastWords(signup.createdAt) })}
          </p>
        </div>
        <StatusChip status={statuses[signup.state]}>{t(`signups.states.${signup.state}`)}</StatusChip>
      </header>
      <div className={styles.facts}>
        <div className={styles.factsColumns}>
          <FactList
            facts={[
              { label: t('facts.address'), value: address },
              { label: t('facts.contact'), value: contact.name },
              { label: t('facts.position'), value: contact.position },
            ]}
          />
          <FactList
            facts={[
              { label: t('facts.email'), value: contact.email },
              { label: t('facts.phone'), value: contact.phone },
              signup.decidedAt
                ? {
                    label: t('facts.decided'),
                    value: [signup.decidedBy, pastWords(signup.decidedAt)].filter(Boolean).join(', '),
                  }
                : null,
              signup.reason ? { label: t('facts.reason'), value: signup.reason } : null,
            ]}
          />
        </div>
        {signup.state === 'pending' && (
          <div className={styles.decide}>
            <Button variant={isPrimary ? 'filled' : 'default'} onClick={() => setAsking('approve')}>
              {t('signups.approve')}
            </Button>
            <Button variant="default" onClick={() => setAsking('reject')}>
              {t('signups.reject')}
            </Button>
          </div>
        )}
      </div>
      <ConfirmBinding
        opened={asking === 'approve'}
        onClose={() => setAsking(null)}
        title={t('signups.approveTitle', { name: signup.name })}
        consequence={t('signups.approveConsequence', { address, email: contact.email })}
        act={t('signups.approve')}
        onConfirm={async () => {
          const { tenant } = await approveSignup(signup.id, key.current);
          void navigate({ to: '/admin/penyiapan', search: { kantor: tenant.slug } });
        }}
      />
      <RejectSheet signup={signup} opened={asking === 'reject'} onClose={() => setAsking(null)} />
    </section>
  );
}

function RejectSheet({ signup, opened, onClose }: { signup: Signup; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('console');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  async function reject(): Promise<void> {
    if (reason.trim().length < 3) return setError(t('signups.reasonMissing'));
    setRunning(true);
    try {
      await rejectSignup(signup.id, reason.trim());
      showToast(t('signups.rejected', { name: signup.name }));
      onClose();
    } catch (thrown) {
      setError(problemMessage(thrown));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Sheet opened={opened} onClose={onClose} title={t('signups.rejectTitle', { name: signup.name })} width={520}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void reject();
        }}
      >
        <Textarea
          data-autofocus
          label={t('signups.reason')}
          description={t('signups.reasonHelp', { email: signup.contact.email })}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={error}
          maxLength={1000}
        />
        <div className={styles.formActs}>
          <Button variant="default" onClick={onClose} disabled={running}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('signups.reject')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
