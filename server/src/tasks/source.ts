import type { OfficeTenant } from '../core/http/context.ts';
import type { Actor } from '../core/rights/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';

/** One thing that waits for a person, with the one next act. */
export interface Task {
  /** Of the letter, disposition, agreement … */
  id: string;
  /** What kind of waiting it is, such as `letter_sign`; counted per kind. */
  kind: string;
  subject: string;
  /** Who asks: a person or an office, as shown. */
  from: string | null;
  since: Date;
  dueAt: Date | null;
  urgency: 'biasa' | 'segera' | 'amat_segera';
  secrecy: 'biasa' | 'terbatas' | 'rahasia' | 'sangat_rahasia';
  act: {
    /** An act's name, such as `sign`; the interface has the word for it. */
    verb: string;
    /** Path in the web, such as `/letters/<id>`. */
    target: string;
  };
  /** What the act should say it saw. */
  version?: number;
  /** What the asker says: why it came back, what is to be done. Never the words of a secret letter. */
  note?: string | null;
}

/** An act of the person's own that ended somebody's waiting. */
export interface Done {
  /** As the log calls it, such as `letter.approved`. */
  action: string;
  at: Date;
  /** Of the letter. */
  id: string;
  subject: string;
  secrecy: Task['secrecy'];
}

/** What a capability tells of a person's day, the latest first. Registered in app.ts like the sources of tasks. */
export interface DoneSource {
  /** @param since the beginning of the day in the regency's zone */
  list(read: TenantRead, question: TaskQuestion & { since: Date }): Promise<Done[]>;
}

export interface TaskQuestion {
  tenant: OfficeTenant;
  actor: Actor;
  now: Date;
  /** The date of `now` in the regency's zone. */
  today: string;
  /** At most so many are wanted, most urgent first. */
  limit: number;
}

/** What a capability contributes to "Perlu Anda". Registered in app.ts, so that no capability knows another. */
export interface TaskSource {
  /** The kinds that it gives, so that a kind without tasks is counted as zero. */
  kinds: readonly string[];
  list(read: TenantRead, question: TaskQuestion): Promise<Task[]>;
}
