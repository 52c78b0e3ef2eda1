import type { Subject } from '../experiment.ts';
import type { Observed } from '../observation.ts';

/** Reads the receiver's state for one room, task or user. */
export interface Observer {
  /** For reports: where the state comes from, without credentials and query values. */
  readonly source: string;
  /** Two subjects with equal addresses are one question. */
  address(subject: Subject): string;
  /** Never rejects: what does not work is `failed`, with the reason. */
  observe(subject: Subject, signal: AbortSignal): Promise<Observed>;
}

/** States are read up to this many bytes. */
export const stateBytesMax = 8 * 1024 * 1024;

/** The placeholders an observation template may hold. */
export const placeholders = ['appId', 'roomId', 'taskId', 'userId'] as const;
export type Placeholder = (typeof placeholders)[number];

/** Fills `{roomId}` and its like, each value passed through `escape`. */
export function fillTemplate(
  template: string,
  subject: Subject,
  escape: (value: string) => string,
): string {
  return template.replace(/\{(appId|roomId|taskId|userId)\}/gu, (_, name: Placeholder) =>
    escape(subject[name]),
  );
}

/** Whether a template asks for something that differs between rooms, so that deliveries can be told apart. */
export function isSpecific(template: string): boolean {
  return /\{(?:roomId|taskId|userId)\}/u.test(template);
}
