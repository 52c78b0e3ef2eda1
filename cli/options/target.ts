import { defaultService, suites } from '../services.ts';
import type { OptionSpec } from './spec.ts';

/** What is tested, and how it may be read. */
export const targetOptions: readonly OptionSpec[] = [
  {
    key: 'service',
    kind: suites.map(({ service }) => service),
    value: 'NAME',
    help: `which contract: ${suites.map(({ service }) => service).join(', ')} (default ${defaultService})`,
  },
  {
    key: 'appId',
    kind: 'text',
    value: 'ID',
    help: 'the application: GME BizID, TRTC SdkAppId, SparkRTC app_id',
  },
  { key: 'endpoint', kind: 'text', value: 'URL', help: 'the callback endpoint' },
  {
    key: 'secretEnv',
    kind: 'text',
    value: 'NAME',
    help: 'environment variable with the callback key',
  },
  {
    key: 'observe',
    kind: 'text',
    value: 'URL',
    help: 'state URL with {roomId}, {taskId}, {userId}, {appId}',
  },
  {
    key: 'observeCommand',
    kind: 'text',
    value: 'CMD',
    help: 'the same, a command that prints JSON',
  },
  {
    key: 'bucket',
    kind: 'text',
    value: 'URI',
    help: './folder, s3://bucket/prefix?endpoint=&region=, cos://…, obs://…',
  },
  {
    key: 'recovers',
    kind: 'switch',
    value: '',
    help: 'the target claims to recover lost callbacks; writes to the bucket',
  },
  {
    key: 'scope',
    kind: ['single', 'mixed', 'both'],
    value: 'SCOPE',
    help: 'recording scope at the service: single, mixed, both (default)',
  },
  {
    key: 'rule',
    kind: 'text',
    value: 'FILE',
    help: 'recording rule as JSON, for services that have one',
  },
  {
    key: 'callbacks',
    kind: 'text',
    value: 'FILE',
    help: 'received callbacks, one JSON object a line, to compare with the bucket',
  },
  { key: 'dialect', kind: 'list', value: 'NAME', help: 'a named reading (repeatable)' },
];
