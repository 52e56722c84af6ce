import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { efforts } from '../pack/effort.ts';
import { authorCommands } from './authorCommands.ts';
import { dayGiven, labelGiven, originGiven, portGiven } from './givenValues.ts';
import { helpExamples } from './helpExamples.ts';
import type { AskCommandOptions } from './askCommand.ts';
import type { CheckCommandOptions } from './checkCommand.ts';
import type { CompareCommandOptions } from './compareCommand.ts';
import type { DiagnoseCommandOptions } from './diagnoseCommand.ts';
import type { FormService, ImportCommandOptions } from './importCommand.ts';
import type { McpCommandOptions } from './mcpCommand.ts';
import type { QuestionsCommandOptions } from './questionsCommand.ts';
import type { ServeCommandOptions } from './serveCommand.ts';
import type { TestCommandOptions } from './testCommand.ts';
import type { TimelineCommandOptions } from './timelineCommand.ts';
import { type WorksheetKind, worksheetKinds } from '../report/worksheets/worksheetKinds.ts';
import type { WorksheetCommandOptions } from './worksheetCommand.ts';
import { printProblems, Refusal, unsteering } from './refusal.ts';

/** Exit codes: 0 done, 1 the input has problems, 2 wrong usage. */
const USAGE = 2;

/** Lines that stand below the help of a command. */
const examples = {
  afterview: ['npx afterview diagnose answers.json', 'npx afterview ask --out answers.json --as-of 2026-11-22', 'npx afterview compare first.json second.json', 'npx afterview timeline *.json', 'npx afterview worksheet stories answers.json', 'npx afterview questions', 'npx afterview new pack my-pack', 'npx afterview check my-pack'],
  diagnose: [
    'npx afterview diagnose answers.json',
    'npx afterview diagnose answers.json --format html --out page.html',
    'npx afterview diagnose answers.json --for coach --format md --out sheet.md',
    'cat answers.json | npx afterview diagnose - --format json --as-of 2026-11-22',
    'npx afterview diagnose answers.json --what-if thank-you=specific --what-if fix:fifteen-minutes-early',
    'npx afterview diagnose answers.json --as-of 2026-11-22 --format ics --out reminders.ics',
  ],
  ask: ['npx afterview ask --out answers.json --as-of 2026-11-22', 'npx afterview ask --resume answers.json'],
  compare: ['npx afterview compare first.json second.json', 'npx afterview compare first.json second.json --format md --out progress.md'],
  timeline: ['npx afterview timeline january.json february.json march.json', 'npx afterview timeline *.json --format html --out progress.html'],
  worksheet: ['npx afterview worksheet stories answers.json', 'npx afterview worksheet note answers.json --format html --out note.html'],
  questions: ['npx afterview questions', 'npx afterview questions --format json --out questions.json', 'npx afterview questions --format surveyjs --short --out survey.json', 'npx afterview questions --pack my-pack'],
  import: ['npx afterview import responses.csv --from google-forms --out answers', 'npx afterview import responses.json --from typeform --map map.json --out answers', 'npx afterview import result.json --from surveyjs | npx afterview diagnose -'],
  check: ['npx afterview check my-pack', 'npx afterview check my-pack --format sarif --out check.sarif', 'npx afterview check --rule sign-never-shows'],
  test: ['npx afterview test my-pack', 'npx afterview test my-pack --coverage', 'npx afterview test my-pack --watch'],
  mcp: ['npx afterview mcp', 'npx afterview mcp --pack my-pack'],
  serve: ['npx afterview serve', 'npx afterview serve --port 0 --pack my-pack'],
} as const;

function examplesOf(command: keyof typeof examples): string {
  return helpExamples(examples[command]);
}

function program(): Command {
  const root = new Command('afterview')
    .description('Why there was no second interview: ranked causes, the evidence from your answers, and what to do next.')
    .version(version)
    .addHelpText('after', examplesOf('afterview'))
    .exitOverride()
    .showHelpAfterError()
    .configureOutput({ outputError: (text, write) => { write(unsteering(text)); } })
    .configureHelp({ showGlobalOptions: true });
  interviewCommands(root);
  overTimeCommands(root);
  worksheetsCommand(root);
  packCommands(root);
  authorCommands(root);
  importFormsCommand(root);
  serverCommands(root);
  return root;
}

