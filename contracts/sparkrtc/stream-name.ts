import { limits } from './limits.ts';

/** What of a user is recorded: the camera with sound, or the screen without. */
export const streamMedia = ['camera', 'screen'] as const;
export type StreamMedia = (typeof streamMedia)[number];

/** One recorded stream: whose it is and how its recording was started. Identifiers are not empty. */
export type SparkStream =
  | {
      readonly kind: 'automatic';
      readonly appId: string;
      readonly roomId: string;
      readonly userId: string;
      readonly media: StreamMedia;
    }
  | {
      readonly kind: 'single';
      readonly jobId: string;
      readonly roomId: string;
      readonly userId: string;
    }
  | { readonly kind: 'mixed'; readonly jobId: string; readonly roomId: string };

const mediaEndings: Readonly<Record<StreamMedia, string>> = { camera: 'av_m', screen: 'v_a' };

/**
 * The stream's name as callbacks and object keys carry it: automatic `appid_roomid_userid_av_m` (or `_v_a`), through the
 * API `s_jobid_roomid_userid` and `m_jobid_roomid`. Underscores in identifiers are not escaped.
 * Clauses `streamNameAutomatic`, `streamNameSingle`, `streamNameMixed`.
 */
export function formatStreamName(stream: SparkStream): string {
  switch (stream.kind) {
    case 'automatic':
      return [stream.appId, stream.roomId, stream.userId, mediaEndings[stream.media]].join('_');
    case 'single':
      return ['s', stream.jobId, stream.roomId, stream.userId].join('_');
    case 'mixed':
      return ['m', stream.jobId, stream.roomId].join('_');
  }
}

/** What a callback's own fields say of its stream; each one that is known leaves fewer ways to read the name. */
export interface KnownIdentity {
  readonly appId?: string | undefined;
  readonly jobId?: string | undefined;
  readonly roomId?: string | undefined;
}

/**
 * Every stream that has this name and agrees with what is known; never a guess. With the room known there is at most
 * one of each kind; without it, underscores in room and user IDs leave several. Application and job ids that are not
 * known are taken to have no underscore, as in all samples. Empty for names of another form.
 * Clauses `identityFields`, `identifiers`.
 */
export function readStreamName(name: string, known: KnownIdentity = {}): readonly SparkStream[] {
  return [...automaticStreams(name, known), ...apiStreams(name, known)];
}

function automaticStreams(name: string, known: KnownIdentity): readonly SparkStream[] {
  return streamMedia.flatMap((media) => {
    const ending = `_${mediaEndings[media]}`;
    const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : '';
    return splitHead(stem, known.appId).flatMap(([appId, owner]) =>
      splitOwner(owner, known.roomId).map(([roomId, userId]): SparkStream => ({
        kind: 'automatic',
        appId,
        roomId,
        userId,
        media,
      })),
    );
  });
}

function apiStreams(name: string, known: KnownIdentity): readonly SparkStream[] {
  const type = name.slice(0, 2);
  return splitHead(name.slice(2), known.jobId).flatMap(([jobId, owner]): readonly SparkStream[] => {
    if (type === 's_') {
      return splitOwner(owner, known.roomId).map(([roomId, userId]): SparkStream => ({
        kind: 'single',
        jobId,
        roomId,
        userId,
      }));
    }
    return type === 'm_' && (known.roomId ?? owner) === owner
      ? [{ kind: 'mixed', jobId, roomId: owner }]
      : [];
  });
}

/** The text before the first underscore, or the given one, and what follows it; neither is empty. */
function splitHead(
  text: string,
  head = text.slice(0, Math.max(0, text.indexOf('_'))),
): readonly (readonly [head: string, rest: string])[] {
  const rest = text.slice(head.length + 1);
  return head !== '' && rest !== '' && text.startsWith(`${head}_`) ? [[head, rest]] : [];
}

/** Every room and user that the text may stand for, in the order of its underscores; one at most for a given room. */
function splitOwner(
  owner: string,
  roomId: string | undefined,
): readonly (readonly [roomId: string, userId: string])[] {
  if (roomId !== undefined) {
    return splitHead(owner, roomId);
  }
  const splits: (readonly [string, string])[] = [];
  for (
    let at = owner.indexOf('_', 1);
    at > 0 && at < owner.length - 1;
    at = owner.indexOf('_', at + 1)
  ) {
    splits.push([owner.slice(0, at), owner.slice(at + 1)]);
  }
  return splits;
}

/** Whether a text may be a room or user ID: 1 to 64 letters, digits, underscores and hyphens. Clause `identifiers`. */
export function isIdentifier(text: string): boolean {
  return text.length <= limits.identifierBytesMax && /^[\w-]+$/u.test(text);
}
