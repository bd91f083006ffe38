import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../components/ui/error-summary.tsx';
import { asProblem, type Problem, problemMessage } from '../../../lib/problem.ts';
import type { Realm } from '../../../lib/session.ts';
import { signIn } from '../api/sign-in.ts';
import styles from './identity.module.css';

/** Username and password, in the shape that password managers know; the code only once it is asked for. */
export function SignInForm({ realm, onSignedIn }: { realm: Realm; onSignedIn: () => void }) {
  const { t } = useTranslation('identity');
  const [running, setRunning] = useState(false);
  const [missing, setMissing] = useState<('username' | 'password')[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [asksCode, setAsksCode] = useState(false);
  const lockedSeconds = useCountdown(
    problem?.code === 'sign_in_locked' ? problem.retryAfterSeconds : undefined,
    attempt,
  );
  const locked = lockedSeconds > 0;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    const otp = String(form.get('otp') ?? '').replace(/\s/g, '');
    const empty = [username === '' ? ('username' as const) : null, password === '' ? ('password' as const) : null];
    setMissing(empty.filter((field) => field !== null));
    setAttempt((before) => before + 1);
    setProblem(null);
    if (empty.some((field) => field !== null) || locked) return;
    setRunning(true);
    try {
      await signIn(realm, { username, password, ...(otp ? { otp } : {}) });
      onSignedIn();
    } catch (thrown) {
      const refused = asProblem(thrown);
      if (refused.code === 'otp_required') setAsksCode(true);
      setProblem(refused);
    } finally {
      setRunning(false);
    }
  }

  /** In whole minutes, so that what is read aloud does not change every second. */
  const lockedMessage = (seconds = 60): string => t('signIn.locked', { count: Math.ceil(seconds / 60) });
  const firstCode = problem?.code === 'otp_required';
  const errors = [
    ...missing.map((field) => ({ fieldId: field, message: t(`signIn.missing.${field}`) })),
    ...(problem && !firstCode
      ? [
          {
            fieldId: problem.code === 'wrong_credentials' ? 'password' : undefined,
            message: locked ? lockedMessage(problem.retryAfterSeconds) : problemMessage(problem),
          },
        ]
      : []),
  ];
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} attempt={attempt} title={locked ? t('signIn.lockedTitle') : t('signIn.failed')} />
      <TextInput
        id="username"
        name="username"
        label={t('signIn.username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={missing.includes('username') ? t('signIn.missing.username') : null}
      />
      <PasswordInput
        id="password"
        name="password"
        label={t('signIn.password')}
        autoComplete="current-password"
        error={missing.includes('password') ? t('signIn.missing.password') : null}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
      />
      {asksCode && (
        <TextInput
          id="otp"
          name="otp"
          label={t('signIn.otp')}
          description={t('signIn.otpHelp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
        />
      )}
      <Button type="submit" size="lg" fullWidth loading={running} {...(locked ? { 'aria-disabled': true } : {})}>
        {locked ? t('signIn.wait', { time: clockOf(lockedSeconds) }) : t('signIn.submit')}
      </Button>
    </form>
  );
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
}

/** Seconds left of `seconds`, counted from the change of `restart`. */
function useCountdown(seconds: number | undefined, restart: number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!seconds || restart === 0) return setLeft(0);
    const end = Date.now() + seconds * 1_000;
    const tick = (): void => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [seconds, restart]);
  return left;
}
