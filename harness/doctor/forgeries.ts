import { describeResult, isAccepted, statusOf, type Exchange } from '../observation.ts';
import type { TargetSession } from '../run/session.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { ill, well, type Diagnosis } from './diagnosis.ts';
import { isOwn, sendOne } from './probe.ts';

/** A line where forgeries are taken as well as every reading: somebody else may answer there. Null: they are not. */
export async function diagnoseCredulity(
  session: TargetSession,
  suite: Suite,
  context: SuiteContext,
): Promise<Diagnosis | null> {
  const forgeries = await sendForgeries(session, suite, context);
  if (forgeries === null || !Object.values(forgeries).every(isAccepted)) {
    return null;
  }
  const { unsigned } = forgeries;
  return isPage(unsigned)
    ? ill(
        'signature',
        `the endpoint answers whatever it is sent with an HTML page (${describeResult(unsigned)})`,
        'That is a login page, a proxy or a web site, not the receiver: correct --endpoint.',
      )
    : well(
        'signature',
        'the endpoint takes whatever it is sent, signed in any way or not at all',
        'An address that takes whatever is sent verifies nothing, or is not the receiver at all (a proxy): see what answers there.',
      );
}

function isPage({ result }: Exchange): boolean {
  return (
    'answer' in result &&
    /^\s*<(?:!doctype html|html)\b/iu.test(Buffer.from(result.answer.body).toString('utf8'))
  );
}

/** What became of forgeries. */
interface Forgeries {
  readonly unsigned: Exchange;
  readonly wronglySigned: Exchange;
}

/** What becomes of the plainest callback without a signature and with one that does not fit. */
export async function diagnoseForgeries(
  session: TargetSession,
  suite: Suite,
  context: SuiteContext,
): Promise<readonly Diagnosis[]> {
  const forgeries = await sendForgeries(session, suite, context);
  return forgeries === null
    ? []
    : [
        forgeryLine('an unsigned callback', forgeries.unsigned),
        forgeryLine('a wrongly signed callback', forgeries.wronglySigned),
      ];
}

/** Null where the suite has no probe in the reading of the run. */
async function sendForgeries(
  session: TargetSession,
  suite: Suite,
  context: SuiteContext,
): Promise<Forgeries | null> {
  const plain = suite.preflight(context).find((probe) => isOwn(probe, context));
  if (plain === undefined) {
    return null;
  }
  const { request } = plain.send;
  const unsigned = await sendOne(
    session,
    {
      ...request,
      headers: request.headers.filter(([name]) => name.toLowerCase() === 'content-type'),
      query: [],
    },
    'unsigned',
  );
  const otherBody = Buffer.concat([request.body, Buffer.from(' ')]);
  const wronglySigned = await sendOne(session, { ...request, body: otherBody }, 'wrongly signed');
  return { unsigned, wronglySigned };
}

function forgeryLine(what: string, exchange: Exchange): Diagnosis {
  const result = describeResult(exchange);
  const isRefused = statusOf(exchange) >= 400 && statusOf(exchange) < 500;
  return isRefused
    ? well('forgery', `${what} is refused (${result})`)
    : well(
        'forgery',
        `${what} is ${isAccepted(exchange) ? 'accepted' : 'answered'} (${result})`,
        'That is for the signature checks to judge: run certify.',
      );
}
