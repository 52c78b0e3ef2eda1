/**
 * fast-check arbitraries of SparkRTC's single-stream recording: conforming sessions and what comes of them, hostile
 * deliveries and spellings, and single-defect variants of requests.
 */
export * from './archive.ts';
export * from './archive-mutations.ts';
export * from './body-spelling.ts';
export * from './callback.ts';
export {
  deliveryPlans,
  inOrder,
  type Delivery,
  type DeliveryPlan,
  type DeliveryPlanOptions,
  type DeliveryWave,
} from '../delivery-plan.ts';
export * from '../delivery-traits.ts';
export * from '../directed-plans.ts';
export * from './embedded-session.ts';
export * from './forgery.ts';
export * from './identifiers.ts';
export * from './malformed.ts';
export * from './recording-rule.ts';
export * from './session.ts';
export * from './session-traits.ts';
export * from './story-callback.ts';
export type * from './story.ts';
export * from './told-story.ts';
export * from './world.ts';
