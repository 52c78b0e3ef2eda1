import { createHash } from 'node:crypto';
import type { CheckId, Profile } from '../check.ts';
import { SoundcheckError } from '../errors.ts';
import type { ShardMark } from '../result.ts';
import type { RunOptions } from './run.ts';
import { withNeeds, type CheckPlan } from './select-checks.ts';

/** One part of a run: number `index` of `of`, both from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A shard with what the front end wants all parts of its run to have in common, as texts by name; null: not given. */
export interface ShardOrder extends Shard {
  readonly common: Readonly<Record<string, string | null>>;
}

/** A shard's share: what it runs, and which of these checks are its own; the others run because its own need them. */
export interface ShardPlan extends CheckPlan {
  readonly own: ReadonlySet<CheckId>;
}

/** More shards than this are a mistake. */
const shardsMax = 1000;

/** Reads `2/3`. @throws SoundcheckError CONFIGURATION for anything else. */
export function readShard(text: string): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? []).map(Number);
  if (index < 1 || of < 1 || index > of || of > shardsMax) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `--shard is no part of a whole: ${JSON.stringify(text)}`,
      'Write number and total, for instance 2/3: the second of three shards.',
    );
  }
  return { index, of };
}

/**
 * Deals the checks of a plan among shards: every check is one shard's own, whatever the machine, and each shard runs
 * besides what its own checks need. Active checks go round one by one, which spreads areas and costs; those over the
 * bucket stay together with those that write to it, since a bucket is looked through once for all of them, and what is
 * laid there for a moment must not be there while another shard looks.
 * @throws SoundcheckError CONFIGURATION where there are more shards than can be dealt to.
 */
export function dealShard({ active, archive }: CheckPlan, { index, of }: Shard): ShardPlan {
  const writing = active.filter(({ profile }) => profile === 'recovery');
  const bucket = [...writing, ...archive].map(({ id }) => id);
  const others = active.filter((check) => !writing.includes(check)).map(({ id }) => [id]);
  const cards = bucket.length === 0 ? others : [bucket, ...others];
  if (of > cards.length) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the checks of this run can be dealt among ${String(cards.length)} shards at most, not ${String(of)}`,
      'Ask for fewer shards: one without a check would say nothing.',
    );
  }
  const own = new Set(cards.filter((_, place) => place % of === index - 1).flat());
  const known = [...active, ...archive];
  const run = withNeeds(
    known.filter(({ id }) => own.has(id)),
    known,
  );
  return {
    own,
    active: active.filter(({ id }) => run.has(id)),
    archive: archive.filter(({ id }) => run.has(id)),
  };
}

/** What a shard's report says of the run that it is a part of. */
export function markOf(
  { index, of, common }: ShardOrder,
  options: Pick<RunOptions, 'profiles' | 'only' | 'runs' | 'failOn' | 'waivers'>,
  supported: readonly Profile[],
  lost: string | null,
): ShardMark {
  const settings: ShardMark['settings'] = {
    profiles: options.profiles,
    supported,
    only: options.only,
    runs: options.runs,
    failOn: options.failOn,
    waivers: options.waivers,
    common,
  };
  const run = createHash('sha256').update(JSON.stringify({ of, settings })).digest('hex');
  return { index, of, run, settings, lost };
}
