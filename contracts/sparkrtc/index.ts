/** SparkRTC single-stream recording: the published `soundcheck/contracts/sparkrtc`. */
export * from './callback.ts';
export * from './clauses.ts';
export * from './consistency.ts';
export * from './contract.ts';
export * from './dialects.ts';
export * from './download-url.ts';
export * from './limits.ts';
export * from './name-pattern.ts';
export * from './object-key.ts';
export * from './read-recording-rule.ts';
export * from './reading.ts';
export * from './recording-rule.ts';
export * from './signature.ts';
export * from './stream-name.ts';
export * from './wire-time.ts';
export * from './write-recording-rule.ts';
