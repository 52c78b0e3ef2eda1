/** The state oracle of TRTC: what a receiver must know after callbacks came as they may come. */
export * from './state/concurrency.ts';
export * from './state/conservation.ts';
export * from './state/convergence.ts';
export * from './state/forms.ts';
export * from './state/identity.ts';
export * from './state/kinds.ts';
export * from './state/outcomes.ts';
export * from './state/prediction.ts';
export * from './state/progress.ts';
export * from './state/retention.ts';
