import type { Probe } from '../kit/service.ts';
import { mixedTask, mp4Task, troubledTask, vodTask } from './stories.ts';
import type { Story } from './story.ts';

/** Events of task and file taking turns: every kind is forged, and none has to wait long. */
export const probesInTurn: readonly Probe<Story>[] = [
  { story: mp4Task, event: 6 },
  { story: vodTask, event: 2 },
  { story: mixedTask, event: 0 },
  { story: mp4Task, event: 4 },
  { story: mixedTask, event: 3 },
  { story: vodTask, event: 3 },
];

/** An event that no document names: there is no reason to trust it more. */
const unknownEvent: Story = { ...troubledTask, title: 'an unknown event', events: [['T1', 399]] };

/** One callback of each event type, and of one that no document names. */
export const probesOfEachType: readonly Probe<Story>[] = [
  { story: unknownEvent, event: 0 },
  ...mp4Task.events.map((_, event) => ({ story: mp4Task, event })),
  ...[1, 2, 3].map((event) => ({ story: troubledTask, event })),
  ...[2, 3].map((event) => ({ story: vodTask, event })),
];
