import type { ReferenceReceiver } from '#fixtures/receivers/shell/reference.ts';
import { reference as gmeReference } from '#fixtures/receivers/gme/reference/receiver.ts';
import { reference as sparkrtcReference } from '#fixtures/receivers/sparkrtc/reference/receiver.ts';
import { reference as trtcReference } from '#fixtures/receivers/trtc/reference/receiver.ts';
import { gmeWorlds } from '#generators/gme/world.ts';
import { sparkWorlds } from '#generators/sparkrtc/world.ts';
import { trtcWorlds } from '#generators/trtc/world.ts';
import type { WorldMaker } from '#generators/world.ts';
import type { Suite } from '#harness/suite.ts';
import { gmeSuite } from '#suites/gme/registry.ts';
import { sparkrtcSuite } from '#suites/sparkrtc/registry.ts';
import { trtcSuite } from '#suites/trtc/registry.ts';

/** All that the command line needs of a service. */
export interface Service {
  /** The checks, and how the engine speaks with targets. */
  readonly suite: Suite;
  /** Sessions with their callbacks and objects, for `simulate` and the embedded bucket. */
  readonly worlds: WorldMaker;
  /** The conforming receiver that is the embedded target. */
  readonly reference: ReferenceReceiver;
}

/** The services that this version has: a new one is one more row. The first is the default of `--service`. */
export const services: readonly [Service, ...Service[]] = [
  { suite: gmeSuite, worlds: gmeWorlds, reference: gmeReference },
  { suite: trtcSuite, worlds: trtcWorlds, reference: trtcReference },
  { suite: sparkrtcSuite, worlds: sparkWorlds, reference: sparkrtcReference },
];
