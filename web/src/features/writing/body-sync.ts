import { Step } from '@tiptap/pm/transform';
import type { Editor } from '@tiptap/react';
import {
  keptOf,
  type RemoteStep,
  receive,
  sendable,
  sentDoc,
  stepBetween,
  togetherState,
} from '../../components/editor/together.ts';
import { watchChanges } from '../../lib/events.ts';
import { asProblem, type Problem } from '../../lib/problem.ts';
import { sendSteps, stepsSince } from './api/together.ts';
import { dropKept, keep } from './kept-words.ts';
import type { SaveState } from './use-autosave.ts';

/** Rest after the last stroke before words are sent. */
const restMs = 300;
const retryMs = [1_000, 2_000, 5_000, 10_000, 20_000];
/** Also without a hint, since one can be missed. */
const lookMs = 30_000;

type Missed = { version: number; clientId: string; step: Record<string, unknown> }[];

/**
 * Keeps an editor and the server's body the same: sends what is typed here, takes in what is typed elsewhere, and tries
 * again until the line is back. What was not sent yet survives a reload of the page.
 */
export class BodySync {
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private behind = false;
  private ended = false;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly editor: Editor,
    private readonly letterId: string,
    readonly clientId: string,
    private readonly report: (state: SaveState) => void,
  ) {
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged || !this.isUnsent()) return;
      keep(letterId, keptOf(editor.state, clientId));
      this.report({ kind: 'waiting', at: new Date(), problem: null });
      this.soon(restMs);
    };
    editor.on('transaction', changed);
    const stopWatching = watchChanges((change) => {
      if (change.topic === 'resync' || (change.topic === 'drafts' && change.id === letterId)) this.look();
    });
    const online = () => this.soon(0);
    addEventListener('online', online);
    const interval = setInterval(() => this.look(), lookMs);
    this.stops.push(
      () => editor.off('transaction', changed),
      stopWatching,
      () => removeEventListener('online', online),
      () => clearInterval(interval),
    );
    if (this.isUnsent()) this.soon(0);
    else this.look();
  }

  isUnsent(): boolean {
    return togetherState(this.editor.state).unsent.length > 0;
  }

  /** Asks for what others wrote. */
  look(): void {
    this.behind = true;
    this.soon(0);
  }

  private soon(ms: number): void {
    if (this.ended) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // What went wrong was reported, and is tried again.
      this.flush().catch(() => undefined);
    }, ms);
  }

  /** Sends until all is there, and takes in what is missing. @throws Problem what stood in the way */
  flush(): Promise<void> {
    this.running ??= this.exchange().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async exchange(): Promise<void> {
    try {
      while (!this.ended && (this.behind || this.isUnsent())) {
        if (this.behind) {
          this.behind = false;
          await this.pull();
        }
        await this.push();
      }
      this.attempts = 0;
      dropKept(this.letterId);
      this.report({ kind: 'saved', at: new Date(), problem: null });
    } catch (error) {
      const problem = asProblem(error);
      this.report({ kind: 'failed', at: new Date(), problem });
      if (!isFinal(problem)) {
        this.behind = true;
        this.soon(retryMs[Math.min(this.attempts, retryMs.length - 1)] ?? 20_000);
        this.attempts += 1;
      }
      throw problem;
    }
  }

  private async push(): Promise<void> {
    const sent = sendable(this.editor.state);
    if (!sent) return;
    this.report({ kind: 'saving', at: new Date(), problem: null });
    const steps = sent.steps.map((step) => step.toJSON() as Record<string, unknown>);
    try {
      await sendSteps(this.letterId, { bodyVersion: sent.version, clientId: this.clientId, steps });
      this.take(sent.steps.map((step) => ({ step, clientId: this.clientId })));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== 'body_behind') throw problem;
      const missed = problem.extra.steps as Missed | null | undefined;
      if (missed) this.takeMissed(missed);
      else await this.pull();
    }
  }

  private async pull(): Promise<void> {
    const { version } = togetherState(this.editor.state);
    const answer = await stepsSince(this.letterId, version);
    // While the answer was on its way the version may have moved on.
    if (togetherState(this.editor.state).version !== version) return;
    if (answer.steps) this.takeMissed(answer.steps);
    else if (answer.body) this.takeWhole(answer.body, answer.bodyVersion);
    if (this.editor.isEditable && !answer.editable) this.editor.setEditable(false);
  }

  private takeMissed(missed: Missed): void {
    const { schema } = this.editor;
    if (missed.length > 0)
      this.take(missed.map(({ step, clientId }) => ({ step: Step.fromJSON(schema, step), clientId })));
  }

  /** The body was replaced by other means: taken in as one change, so that what was typed here stays. */
  private takeWhole(body: unknown, version: number): void {
    const { editor } = this;
    const step = stepBetween(sentDoc(editor.state), editor.schema.nodeFromJSON(body));
    this.take(step ? [{ step, clientId: 'other' }] : [], version);
  }

  private take(remotes: RemoteStep[], version?: number): void {
    const { editor } = this;
    const { transaction, rescue } = receive(editor.state, remotes, this.clientId, version);
    editor.view.dispatch(transaction);
    const saved = rescue(editor.state);
    if (saved) editor.view.dispatch(saved);
  }

  /** Ends with a last attempt to send. */
  close(): void {
    clearTimeout(this.timer);
    if (this.isUnsent()) this.flush().catch(() => undefined);
    for (const stop of this.stops) stop();
    // The attempt above goes on; nothing new is planned.
    setTimeout(() => {
      this.ended = true;
    }, 0);
  }
}

/** Trying again would not help: the letter went its way, or the words cannot be in a letter. */
const isFinal = ({ status }: Problem): boolean =>
  status >= 400 && status < 500 && ![401, 408, 409, 429].includes(status);
