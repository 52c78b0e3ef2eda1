import { setTimeout as sleep } from 'node:timers/promises';
import type { Arm } from '../experiment.ts';
import { isAccepted, type Exchange } from '../observation.ts';
import type { HttpConnection } from './http-client.ts';
import type { Permits } from './permits.ts';

/**
 * Sends an arm's waves one after the other, the sends of a wave at the same time, and records every exchange in the
 * order of the plan. A control that is not accepted ends the arm. The connection is the arm's own and is closed at the end.
 * @param afterWave waited for after each wave, before the next goes out.
 */
export async function deliverArm(
  arm: Arm,
  open: () => HttpConnection,
  permits: Permits,
  onSent: (count: number) => void,
  afterWave?: (wave: number) => Promise<void>,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const connection = open();
  try {
    for (const [index, wave] of arm.waves.entries()) {
      if (arm.pauseMs !== undefined && index === arm.waves.length - 1) {
        await sleep(arm.pauseMs);
      }
      const release = await permits.acquire(wave.length);
      try {
        onSent(wave.length);
        exchanges.push(...(await Promise.all(wave.map((send) => connection.send(send, index)))));
        if (exchanges.some(isFailedControl)) {
          // The probes behind it would say nothing, and a target that hangs would be waited for each time.
          break;
        }
      } finally {
        // A request that cannot even be built must not keep the others waiting for ever.
        release();
      }
      await afterWave?.(index);
    }
    return exchanges;
  } finally {
    connection.close();
  }
}

function isFailedControl(exchange: Exchange): boolean {
  return exchange.send.role === 'control' && !isAccepted(exchange);
}
