import type { Contract } from '#contracts/contract.ts';
import type { Suite } from '#harness/suite.ts';

/** How a service writes the ids of applications. */
export interface AppIdForm {
  readonly pattern: RegExp;
  /** For people, behind "is": `a whole number, for instance 1400123456`. */
  readonly description: string;
}

/** Ids that are whole numbers, as Tencent's are. */
export const wholeNumberAppId: AppIdForm = {
  pattern: /^[1-9]\d{0,14}$/u,
  description: 'a whole number, for instance 1400123456',
};

/**
 * What is wrong with a target's application id or with its dialects.
 * @param readDialects throws where names are unknown or contradict each other.
 */
export function configurationFaultOf(
  contract: Contract,
  { pattern, description }: AppIdForm,
  readDialects: (names: readonly string[]) => unknown,
): Suite['configurationFault'] {
  return (appId, dialects) => {
    const { appIdName } = contract;
    if (!pattern.test(appId)) {
      return {
        message: `--app-id is not a ${appIdName}: ${JSON.stringify(appId)}`,
        hint: `A ${appIdName} is ${description}; object names begin with it.`,
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
