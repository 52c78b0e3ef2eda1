import type { Finding } from '#harness/check.ts';

/** More parts than this would make a report long: forty files and what lies between them. */
const partsMax = 80;
/** No recording of a fixture is older, milliseconds. */
const oldestMs = Date.UTC(2020, 0);

/** What is wrong with the drawing of a finding, one sentence each; nothing where there is none. */
export function drawingFaults({ at, track, place }: Finding): readonly string[] {
  const faults: string[] = [];
  const ask = (isSo: boolean, sentence: string): void => {
    if (!isSo) {
      faults.push(`${at}: ${sentence}`);
    }
  };
  for (const lane of track === undefined ? [] : [track, track.against ?? track]) {
    ask(lane.name !== '', 'the drawing has no name');
    ask(lane.parts.length > 0, 'nothing is drawn');
    ask(lane.parts.length <= partsMax, `${String(lane.parts.length)} parts are drawn`);
    for (const { kind, label, startSeconds, endSeconds } of lane.parts) {
      ask(label !== '', `a ${kind} has no label`);
      ask(startSeconds >= 0 && endSeconds >= startSeconds, `${label} ends before it begins`);
      ask(Number.isFinite(endSeconds), `${label} has no end`);
    }
  }
  ask((track?.beginsAtMs ?? oldestMs) >= oldestMs, 'its clock is none of the recording’s');
  if (place !== undefined) {
    ask(place.offsetBytes <= place.sizeBytes, 'the spot lies behind the file');
  }
  return faults;
}