const packOption = (): Option => new Option('--pack <folder>', 'a folder of YAML rules to use instead of the core pack');
const asOfOption = (): Option => new Option('--as-of <date>', 'the day that counts as today, YYYY-MM-DD; days are counted up to it').argParser(dayGiven);
const englishOption = (): Option => new Option('--english <kind>', 'British or American words').choices(['uk', 'us']).default('uk');
const outOption = (): Option => new Option('--out <file>', 'write to a file instead of standard output');

/** Commands that are about interviews. */
function interviewCommands(root: Command): void {
  root.command('diagnose')
    .description('explain the interview that an answers file describes')
    .argument('[file]', 'an answers file (JSON); - for standard input', '-')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'md', 'html', 'ics']).default('text'))
    .addOption(new Option('--for <reader>', 'the page for the one who was turned down, or the sheet for a coach').choices(['candidate', 'coach']).default('candidate'))
    .addOption(englishOption())
    .addOption(packOption())
    .addOption(asOfOption())
    .addOption(outOption())
    .addOption(new Option('--what-if <change>', 'what would be otherwise with another answer (thank-you=specific) or a fix done (fix:ID); can be given again')
      .argParser((change: string, earlier: readonly string[] | undefined) => [...earlier ?? [], change]))
    .addOption(new Option('--label <name>', 'for --format ics: what tells this wait from others, as the name of the employer').argParser(labelGiven))
    .addOption(new Option('--budget <effort>', 'how much effort the plan may take (an evening unless given)').choices(efforts))
    .addHelpText('after', examplesOf('diagnose'))
    .action(async (file: string, options: DiagnoseCommandOptions) => {
      await (await import('./diagnoseCommand.ts')).diagnoseCommand(file, options);
    });

  root.command('ask')
    .description('answer the questions one at a time, the most telling first (in a terminal)')
    .addOption(packOption())
    .option('--out <file>', 'where to save your answers; asked for unless given')
    .option('--resume <file>', 'carry on where you stopped: the file with your answers')
    .option('--short', 'only the short intake: five minutes')
    .addOption(asOfOption())
    .addHelpText('after', examplesOf('ask'))
    .action(async (options: AskCommandOptions) => {
      await (await import('./askCommand.ts')).askCommand(options);
    });
}

/** Commands that set several interviews side by side. */
function overTimeCommands(root: Command): void {
  root.command('compare')
    .description('compare two interviews, one after the other: what was done, what changed, what to try next')
    .argument('<before>', 'the answers file of the earlier interview (JSON); - for standard input')
    .argument('<after>', 'the answers file of the later one')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'md']).default('text'))
    .addOption(englishOption())
    .addOption(packOption())
    .addOption(outOption())
    .addHelpText('after', examplesOf('compare'))
    .action(async (before: string, after: string, options: CompareCommandOptions) => {
      await (await import('./compareCommand.ts')).compareCommand(before, after, options);
    });

  root.command('timeline')
    .description('set several interviews of one person side by side: what was tried, what changed, what is still open')
    .argument('<files...>', 'answers files (JSON), each of one or several interviews; - for standard input')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'md', 'html']).default('text'))
    .addOption(englishOption())
    .addOption(packOption())
    .addOption(asOfOption())
    .addOption(outOption())
    .addHelpText('after', examplesOf('timeline'))
    .action(async (files: readonly string[], options: TimelineCommandOptions) => {
      await (await import('./timelineCommand.ts')).timelineCommand(files, options);
    });
}

/** The command that prints pages to fill in. */
function worksheetsCommand(root: Command): void {
  root.command('worksheet')
    .description('one page to print and fill in, with what your answers show already in it')
    .addArgument(new Argument('<kind>', 'stories for the advert, questions to ask them, research, a brief for references, or a note').choices(worksheetKinds))
    .argument('[file]', 'an answers file (JSON); - for standard input', '-')
    .addOption(new Option('--format <format>', 'how to print it').choices(['md', 'html']).default('md'))
    .addOption(englishOption())
    .addOption(packOption())
    .addOption(asOfOption())
    .addOption(outOption())
    .addHelpText('after', examplesOf('worksheet'))
    .action(async (kind: WorksheetKind, file: string, options: WorksheetCommandOptions) => {
      await (await import('./worksheetCommand.ts')).worksheetCommand(kind, file, options);
    });
}

