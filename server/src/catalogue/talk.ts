import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { catalogueProblems as problems } from './problems.ts';
import { callFunction } from './repository.ts';
import type { AnswerInput, OfferAnswer, RatingInput } from './schema.ts';

const utc = sql`at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Ratings of an offer whose givers we may know, newest first. */
export async function listRatings(read: TenantRead, offerId: string, us: string): Promise<OfferAnswer['ratings']> {
  const rows = await read.execute<{ slug: string; name: string; stars: number; word: string | null; at: string }>(
    sql`select t.slug, t.name, r.stars, r.word, to_char(r.updated_at ${utc}) as at
      from platform.offer_ratings r join platform.tenants t on t.slug = r.tenant_slug
      where r.offer_id = ${offerId}::uuid order by r.updated_at desc, t.slug`,
  );
  return rows.map(({ slug, name, ...rest }) => ({ by: { slug, name }, ...rest, isOurs: slug === us }));
}

type Contribution = { id: string; slug: string; name: string; author: string; text: string; at: string };
const view = ({ id, slug, name, author, text, at }: Contribution) => ({ id, by: { slug, name }, author, text, at });

/** Questions on an offer with their answers, oldest first. */
export async function listQuestions(read: TenantRead, offerId: string): Promise<OfferAnswer['questions']> {
  const [questions, answers] = await Promise.all([
    read.execute<Contribution>(sql`select q.id, t.slug, t.name, q.author, q.text, to_char(q.created_at ${utc}) as at
      from platform.offer_questions q join platform.tenants t on t.slug = q.tenant_slug
      where q.offer_id = ${offerId}::uuid order by q.id limit 200`),
    read.execute<Contribution & { questionId: string }>(sql`select a.id, a.question_id as "questionId", t.slug, t.name,
        a.author, a.text, to_char(a.created_at ${utc}) as at
      from platform.offer_answers a join platform.offer_questions q on q.id = a.question_id
      join platform.tenants t on t.slug = a.tenant_slug
      where q.offer_id = ${offerId}::uuid order by a.id limit 1000`),
  ]);
  return questions.map((question) => ({
    ...view(question),
    answers: answers.filter(({ questionId }) => questionId === question.id).map(view),
  }));
}

const ended = () =>
  problem(problems.agreementEnded, {
    detail: 'Menilai, bertanya, dan menjawab dapat dilakukan selama kesepakatannya berlaku.',
  });
const missing = () => problem(problems.offerNotFound);

export async function rateOffer(tx: TenantTx, id: string, { stars, word }: RatingInput, actor: string): Promise<void> {
  const query = sql`select platform.rate_offer(${id}::uuid, ${stars}::integer, ${word ?? null}, ${actor},
    ${newId()}::uuid)::text as id`;
  await callFunction(tx, query, missing(), ended());
}

/** @returns the question's id */
export async function askAbout(tx: TenantTx, offerId: string, text: string, actor: string): Promise<string> {
  const id = newId();
  const query = sql`select platform.ask_about_offer(${id}::uuid, ${offerId}::uuid, ${text}, ${actor},
    ${newId()}::uuid)::text as id`;
  await callFunction(tx, query, missing(), ended());
  return id;
}

export async function answerQuestion(
  tx: TenantTx,
  offerId: string,
  { questionId, text }: AnswerInput,
  actor: string,
): Promise<void> {
  const query = sql`select platform.answer_question(${newId()}::uuid, ${questionId}::uuid, ${text}, ${actor},
    ${newId()}::uuid) as id`;
  const answered = await callFunction(tx, query, missing(), ended());
  // A question of another offer: nothing of this is kept.
  if (answered !== offerId) throw missing();
}
