import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, type FormError } from '../../../components/ui/error-summary.tsx';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import { createSignup } from '../api/create-signup.ts';
import { faults, proposeSlug, type SignupAnswers, type Step, steps } from '../rules.ts';
import { RegionField } from './region-field.tsx';
import styles from './signup.module.css';

type SignupWizardProps = {
  step: Step;
  /** Which step comes; each is an address of its own, so that the browser's way back works. */
  onStep: (step: Step) => void;
  onSent: (answer: { id: string; token?: string | undefined }, answers: SignupAnswers) => void;
};

const blank: SignupAnswers = { region: null, slug: '', name: '', position: '', email: '', phone: '' };

/** One question a page; answers stay while one goes back and forth. */
export function SignupWizard({ step: asked, onStep, onSent }: SignupWizardProps) {
  const { t } = useTranslation('signup');
  const [answers, setAnswers] = useState(blank);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const key = useRef(newIdempotencyKey());
  // Whoever opens a later step directly starts at the first one that lacks an answer.
  const step = steps.find((one) => one === asked || faults(one, answers).length > 0) ?? asked;
  const place = steps.indexOf(step);

  function set(change: Partial<SignupAnswers>): void {
    setAnswers((before) => ({ ...before, ...change }));
  }

  async function send(): Promise<void> {
    if (!answers.region) return;
    setRunning(true);
    try {
      const { name, position, email, phone } = answers;
      const contact = { name: name.trim(), position: position.trim(), email: email.trim(), phone: phone.trim() };
      onSent(
        await createSignup({ regionCode: answers.region.code, slug: answers.slug, contact }, key.current),
        answers,
      );
    } catch (thrown) {
      const problem = asProblem(thrown);
      // Another body needs another key.
      key.current = newIdempotencyKey();
      setErrors(
        problem.errors.length > 0
          ? problem.errors.map(({ message }) => ({ message }))
          : [{ message: problemMessage(problem) }],
      );
    } finally {
      setRunning(false);
    }
  }

  function submit(): void {
    const found = faults(step, answers).map((fault) => ({ fieldId: fault.field, message: t(fault.key) }));
    setErrors(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) return;
    const next = steps[place + 1];
    if (next) onStep(next);
    else void send();
  }

  const errorOf = (field: keyof SignupAnswers): string | null =>
    errors.find(({ fieldId }) => fieldId === field)?.message ?? null;
  const field = (name: 'name' | 'position' | 'email' | 'phone', rest: Record<string, string>): ReactNode => (
    <TextInput
      id={name}
      label={t(`fields.${name}`)}
      value={answers[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      error={errorOf(name)}
      {...rest}
    />
  );

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <p className="meta">{t('place', { number: place + 1, total: steps.length })}</p>
        <h1 tabIndex={-1}>{t(`questions.${step}`)}</h1>
        <p className={styles.hint}>{t(`hints.${step}`)}</p>
      </div>
      <ErrorSummary errors={errors} attempt={attempt} {...(step === 'periksa' ? { title: t('failed') } : {})} />
      {step === 'wilayah' && (
        <RegionField
          chosen={answers.region}
          error={errorOf('region')}
          onChoose={(region) => set({ region, slug: region ? proposeSlug(region.name) : '' })}
        />
      )}
      {step === 'alamat' && (
        <TextInput
          id="slug"
          label={t('fields.slug')}
          value={answers.slug}
          onChange={(event) => set({ slug: event.currentTarget.value.toLowerCase() })}
          error={errorOf('slug')}
          description={`${answers.slug || '…'}.${location.host}`}
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      {step === 'penghubung' && (
        <>
          {field('name', { autoComplete: 'name' })}
          {field('position', { autoComplete: 'organization-title' })}
          {field('email', { type: 'email', autoComplete: 'email', inputMode: 'email' })}
          {field('phone', { type: 'tel', autoComplete: 'tel', inputMode: 'tel' })}
        </>
      )}
      {step === 'periksa' && (
        <FactList
          facts={[
            { label: t('fields.region'), value: answers.region?.name ?? '' },
            { label: t('fields.slug'), value: `${answers.slug}.${location.host}` },
            { label: t('fields.name'), value: answers.name },
            { label: t('fields.position'), value: answers.position },
            { label: t('fields.email'), value: answers.email },
            { label: t('fields.phone'), value: answers.phone },
          ]}
        />
      )}
      <div className={styles.acts}>
        <Button type="submit" size="lg" loading={running}>
          {step === 'periksa' ? t('send') : t('next')}
        </Button>
        {place > 0 && (
          <Button variant="subtle" size="lg" onClick={() => onStep(steps[place - 1] ?? 'wilayah')}>
            {t('back')}
          </Button>
        )}
      </div>
    </form>
  );
}