/** Commands that are about what a pack asks and knows. */
function packCommands(root: Command): void {
  root.command('questions')
    .description('print the questionnaire')
    .addOption(new Option('--format <format>', 'how to print it: to read, as data, or as a form for SurveyJS or JSON Forms').choices(['text', 'json', 'surveyjs', 'json-schema']).default('text'))
    .option('--short', 'only the short intake')
    .addOption(packOption())
    .addOption(outOption())
    .addHelpText('after', examplesOf('questions'))
    .action(async (options: QuestionsCommandOptions) => {
      await (await import('./questionsCommand.ts')).questionsCommand(options);
    });

  root.command('check')
    .description('check a pack: every file, every name, every example, and what no answers can show')
    .argument('[folder]', 'the folder that holds pack.yaml')
    .addOption(new Option('--format <format>', 'how to print it: to read, as data, or for editors and code hosts').choices(['text', 'json', 'sarif', 'github']).default('text'))
    .option('--strict', 'let warnings count as errors')
    .option('--rule [id]', 'print the page of a rule, or all rules in a list')
    .addOption(outOption())
    .addHelpText('after', examplesOf('check'))
    .action(async (folder: string | undefined, options: CheckCommandOptions) => {
      await (await import('./checkCommand.ts')).checkCommand(folder, options);
    });

  root.command('test')
    .description('run the examples that a pack carries, and say which rules none of them touches')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .option('--coverage', 'name the signs, cases, fixes and beliefs that no example shows')
    .option('--watch', 'run them again whenever a file changes')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addHelpText('after', examplesOf('test'))
    .action(async (folder: string, options: TestCommandOptions) => {
      await (await import('./testCommand.ts')).testCommand(folder, options);
    });
}

/** The command that reads what forms of others gathered. */
function importFormsCommand(root: Command): void {
  const services: readonly FormService[] = ['surveyjs', 'typeform', 'google-forms', 'microsoft-forms'];
  root.command('import')
    .description('make answers files of the responses to a form')
    .argument('[file]', 'what the service exported: JSON of SurveyJS and Typeform, CSV of the others; - for standard input', '-')
    .addOption(new Option('--from <service>', 'where the form was').choices(services).makeOptionMandatory())
    .option('--map <file>', 'what the form calls otherwise than the pack: { "questions": …, "options": …, "ignore": […], "dates": … }')
    .addOption(packOption())
    .option('--out <folder>', 'write a file for each response there; without it, a single one to standard output')
    .addHelpText('after', examplesOf('import'))
    .action(async (file: string, options: ImportCommandOptions) => {
      await (await import('./importCommand.ts')).importCommand(file, options);
    });
}

/** Commands that serve others until they are ended. */
function serverCommands(root: Command): void {
  root.command('mcp')
    .description('let an assistant ask and diagnose: a server of the Model Context Protocol over standard input and output')
    .addOption(packOption())
    .addHelpText('after', examplesOf('mcp'))
    .action(async (options: McpCommandOptions) => {
      await (await import('./mcpCommand.ts')).mcpCommand(options);
    });

  root.command('serve')
    .description('answer over HTTP: POST /diagnose, /explain, /next, /what-if; GET /questions, /openapi.json, and the questions as a page at /')
    .addOption(new Option('--port <number>', 'where to listen; 0 for any that is free').argParser(portGiven).default(8787))
    .addOption(new Option('--host <address>', 'by which address; others than your own machine reach it only by another one').default('127.0.0.1'))
    .addOption(new Option('--allow-origin <url>', 'the one origin whose pages may ask from a browser').argParser(originGiven))
    .addOption(packOption())
    .addHelpText('after', examplesOf('serve'))
    .action(async (options: ServeCommandOptions) => {
      await (await import('./serveCommand.ts')).serveCommand(options);
    });
}

/**
 * Runs the command, and sets the exit code of the process.
 *
 * @param args - what stands behind `afterview`
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
    else if (error instanceof Refusal) process.exitCode = printProblems(error);
    else throw error;
  }
}
