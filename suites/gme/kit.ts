import {
  decodeCallback,
  encodeCallback,
  resolveReading,
  signCallback,
  type BodySpelling,
  type GmeCallback,
} from '#contracts/gme/index.ts';
import { forgeries, type ForgedBody } from '#generators/gme/forgery.ts';
import { malformedBodies } from '#generators/gme/malformed.ts';
import type { RequestSpec, SendMark } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { makingBy, toldMaking } from '../kit/making.ts';
import { memberTexts } from '../kit/said-by.ts';
import type { BoundStory, Forged, RequestShape, ServiceKit } from '../kit/service.ts';
import { spellingsOfSecrets } from '../oracles/leak.ts';
import { requireReadBack, signBytes, signedRequest, signingRecipe } from './request.ts';
import { oneFile } from './stories.ts';
import {
  bindStory,
  type BoundStory as BoundGmeStory,
  type EventType,
  type Story,
} from './story.ts';

const eventNames: Readonly<Record<EventType, string>> = {
  1: 'started',
  2: 'completed',
  3: 'uploaded',
  4: 'told by an unknown event type',
};

/** What a drawing shows as the ends of a file's recording. */
const spans: Readonly<Record<EventType, Pick<SendMark, 'span'>>> = {
  1: { span: 'opens' },
  2: { span: 'closes' },
  3: {},
  4: {},
};

/** Subjects stand in the order of the story's files. */
function placeOf({ story, subjects }: BoundGmeStory, file: string): Pick<SendMark, 'subject'> {
  const subject = subjects[Object.keys(story.files).indexOf(file)];
  return subject === undefined ? {} : { subject: subject.key };
}

function bind(story: Story, context: SuiteContext, salt: string): BoundStory<BodySpelling> {
  const bound = bindStory(story, context, salt);
  return {
    names: bound.names,
    subjects: bound.subjects,
    message(event, { sentAtSeconds }, spelling) {
      const [file, type] = story.events[event] ?? [];
      if (file === undefined || type === undefined) {
        throw new RangeError(`story "${story.title}" has no event ${String(event)}`);
      }
      const callback = bound.callback(file, type, sentAtSeconds);
      const body = encodeCallback(callback, spelling);
      if (type !== 4) {
        requireReadBack(body, callback);
      }
      return {
        body,
        label: `${file} ${eventNames[type]}`,
        mark: { file, event: String(type), ...placeOf(bound, file), ...spans[type] },
      };
    },
  };
}

/** The control's own signature, accepted a moment before, under another body: no generator knows the control. */
const ofAcceptedBody = 'of-accepted-body';

function forge(
  context: SuiteContext,
  name: string,
  genuine: { readonly body: Uint8Array },
  accepted: RequestSpec,
  shape?: RequestShape,
): Forged {
  const reading = resolveReading(context.dialects);
  const key = context.secretKey;
  const made =
    name === ofAcceptedBody
      ? {
          statement: 'The signature is that of a body which was accepted before.',
          forged: {
            body: genuine.body,
            signature: signBytes(context, accepted.body),
            making: makingBy(signingRecipe(context.dialects), accepted),
          },
        }
      : forgedByName(name, {
          body: genuine.body,
          signature: signBytes(context, genuine.body),
          key,
        });
  const { body, signature } = made.forged;
  return {
    statement: made.statement,
    request: signedRequest(context, body, signature, shape),
    ...toldMaking(made.forged),
    secrets: spellingsOfSecrets(key, Buffer.from(signCallback(body, key), 'base64')),
  };

  function forgedByName(
    wanted: string,
    signed: Omit<Parameters<ReturnType<typeof forgeries>[number]['apply']>[0], 'reading'>,
  ): {
    readonly statement: string;
    readonly forged: ForgedBody;
  } {
    const found = forgeries(reading).find((one) => one.name === wanted);
    if (found === undefined) {
      throw new RangeError(`no forgery is named ${wanted}`);
    }
    return { statement: found.statement, forged: found.apply({ ...signed, reading }) };
  }
}

function callbackIn(body: Uint8Array): GmeCallback {
  const decoded = decodeCallback(body);
  if (!decoded.ok) {
    throw new RangeError('malformed bodies are made from a callback');
  }
  return decoded.callback;
}

/** What the shared experiments need of GME. */
export const gmeKit: ServiceKit<Story, BodySpelling> = {
  service: 'gme',
  control: { story: oneFile, event: 2 },
  crowd(count) {
    const symbols = Array.from({ length: count }, (_, index) => `F${String(index + 1)}`);
    return {
      title: 'a crowded room',
      sameSecond: true,
      files: Object.fromEntries(
        symbols.map((file, index) => [file, { user: `U${String(index + 1)}` }]),
      ),
      events: symbols.map((file) => [file, 3]),
    };
  },
  bind,
  request: (context, body, _sentAtSeconds, shape) =>
    signedRequest(context, body, signBytes(context, body), shape),
  forge,
  malformed: (genuine) => malformedBodies(callbackIn(genuine)),
  saidBy(body) {
    const said = memberTexts(body);
    return said({ roomId: 'RoomID', userId: 'UserID', taskId: 'TaskID' });
  },
};
