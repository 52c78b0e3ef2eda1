/** The state oracle of SparkRTC: what a receiver must know after callbacks came as they may come. */
export * from './state/conservation.ts';
export * from './state/convergence.ts';
export * from './state/identity.ts';
export * from './state/missing-fields.ts';
export * from './state/prediction.ts';
export * from './state/progress.ts';
export * from './state/retention.ts';
export * from './state/times.ts';
