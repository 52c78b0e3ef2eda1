/** GME server-side recording: the published `soundcheck/contracts/gme`. */
export * from './callback.ts';
export * from './clauses.ts';
export * from './contract.ts';
export * from './dialects.ts';
export * from './limits.ts';
export * from './name-time.ts';
export * from './object-key.ts';
export * from './reading.ts';
export * from './recording-rules.ts';
export type * from './session.ts';
export * from './signature.ts';
