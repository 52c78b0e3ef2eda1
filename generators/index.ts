/**
 * The published `soundcheck/generators`: fast-check arbitraries for tests of your own, by service, and damages of media
 * files. Everything is pure and shrinks to small, readable counterexamples.
 */
export * as gme from './gme/index.ts';
export * as trtc from './trtc/index.ts';
export * from './mp3-damage.ts';
