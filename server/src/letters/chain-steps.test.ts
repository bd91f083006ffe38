import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chain, type ChainPosition, chainFaults } from './chain.ts';
import { afterStep, type ChainStep, layOut, turnsOf } from './chain-steps.ts';
import { type LetterState, transition } from './rules.ts';

/** A letter on its way, as the database holds it, without the database: the same rules in the same order. */
interface World {
  state: LetterState;
  rounds: ChainStep[][];
  /** Who acted on what, in order: `round:ordinal`, by which person. */
  acted: { round: number; ordinal: number; by: string; end: 'done' | 'returned' }[];
  /** Who acts for a position now: its holder, and delegates while they are. */
  deputies: Map<string, Set<string>>;
}

const move = (world: World, event: Parameters<typeof transition>[1]): void => {
  const to = transition(world.state, event);
  if (to === null) throw new Error(`${event} in ${world.state}`);
  world.state = to;
};
const current = (world: World): ChainStep[] => world.rounds.at(-1) ?? [];
const actsFor = (world: World, person: string, positionId: string): boolean =>
  person === `holder of ${positionId}` || (world.deputies.get(positionId)?.has(person) ?? false);

function submit(world: World, chain: Chain): void {
  const steps = layOut(chain);
  move(world, steps[0]?.act === 'sign' ? 'submit_to_signer' : 'submit');
  world.rounds.push(steps);
}

function stepOf(world: World, person: string, act?: ChainStep['act']): ChainStep | undefined {
  return turnsOf(current(world)).find(
    (step) => (act === undefined || step.act === act) && actsFor(world, person, step.positionId),
  );
}

function end(world: World, step: ChainStep, by: string, state: 'done' | 'returned'): void {
  world.acted.push({ round: world.rounds.length, ordinal: step.ordinal, by, end: state });
  step.state = state;
}

function approve(world: World, person: string): void {
  const steps = current(world);
  const step = stepOf(world, person, 'approve');
  if (!step) return;
  const { begins, open } = afterStep(steps, step);
  end(world, step, person, 'done');
  for (const each of begins) each.state = 'turn';
  move(world, open[0]?.act === 'sign' ? 'approve_last' : 'approve');
}

function sign(world: World, person: string): void {
  const steps = current(world);
  const step = stepOf(world, person, 'sign');
  if (!step) return;
  move(world, 'start_signing');
  const { begins } = afterStep(steps, step);
  end(world, step, person, 'done');
  for (const each of begins) each.state = 'turn';
  if (begins.length === 0) move(world, 'finish_signing');
}

const close = (world: World): void => {
  for (const step of current(world)) if (step.state === 'waiting' || step.state === 'turn') step.state = 'skipped';
};

function giveBack(world: World, person: string): void {
  const step = transition(world.state, 'return') === null ? undefined : stepOf(world, person);
  if (!step) return;
  end(world, step, person, 'returned');
  close(world);
  move(world, 'return');
}

function withdraw(world: World): void {
  if (transition(world.state, 'withdraw') === null) return;
  close(world);
  move(world, 'withdraw');
}

const positions = Array.from({ length: 9 }, (_, index) => `p${index}`);
const chains = fc
  .tuple(
    fc.shuffledSubarray(positions, { minLength: 1 }),
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  )
  .map(([line, signers, together]): Chain => {
    const split = Math.max(0, line.length - signers);
    const stages: string[][] = [];
    line.slice(0, split).forEach((id, index) => {
      const last = stages.at(-1);
      if (last && together[index]) last.push(id);
      else stages.push([id]);
    });
    return { stages, signers: line.slice(split) };
  });

type Act =
  | { kind: 'submit'; chain: Chain }
  | { kind: 'approve' | 'return' | 'sign'; person: string }
  | { kind: 'next' | 'next returns' }
  | { kind: 'withdraw' }
  | { kind: 'delegate' | 'recall'; positionId: string; to: string };
const people = positions.map((id) => `holder of ${id}`);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('submit' as const), chain: chains }),
  fc.record({
    kind: fc.constantFrom('approve' as const, 'return' as const, 'sign' as const),
    person: fc.constantFrom(...people, 'stranger'),
  }),
  // Whoever has the turn acts, so that chains also come to their end.
  { weight: 40, arbitrary: fc.constant({ kind: 'next' as const }) },
  fc.constant({ kind: 'next returns' as const }),
  fc.constant({ kind: 'withdraw' as const }),
  fc.record({
    kind: fc.constantFrom('delegate' as const, 'recall' as const),
    positionId: fc.constantFrom(...positions),
    to: fc.constantFrom(...people),
  }),
);

function perform(world: World, asked: Act): void {
  switch (asked.kind) {
    case 'submit':
      if (world.state === 'draft' || world.state === 'returned') submit(world, asked.chain);
      return;
    case 'next':
    case 'next returns': {
      const [step] = turnsOf(current(world));
      if (!step) return;
      const deputy = [...(world.deputies.get(step.positionId) ?? [])][0] ?? `holder of ${step.positionId}`;
      if (asked.kind === 'next returns') giveBack(world, deputy);
      else if (step.act === 'approve') approve(world, deputy);
      else sign(world, deputy);
      return;
    }
    case 'approve':
      if (world.state === 'in_approval') approve(world, asked.person);
      return;
    case 'sign':
      if (transition(world.state, 'start_signing') !== null) sign(world, asked.person);
      return;
    case 'return':
      giveBack(world, asked.person);
      return;
    case 'withdraw':
      withdraw(world);
      return;
    default: {
      const deputies = world.deputies.get(asked.positionId) ?? new Set();
      if (asked.kind === 'delegate') deputies.add(asked.to);
      else deputies.delete(asked.to);
      world.deputies.set(asked.positionId, deputies);
    }
  }
}

