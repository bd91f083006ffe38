import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionKind } from '../core/rights/index.ts';
import { type ActFacts, actsOf } from './acts.ts';
import { type ChainPosition, chainFaults, defaultChain } from './chain.ts';
import { headOfRegency, printedTitle } from './labels.ts';
import { letterEvents, letterStates, transition, transitions } from './rules.ts';
import { chooseOwnPost, type HoldingMode, nameWithoutDegrees, signerLines } from './signer-lines.ts';

describe('the life of a letter', () => {
  it('has exactly these edges and no other', () => {
    const edges = letterStates.flatMap((from) =>
      letterEvents.flatMap((event) => {
        const to = transition(from, event);
        return to === null ? [] : [`${from} ${event} ${to}`];
      }),
    );
    expect(edges.sort()).toEqual(transitions.map(({ from, event, to }) => `${from} ${event} ${to}`).sort());
    expect(edges).toMatchInlineSnapshot(`
      [
        "awaiting_signature return returned",
        "awaiting_signature start_signing signing",
        "awaiting_signature withdraw draft",
        "draft cancel cancelled",
        "draft submit in_approval",
        "draft submit_to_signer awaiting_signature",
        "in_approval approve in_approval",
        "in_approval approve_last awaiting_signature",
        "in_approval return returned",
        "in_approval withdraw draft",
        "received register registered",
        "registered archive archived",
        "returned cancel cancelled",
        "returned submit in_approval",
        "returned submit_to_signer awaiting_signature",
        "sent archive archived",
        "signed send sent",
        "signing cancel cancelled",
        "signing finish_signing signed",
        "signing sign_partly signing",
        "signing start_signing signing",
      ]
    `);
  });

  it('never leaves an end, and never comes back to a draft once a number was given', () => {
    for (const end of ['cancelled', 'archived'] as const) {
      expect(letterEvents.map((event) => transition(end, event))).toEqual(letterEvents.map(() => null));
    }
    const numbered = ['signing', 'signed', 'sent'] as const;
    const reached = numbered.flatMap((state) => letterEvents.map((event) => transition(state, event)));
    expect(reached.filter((state) => state === 'draft' || state === 'returned')).toEqual([]);
  });
});

const kinds: PositionKind[] = ['regent', 'deputy_regent', 'secretary', 'unit_head', 'division_head', 'staff'];
const position = fc.record({
  id: fc.uuid(),
  title: fc.constant('Jabatan'),
  kind: fc.constantFrom(...kinds),
  holder: fc.option(fc.record({ personId: fc.uuid(), name: fc.constant('Uji') })),
}) satisfies fc.Arbitrary<ChainPosition>;
const ladder = fc.uniqueArray(position, { minLength: 1, maxLength: 8, selector: (each) => each.id });
const spec = fc.option(
  fc.record({
    approvers: fc.constantFrom('superiors' as const, 'none' as const),
    signer: fc.constantFrom('regent' as const, 'secretary' as const, 'unit_head' as const),
  }),
  { nil: undefined },
);

describe('the default chain', () => {
  it('ends at a held post that may sign, passes each post once, and never its drafter for approval', () => {
    fc.assert(
      fc.property(ladder, fc.array(position, { maxLength: 3 }), spec, (rungs, others, wanted) => {
        const chain = defaultChain(rungs, others, wanted);
        const known = new Map([...others, ...rungs].map((each) => [each.id, each]));
        if (chain === null) return;
        const asked = { stages: chain.approvers.map((id) => [id]), signers: [chain.signer] };
        // One person may hold two posts of the line: each gives its paraf, only signatures are one a person.
        expect(chainFaults(asked, known)).toEqual([]);
        expect(chain.approvers).not.toContain(rungs[0]?.id);
        const order = chain.approvers.map((id) => rungs.findIndex((each) => each.id === id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('is none when nobody could sign', () => {
    const staff: ChainPosition = { id: 'a', title: 'Staf', kind: 'staff', holder: { personId: 'p', name: 'Uji' } };
    expect(defaultChain([staff], [], undefined)).toBeNull();
  });
});

describe('acts', () => {
  const facts = fc.record({
    direction: fc.constantFrom('outgoing' as const, 'incoming' as const),
    state: fc.constantFrom(...letterStates),
    isDrafter: fc.boolean(),
    drafterName: fc.option(fc.constant('Uji')),
    mayApproveNow: fc.boolean(),
    maySign: fc.boolean(),
    signerTitle: fc.option(fc.constant('Sekretaris Daerah')),
    turn: fc.option(fc.constant('paraf Kepala Bidang (Uji) sejak 24 November 2026')),
    isRegistrar: fc.boolean(),
    isOnDispositionLine: fc.boolean(),
  }) satisfies fc.Arbitrary<ActFacts>;
  const eventsOf = {
    submit: ['submit'],
    withdraw: ['withdraw'],
    cancel: ['cancel'],
    approve: ['approve'],
    return: ['return'],
    sign: ['start_signing'],
    send: ['send'],
    register: ['register'],
  } as const;

  it('are open only where the state machine has an edge, and closed ones say why', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const { act, allowed, reason } of actsOf(given)) {
          expect(reason === null).toBe(allowed);
          const events = act in eventsOf ? eventsOf[act as keyof typeof eventsOf] : [];
          if (allowed) for (const event of events) expect(transition(given.state, event)).not.toBeNull();
        }
      }),
    );
  });

  it('of a stranger are all closed', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const stranger = {
          ...given,
          isDrafter: false,
          mayApproveNow: false,
          maySign: false,
          isRegistrar: false,
          isOnDispositionLine: false,
        };
        expect(actsOf(stranger).filter((each) => each.allowed)).toEqual([]);
      }),
    );
  });
});

