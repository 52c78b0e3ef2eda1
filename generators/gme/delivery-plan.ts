/** Delivery plans know no service; here for those who import GME's generators one by one. */
export * from '../delivery-plan.ts';
