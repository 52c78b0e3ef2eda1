import type { Contract } from '#contracts/contract.ts';
import type { Suite } from '#harness/suite.ts';

/**
 * What is wrong with a target's application id, where ids are whole numbers, or with its dialects.
 * @param readDialects throws where names are unknown or contradict each other.
 */
export function configurationFaultOf(
  contract: Contract,
  readDialects: (names: readonly string[]) => unknown,
): Suite['configurationFault'] {
  return (appId, dialects) => {
    const { appIdName } = contract;
    if (!/^[1-9]\d{0,14}$/u.test(appId)) {
      return {
        message: `--app-id is not a ${appIdName}: ${JSON.stringify(appId)}`,
        hint: `A ${appIdName} is a whole number, for instance 1400123456; object names begin with it.`,
      };
    }
    try {
      readDialects(dialects);
      return null;
    } catch (error) {
      return {
        message: `--dialect: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'See `soundcheck checks --dialects` for the names.',
      };
    }
  };
}