describe('printed names', () => {
  const own = (title: string, mode: HoldingMode = 'definitif', between: string | null = null) => ({
    title,
    mode,
    between,
  });
  it.each([
    ['Sekretaris Daerah', 'definitif', null, ['SEKRETARIS DAERAH,']],
    ['Sekretaris Daerah', 'plt', null, ['Plt. SEKRETARIS DAERAH,']],
    ['Sekretaris Daerah', 'plh', null, ['Plh. SEKRETARIS DAERAH,']],
    ['Bupati Sumedang', 'pj', null, ['Pj. BUPATI SUMEDANG,']],
    ['Bupati Sumedang', 'pjs', null, ['Pjs. BUPATI SUMEDANG,']],
    ['Sekretaris Daerah', 'delegate', null, ['a.n. SEKRETARIS DAERAH,']],
    ['Sekretaris Daerah', 'delegate', own('Asisten Administrasi'), ['a.n. SEKRETARIS DAERAH', 'ASISTEN ADMINISTRASI,']],
    [
      'Bupati Sumedang',
      'delegate',
      own('Sekretaris Daerah', 'plh'),
      ['a.n. BUPATI SUMEDANG', 'Plh. SEKRETARIS DAERAH,'],
    ],
    [
      'Bupati Sumedang',
      'delegate',
      own('Asisten Administrasi Umum', 'definitif', 'Sekretaris Daerah'),
      ['a.n. BUPATI SUMEDANG', 'SEKRETARIS DAERAH,', 'u.b.', 'ASISTEN ADMINISTRASI UMUM,'],
    ],
  ] as const)('%s, %s, stands above the name as the rules have it', (title, mode, post, lines) => {
    expect(signerLines(title, mode, post)).toEqual(lines);
  });

  const post = (title: string, mode: HoldingMode, ...above: string[]) => ({
    title,
    kind: 'division_head',
    mode,
    above: above.map((id) => ({ id, title: `Jabatan ${id}`, kind: 'secretary' })),
  });

  it('choose the post nearest below the one signed for, and what lies between', () => {
    const asisten = post('Asisten', 'definitif', 'sekda', 'bupati');
    const camat = post('Camat', 'plt', 'bupati');
    expect(chooseOwnPost([asisten], 'bupati')).toEqual({ post: asisten, between: asisten.above[0] });
    expect(chooseOwnPost([asisten], 'sekda')).toEqual({ post: asisten, between: null });
    expect(chooseOwnPost([asisten, camat], 'bupati')).toEqual({ post: camat, between: null });
    expect(chooseOwnPost([camat], 'kadis')).toEqual({ post: camat, between: null });
    expect(chooseOwnPost([], 'bupati')).toBeNull();
  });

  it('say u.b. exactly when a post lies between, whatever is held and in whatever order', () => {
    const posts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
    const heldPost = fc.record({
      mode: fc.constantFrom<HoldingMode>('definitif', 'plt', 'plh', 'pj', 'pjs'),
      above: posts,
    });
    fc.assert(
      fc.property(
        fc.array(heldPost, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('a', 'b', 'c'),
        (given, target) => {
          const held = given.map(({ mode, above }, i) => post(`Jabatan sendiri ${i}`, mode, ...above));
          const chosen = chooseOwnPost(held, target);
          if (!chosen) throw new Error('nothing chosen');
          const distances = held
            .map(({ above }) => above.findIndex(({ id }) => id === target))
            .filter((rung) => rung >= 0);
          const rung = chosen.post.above.findIndex(({ id }) => id === target);
          if (distances.length > 0) expect(rung).toBe(Math.min(...distances));
          expect(chosen.between).toEqual(rung > 0 ? chosen.post.above[rung - 1] : null);
          const lines = signerLines('Kepala', 'delegate', {
            title: chosen.post.title,
            mode: chosen.post.mode,
            between: chosen.between?.title ?? null,
          });
          expect(lines.includes('u.b.')).toBe(rung > 0);
          expect(lines[0]).toBe('a.n. KEPALA');
          expect(lines.at(-1)).toMatch(/JABATAN SENDIRI \d,$/);
          expect(chooseOwnPost([...held].reverse(), target)?.post.above).toEqual(chosen.post.above);
        },
      ),
    );
  });

  it.each([
    ['Dr. Laras Wiradinata, M.Si.', 'LARAS WIRADINATA'],
    ['Prof. Dr. Ir. Bayu Santika, M.T., Ph.D.', 'BAYU SANTIKA'],
    ['H. Dewi Anggraeni', 'H. DEWI ANGGRAENI'],
    ['ARGA PURWASASMITA', 'ARGA PURWASASMITA'],
  ])('of %s on a regulation is %s', (name, printed) => {
    expect(nameWithoutDegrees(name)).toBe(printed);
  });

  it('call the head of a regency with its name', () => {
    expect(printedTitle({ title: 'Bupati', kind: 'regent' }, 'Kabupaten Sumedang')).toBe('Bupati Sumedang');
    expect(printedTitle({ title: 'Bupati Sumedang', kind: 'regent' }, 'Kabupaten Sumedang')).toBe('Bupati Sumedang');
    expect(printedTitle({ title: 'Camat Wado', kind: 'unit_head' }, 'Kabupaten Sumedang')).toBe('Camat Wado');
    expect(headOfRegency({ name: 'Kota Cimahi', kind: 'kota' })).toBe('Wali Kota Cimahi');
  });
});