function holdsTogether(world: World): void {
  const steps = current(world);
  const turns = turnsOf(steps);
  const waiting = steps.filter((step) => step.state === 'waiting');
  // The turn is at the lowest stage that is open, and at no other.
  expect(new Set(turns.map((step) => step.stage)).size).toBeLessThanOrEqual(1);
  for (const step of turns) for (const each of waiting) expect(step.stage).toBeLessThan(each.stage);
  for (const step of turns) {
    expect(steps.filter((each) => each.stage < step.stage).every((each) => each.state === 'done')).toBe(true);
  }
  // Somebody has the turn exactly while the letter is underway, for the act that its state asks for.
  const isUnderway = ['in_approval', 'awaiting_signature', 'signing'].includes(world.state);
  expect(turns.length > 0).toBe(isUnderway);
  for (const step of turns) expect(step.act).toBe(world.state === 'in_approval' ? 'approve' : 'sign');
  // Never signed, not even begun, without every paraf of its round.
  if (world.state === 'signing' || world.state === 'signed') {
    expect(steps.filter((step) => step.act === 'approve').every((step) => step.state === 'done')).toBe(true);
  }
  if (world.state === 'signed') expect(steps.every((step) => step.state === 'done')).toBe(true);
  // Only the last round can be open.
  for (const round of world.rounds.slice(0, -1)) {
    expect(round.every((step) => step.state !== 'turn' && step.state !== 'waiting')).toBe(true);
  }
  // No step is acted on twice.
  const acted = world.acted.map(({ round, ordinal }) => `${round}:${ordinal}`);
  expect(new Set(acted).size).toBe(acted.length);
  // Reasons for a return stay with the step that gave them.
  for (const { round, ordinal, end: how } of world.acted) {
    expect(world.rounds[round - 1]?.find((step) => step.ordinal === ordinal)?.state).toBe(how);
  }
}

describe('a chain', () => {
  it('holds together, whatever people do in whatever order', () => {
    const ends = { signed: 0, returned: 0 };
    fc.assert(
      fc.property(chains, fc.array(act, { minLength: 10, maxLength: 60 }), (first, acts) => {
        const world: World = { state: 'draft', rounds: [], acted: [], deputies: new Map() };
        perform(world, { kind: 'submit', chain: first });
        holdsTogether(world);
        for (const asked of acts) {
          const before = world.acted.length;
          perform(world, asked);
          holdsTogether(world);
          for (const { round, ordinal, by } of world.acted.slice(before)) {
            const step = world.rounds[round - 1]?.find((each) => each.ordinal === ordinal);
            expect(actsFor(world, by, step?.positionId ?? '')).toBe(true);
          }
        }
        if (world.state === 'signed') ends.signed += 1;
        if (world.acted.some((each) => each.end === 'returned')) ends.returned += 1;
      }),
      { numRuns: 400 },
    );
    // The property means nothing if chains never come to an end.
    expect(ends.signed).toBeGreaterThan(20);
    expect(ends.returned).toBeGreaterThan(20);
  });

  it('gives each position one step, stages in the order asked for, signatures last and one by one', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const steps = layOut(chain);
        expect(steps.map((step) => step.positionId)).toEqual([...chain.stages.flat(), ...chain.signers]);
        expect(steps.map((step) => step.ordinal)).toEqual(steps.map((_, index) => index + 1));
        const signatures = steps.filter((step) => step.act === 'sign');
        expect(new Set(signatures.map((step) => step.stage)).size).toBe(signatures.length);
        expect(Math.max(...steps.map((step) => step.stage))).toBe(chain.stages.length + chain.signers.length);
      }),
    );
  });
});

describe('what is wrong with a chain', () => {
  const post = (id: string, personId: string | null = `holder of ${id}`): ChainPosition => ({
    id,
    title: `Jabatan ${id}`,
    kind: 'unit_head',
    holder: personId === null ? null : { personId, name: personId },
  });
  const known = new Map(
    [post('a'), post('b'), post('c'), post('d', 'holder of c'), post('e', null)].map((p) => [p.id, p]),
  );
  it.each<[string, Chain, string[]]>([
    ['nothing', { stages: [['a', 'b']], signers: ['c'] }, []],
    ['a post twice in a group', { stages: [['a', 'b', 'a']], signers: ['c'] }, ['approvers.0.2']],
    ['a post twice in the line', { stages: [['a'], ['b'], ['a']], signers: ['c'] }, ['approvers.2']],
    ['a signer who also approves', { stages: [['a', 'c']], signers: ['b', 'c'] }, ['approvers.0.1']],
    ['an empty and an unknown post', { stages: [['e'], ['x']], signers: ['a'] }, ['approvers.0', 'approvers.1']],
    ['a signer twice', { stages: [], signers: ['a', 'b', 'a'] }, ['signers.2']],
    ['one person on two signing posts', { stages: [], signers: ['c', 'd'] }, ['signers.1']],
  ])('%s', (_, chain, paths) => {
    expect(chainFaults(chain, known).map((fault) => fault.path)).toEqual(paths);
  });
});
