/**
 * The published `soundcheck/generators`: fast-check arbitraries for tests of your own, by service, and damages of media
 * files. Everything is pure and shrinks to small, readable counterexamples.
 */
export * as gme from './gme/index.ts';
export * as sparkrtc from './sparkrtc/index.ts';
export * as trtc from './trtc/index.ts';
export * from './mp3-damage.ts';
export * from './hls-damage.ts';
export type { MediaDamage } from './media-damage.ts';
export * from './mp4-damage.ts';
export * from './ts-damage.ts';
