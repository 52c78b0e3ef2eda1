import { Command, CommanderError, Option } from 'commander';
import type { ServiceName } from '#contracts/clause.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { exitCodes } from '#harness/verdict.ts';
import { languages } from '#reports/language/language.ts';
import { verifyCertificate, type VerifyOptions } from './certificate/verify.ts';
import { describeChecks, describeDialects } from './checks.ts';
import { mergeConfiguration } from './configuration.ts';
import { errorText } from './error-text.ts';
import { exportCase } from './export/export.ts';
import { inspectCommand } from './inspect.ts';
import { loadConfigFile } from './load-config.ts';
import { runMerge, type MergeOptions } from './merge/merge.ts';
import { flagOf, optionSpecs, type Configuration } from './options.ts';
import { reportDirDefault } from './publish.ts';
import { runCertify } from './run-certify.ts';
import { runDoctor } from './run-doctor.ts';
import { defaultService, suites } from './services.ts';
import { simulate } from './simulate.ts';
import { toolVersion } from './version.ts';
import { discardReports } from './write-reports.ts';
import { waive, waiversFileDefault, type WaiveOptions } from './waive.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const exitCodeHelp = `
Exit codes: 0 met, 1 not met, 2 harness fault, 3 inconclusive, 4 configuration or preflight, 64 usage.
Every option is also a key of soundcheck.config.ts (camelCase) and a variable SOUNDCHECK_* (SOUNDCHECK_APP_ID).
`;

/** Runs a command line and returns the exit code; everything the user reads goes to stdout and stderr. */
export async function main(argv: readonly string[], environment: Environment): Promise<number> {
  let exitCode: number = exitCodes.met;
  const program = createProgram(environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.met : exitCodes.usage;
    }
    process.stderr.write(`${errorText(error)}\n`);
    return error instanceof SoundcheckError ? error.exitCode : exitCodes.harness;
  }
}

function createProgram(environment: Environment, exit: (code: number) => void): Command {
  const program = new Command('soundcheck')
    .description('Certifies integrations of cloud voice recording.')
    .version(toolVersion())
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(soundcheck --help lists the commands and options)')
    .addHelpText('after', exitCodeHelp);

  withOptions(program.command('certify'))
    .description('run the profiles the target supports; without a target: the embedded one')
    .action(async (given: Given) => {
      const how = { token: null, configFile: configFileOf(given, environment) ?? null };
      exit(await runCertify(await configureRun(given, environment), environment, how));
    });
  withOptions(program.command('doctor'))
    .description('preflight only: reach, signature and its dialect, observation, bucket')
    .option('--json', 'one JSON object instead of lines')
    .action(async ({ json, ...given }: Given) => {
      exit(await runDoctor(await configure(given, environment), environment, json === true));
    });
  withOptions(program.command('replay'))
    .description('run one counterexample again')
    .argument('<token>', 'from a report')
    .action(async (token: string, given: Given) => {
      const how = { token, configFile: configFileOf(given, environment) ?? null };
      exit(await runCertify(await configureRun(given, environment), environment, how));
    });
  addMergeCommand(program, environment, exit);
  addExportCommand(program, environment);
  addOfflineCommands(program, environment, exit);
  addWaiveCommand(program);
  addVerifyCommand(program, exit);
  return program;
}

/** The command that writes a counterexample down. */
function addExportCommand(program: Command, environment: Environment): void {
  withOptions(program.command('export'))
    .description('write a counterexample as a vitest file and as scripts of curl and openssl')
    .argument('<token>', 'from a report')
    .requiredOption('--out <DIR>', 'folder for the files; nothing in it is overwritten')
    .action(async (token: string, { out, ...given }: Given) => {
      const configuration = await configure(given, environment);
      process.stdout.write(await exportCase(token, configuration, String(out)));
    });
}

/** The command that judges all shards of a run. */
function addMergeCommand(
  program: Command,
  environment: Environment,
  exit: (code: number) => void,
): void {
  program
    .command('merge')
    .description('put the shards of one run together: all reports and the certificate')
    .argument('<dir...>', 'the report directories of all shards')
    .option('--report-dir <DIR>', `where reports go (default ${reportDirDefault})`)
    .option('--subject <ID>', 'what the certificate is about, where the shards were not told')
    .option('--sign-key <FILE>', 'Ed25519 private key (PEM) that signs the certificate')
    .option('--certificate-days <N>', 'days for which the certificate is valid (default 90)')
    .addOption(languageOption())
    .action(async (directories: readonly string[], options: MergeOptions) => {
      exit(await runMerge(directories, options, environment));
    });
}

/** The commands that speak with no target. */
function addOfflineCommands(
  program: Command,
  environment: Environment,
  exit: (code: number) => void,
): void {
  program
    .command('checks')
    .description('list checks; with one id, explain it')
    .argument('[prefix]', 'beginning of an id', '')
    .addOption(serviceOption('only those of one contract'))
    .option('--dialects', 'list the named readings instead')
    .action((prefix: string, given: { dialects?: boolean; service?: ServiceName }) => {
      const { dialects, service } = given;
      const text = dialects === true ? describeDialects(service) : describeChecks(prefix, service);
      process.stdout.write(text);
    });
  program
    .command('simulate')
    .description('write a generated world: callbacks as NDJSON, the bucket as a folder')
    .requiredOption('--out <DIR>', 'a new or empty folder')
    .addOption(new Option('--seed <N>', 'chooses the world').default('1'))
    .addOption(serviceOption(`which contract (default ${defaultService})`))
    .option('--app-id <ID>', 'the application (default: that of the documents)')
    .addOption(
      new Option('--scope <SCOPE>', 'recording scope')
        .choices(['single', 'mixed', 'both'])
        .default('both'),
    )
    .option('--dialect <NAME>', 'a named reading (repeatable)', collect)
    .option('--rule <FILE>', 'recording rule as JSON, for services that have one')
    .option('--secret-env <NAME>', 'sign the callbacks with the key in this variable')
    .action(async (options: Parameters<typeof simulate>[0]) => {
      process.stdout.write(await simulate(options, environment));
    });
  program
    .command('inspect')
    .description('judge media files: format, duration, frames, every fault with its byte offset')
    .argument('<file...>', 'files to judge')
    .option('--json', 'one object a line')
    .option('--probe', 'ask ffprobe for a second opinion')
    .action(async (files: readonly string[], options: { json?: boolean; probe?: boolean }) => {
      const json = options.json === true;
      const io = {
        out: (text: string): void => void process.stdout.write(text),
        err: (text: string): void => void process.stderr.write(text),
      };
      exit(await inspectCommand(files, { json, probe: options.probe === true }, io));
    });
}

/** The command that writes a waiver. */
function addWaiveCommand(program: Command): void {
  program
    .command('waive')
    .description('add a waiver of one check to the waivers file')
    .argument('<id>', 'a check, as the report names it')
    .requiredOption('--reason <TEXT>', 'why the failure is accepted')
    .requiredOption('--owner <NAME>', 'who answers for it')
    .requiredOption('--ticket <ID>', 'where it is followed up')
    .option('--expires <DATE>', 'YYYY-MM-DD, at most 90 days ahead (default in 30 days)')
    .option('--code <CODE>', 'only findings of this code (repeatable)', collect)
    .option('--waivers <FILE>', `default ${waiversFileDefault}`)
    .action(async (id: string, options: WaiveOptions) => {
      const checks = suites.flatMap((suite) => [...suite.activeChecks, ...suite.archiveChecks]);
      process.stdout.write(await waive(id, options, checks, new Date()));
    });
}

/** The command that judges a certificate by itself. */
function addVerifyCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('verify-certificate')
    .description(
      'judge a certificate offline: edited, expired, filtered, stitched, of another subject',
    )
    .argument('<file>', 'certificate.json or certificate.dsse.json')
    .option('--report <FILE>', 'the report.json that it was made of')
    .option('--public-key <FILE>', 'Ed25519 public key (PEM) that must have signed it')
    .option('--require <LIST>', 'profiles that must be certified: wire,state,archive,recovery')
    .option('--subject <ID>', 'what it must be about: git:<commit>, image@sha256:<digest>')
    .action(async (file: string, options: VerifyOptions) => {
      exit(
        await verifyCertificate(file, options, new Date(), (text) => {
          process.stdout.write(text);
        }),
      );
    });
}

/** The option `--lang` of certify, for a command that has few of its options. */
function languageOption(): Option {
  const { help } = optionSpecs.find(({ key }) => key === 'lang') ?? { help: '' };
  return new Option('--lang <LANG>', help).choices(languages);
}

function serviceOption(help: string): Option {
  return new Option('--service <NAME>', help).choices(suites.map(({ service }) => service));
}

function withOptions(command: Command): Command {
  command.option('--config <FILE>', 'configuration file (default soundcheck.config.ts)');
  for (const { key, kind, value, help } of optionSpecs) {
    const flag = kind === 'switch' ? flagOf(key) : `${flagOf(key)} <${value}>`;
    const option = new Option(flag, help);
    if (kind === 'list') {
      option.argParser(collect);
    }
    command.addOption(option);
  }
  return command;
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** The configuration of a run that writes reports: a wrong one leaves none of an earlier run's behind. */
async function configureRun(given: Given, environment: Environment): Promise<Configuration> {
  try {
    return await configure(given, environment);
  } catch (error) {
    const { reportDir = environment['SOUNDCHECK_REPORT_DIR'] ?? reportDirDefault } = given;
    await discardReports(String(reportDir));
    throw error;
  }
}

async function configure(given: Given, environment: Environment): Promise<Configuration> {
  const { config: _, ...flags } = given;
  const file = await loadConfigFile(process.cwd(), configFileOf(given, environment));
  return mergeConfiguration(flags, environment, file);
}

/** The configuration file that was named; undefined: look for one by the usual names. */
function configFileOf({ config }: Given, environment: Environment): string | undefined {
  const named = typeof config === 'string' ? config : environment['SOUNDCHECK_CONFIG'];
  return named === '' ? undefined : named;
}
