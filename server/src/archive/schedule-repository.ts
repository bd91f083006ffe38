import { sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { RetentionRule, RetentionStart } from './retention.ts';
import type { RuleAnswer } from './schema.ts';

export type RuleRow = RuleAnswer;
export interface Schedule {
  rules: RuleRow[];
  start: RetentionStart;
}

/** All rules by code, and from when years count. A regency has some thousands of rules at most. */
export async function findSchedule(read: TenantRead): Promise<Schedule> {
  const [rules, settings] = await Promise.all([
    read.execute<{ [K in keyof RuleRow]: RuleRow[K] }>(sql`select r.id, r.classification, c.name,
        r.active_years as "activeYears", r.inactive_years as "inactiveYears", r.disposition,
        r.trigger_text as "triggerText", r.note, r.legal_basis as "legalBasis", r.confirmed, r.updated_at as "updatedAt"
      from retention_rules r left join platform.classifications c on c.code = r.classification
      order by string_to_array(r.classification, '.')::int[]`),
    read.execute<{ start: RetentionStart }>(sql`select retention_start as start from archive_settings`),
  ]);
  const rows = rules.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));
  return { rules: rows, start: settings[0]?.start ?? 'closing' };
}

/** What stands at a dossier of the rule that counts for it. */
export const shortRule = (rule: RetentionRule & { confirmed: boolean }) => ({
  classification: rule.classification,
  activeYears: rule.activeYears,
  inactiveYears: rule.inactiveYears,
  disposition: rule.disposition,
  triggerText: rule.triggerText,
  confirmed: rule.confirmed,
});
