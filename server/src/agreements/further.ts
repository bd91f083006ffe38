import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { type Act, refuseFaults } from './acting.ts';
import { addComment, recordCouncil, resolveComment } from './commands.ts';
import { demandFurtherAct, loadAgreement } from './loading.ts';
import type { CommentInput, CouncilInput } from './schema.ts';

/** Speaking of a draft clause by clause, and what each party's council decided. */
export function createFurtherActs({ tenancy }: { tenancy: Tenancy }, act: Act) {
  return {
    /** A remark on a clause or the whole draft, or an answer to one. @throws agreement_state, agreement_invalid */
    async comment(ctx: OfficeContext, id: string, { clause, replyTo, text }: CommentInput): Promise<void> {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandFurtherAct(ctx, loaded, 'comment');
      if (clause !== null && !loaded.row.content.clauses.some(({ title }) => title === clause)) {
        refuseFaults([{ path: 'clause', message: 'tidak ada pasal dengan judul ini' }]);
      }
      const comment = { id: newId(), clause, replyTo, text };
      await act(ctx, id, 'agreement.commented', { commentId: comment.id, clause, replyTo }, (tx) =>
        addComment(tx, id, comment, ctx.actor.name),
      );
    },

    /** @throws agreement_state, agreement_not_found for a comment of another agreement */
    async resolve(ctx: OfficeContext, id: string, commentId: string): Promise<void> {
      demandFurtherAct(ctx, await loadAgreement(tenancy, ctx, id), 'comment');
      await act(ctx, id, 'agreement.comment_resolved', { commentId }, (tx) =>
        resolveComment(tx, id, commentId, ctx.actor.name),
      );
    },

    /** Whether this regency's council must approve, its letter, or why it was passed over. @throws agreement_state */
    async council(ctx: OfficeContext, id: string, input: CouncilInput): Promise<void> {
      demandFurtherAct(ctx, await loadAgreement(tenancy, ctx, id), 'council');
      await act(ctx, id, 'agreement.council_recorded', { ...input }, (tx) =>
        recordCouncil(tx, id, input, ctx.actor.name),
      );
    },
  };
}
