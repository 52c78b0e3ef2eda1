/** TRTC on-cloud recording: the published `soundcheck/contracts/trtc`. */
export * from './callback.ts';
export * from './canvas.ts';
export * from './clauses.ts';
export * from './contract.ts';
export * from './delivery-law.ts';
export * from './dialects.ts';
export * from './layout.ts';
export * from './limits.ts';
export * from './merge-sections.ts';
export * from './name-id.ts';
export * from './name-time.ts';
export * from './object-key.ts';
export * from './reading.ts';
export * from './recording-rules.ts';
export * from './room.ts';
export * from './signature.ts';
export * from './task-truth.ts';
