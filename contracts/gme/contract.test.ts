import { expect, it } from 'vitest';
import { clauses } from './clauses.ts';
import { gme } from './contract.ts';
import { dialects, exclusiveDialects } from './dialects.ts';

it('GME is known by its service, the name of its application id and its file extension', () => {
  expect(gme).toMatchObject({
    service: 'gme',
    title: expect.stringMatching(/GME/u) as string,
    appIdName: 'BizID',
    clauses: Object.values(clauses),
    dialects,
    exclusiveDialects,
    recordingExtensions: ['.mp3'],
  });
});
