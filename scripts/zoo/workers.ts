/**
 * Does jobs, several at a time, in their order.
 * @returns the results in the order of the jobs. @throws what the first failing job throws.
 */
export async function inParallel<Job, Result>(
  jobs: readonly Job[],
  workers: number,
  act: (job: Job) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = jobs.entries();
  const work = async (): Promise<void> => {
    for (const [index, job] of queue) {
      results[index] = await act(job);
    }
  };
  await Promise.all(Array.from({ length: workers }, () => work()));
  return results;
}
