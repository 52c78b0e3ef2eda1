import type { Reporter, TestModule } from 'vitest/node';

/** As much of vitest's record of a test as the mutation runner reads. */
interface FailedTest {
  readonly type: 'test';
  readonly name: string;
  readonly mode: 'run';
  readonly file: unknown;
  readonly meta: object;
  readonly result: {
    readonly state: 'fail';
    readonly errors: readonly { readonly message: string }[];
  };
}

/**
 * Counts a test file that cannot even be loaded as one failing test. The mutation runner looks at tests alone: a
 * mutant that makes a file throw while it is read leaves no test to fail, and would pass for a survivor though nobody
 * could overlook it.
 */
export class CountLoadFailures implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      const errors = module.errors();
      if (errors.length > 0) {
        // The runner reads vitest's own records, which the reporter's view of a file carries without saying so.
        const { task } = module as unknown as { readonly task: { readonly tasks: FailedTest[] } };
        task.tasks.push({
          type: 'test',
          name: 'the file loads',
          mode: 'run',
          file: task,
          meta: {},
          result: { state: 'fail', errors: errors.map(({ message }) => ({ message })) },
        });
      }
    }
  }
}
