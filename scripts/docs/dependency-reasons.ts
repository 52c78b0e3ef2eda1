/** Why a package is installed on users' machines. */
export interface DependencyReason {
  readonly does: string;
  readonly why: string;
}

/** One entry per runtime or peer dependency; `npm run docs` fails when package.json has others. */
export const dependencyReasons: Readonly<Record<string, DependencyReason>> = {
  '@ffprobe-installer/ffprobe': {
    does: 'brings an ffprobe binary for the second opinion on media',
    why: 'the only one that installs without a system package; without it (or its install script) every file is still judged by our own parsers',
  },
  aws4fetch: {
    does: 'signs bucket requests (AWS Signature V4)',
    why: '76 KiB and nothing but signing; vendor SDKs are 5 to 11 MiB, add checksum trailers that COS and OBS refuse, and hide how a listing goes on',
  },
  commander: {
    does: 'parses the command line',
    why: 'refuses unknown flags and suggests the near ones, which is what exit code 64 promises; no dependencies',
  },
  'fast-check': {
    does: 'generates sessions, delivery plans and damages, and shrinks them',
    why: 'shrinking is integrated, so counterexamples stay valid sessions; samples are addressed by seed and path, which makes replay tokens possible',
  },
  'fluent-ffmpeg': {
    does: 'runs ffprobe and reads its answer, in one adapter',
    why: 'agreed with ffprobe for the second opinion; archived upstream, therefore behind `harness/adapters/ffprobe.ts` alone',
  },
  'hls-parser': {
    does: 'reads playlists strictly, in `media/hls/strict-reading.ts`',
    why: 'of six libraries the one that knows most rules of RFC 8216 and raises no false alarm on sound playlists; no dependencies; our own line walk has the rules that it lacks, and the line numbers',
  },
  'lossless-json': {
    does: 'reads and writes JSON without losing digits, in `contracts/json.ts`',
    why: '`JSON.parse` rounds 64-bit task ids, and Node 20 has no access to the source text of a number',
  },
  tsx: {
    does: 'reads soundcheck.config.ts; loaded only where there is one',
    why: 'Node 20 cannot read TypeScript, and a configuration should be typed; also runs this repository without a build',
  },
  xmlbuilder2: {
    does: 'writes junit.xml',
    why: 'escapes by the rules of XML 1.0, so that a target’s text cannot break the report',
  },
  vitest: {
    does: 'runs the suites inside a project’s own tests (`soundcheck/vitest`)',
    why: 'the runner is the user’s, so its version is the user’s too; the command line works without it',
  },
};
