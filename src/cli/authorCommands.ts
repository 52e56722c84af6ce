import { type Command, Option } from 'commander';
import type { CompileCommandOptions } from './compileCommand.ts';
import type { ExplainCommandOptions } from './explainCommand.ts';
import { dayGiven } from './givenValues.ts';
import { helpExamples } from './helpExamples.ts';
import type { NewItemOptions } from './newCommand.ts';

const kinds = [
  ['cause', 'a cause to fill in, in a file of its own below causes/', 'the question on whose answers it builds; the last one of the pack unless given', ['npx afterview new cause my-pack too-quiet', 'npx afterview new cause my-pack too-quiet --question spoke-how-loud']],
  ['belief', 'a belief to fill in, at the end of beliefs.yaml', 'the question on whose answers it builds; the last one of the pack unless given', ['npx afterview new belief my-pack nobody-hires-at-fifty']],
  ['question', 'a question to fill in, at the end of a section', 'the section; the last one unless given, and a new one gets its file', ['npx afterview new question my-pack spoke-how-loud', 'npx afterview new question my-pack dressed-how --section appearance']],
] as const;

/** Commands for those who write packs. */
export function authorCommands(root: Command): void {
  startCommands(root);
  compileCommand(root);
  explainCommand(root);

  root.command('schema')
    .description('let your editor know a pack: keys, questions, answers and sources are completed, explained, and underlined where there are none such')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .option('--out <folder>', 'where to write the schemas; into .schemas/ of the pack unless given, where its files look for them')
    .addHelpText('after', helpExamples(['npx afterview schema my-pack']))
    .action(async (folder: string, { out }: { readonly out?: string }) => {
      (await import('./schemaCommand.ts')).schemaCommand(folder, out);
    });
}

function compileCommand(root: Command): void {
  root.command('compile')
    .description('a pack as a typed module that needs neither disk nor YAML, or an interview as a Bayesian network')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .addOption(new Option('--format <format>', 'a module, or a network as XMLBIF 0.3').choices(['module', 'xmlbif']).default('module'))
    .option('-o, --out <file>', 'write to a file instead of standard output: a module to .ts, or to .js with its types beside it')
    .option('--answers <file>', 'for --format xmlbif: the interview, as an answers file (JSON); of which nothing is known unless given')
    .addOption(new Option('--as-of <date>', 'for --format xmlbif: the day that counts as today, YYYY-MM-DD').argParser(dayGiven))
    .addHelpText('after', helpExamples(['npx afterview compile my-pack -o my-pack.ts', 'npx afterview compile my-pack -o my-pack.js', 'npx afterview compile my-pack --format xmlbif --answers answers.json -o network.xml']))
    .action(async (folder: string, options: CompileCommandOptions) => {
      await (await import('./compileCommand.ts')).compileCommand(folder, options);
    });
}

function startCommands(root: Command): void {
  const start = root.command('new')
    .description('start a pack, or something in one, from a file with notes that passes the check as it is')
    .addHelpText('after', helpExamples(['npx afterview new pack my-pack --title "Nurses in Leeds"', ...kinds.map(([, , , [first]]) => first)]));

  start.command('pack')
    .description('a pack to learn from: questions, a cause, a belief and sources, with notes')
    .argument('<folder>', 'where to make it')
    .option('--title <words>', 'what it is about; its name unless given')
    .addHelpText('after', helpExamples(['npx afterview new pack my-pack', 'npx afterview new pack my-pack --title "Nurses in Leeds"']))
    .action(async (folder: string, { title }: { readonly title?: string }) => {
      (await import('./newCommand.ts')).newPackCommand(folder, title);
    });

  for (const [kind, description, about, lines] of kinds) {
    start.command(kind)
      .description(description)
      .argument('<folder>', 'the folder that holds pack.yaml')
      .argument('<id>', 'what it is called: small letters, digits and single hyphens')
      .addOption(new Option(kind === 'question' ? '--section <id>' : '--question <id>', about))
      .addHelpText('after', helpExamples(lines))
      .action(async (folder: string, id: string, options: NewItemOptions) => {
        (await import('./newCommand.ts')).newItemCommand(kind, folder, id, options);
      });
  }
}

function explainCommand(root: Command): void {
  root.command('explain')
    .description('why a cause stands where it stands after some answers: each step with its line, and why not higher')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .argument('<cause>', 'the id of the cause')
    .requiredOption('--answers <file>', 'an answers file (JSON), of which the latest interview counts; - for standard input')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(new Option('--as-of <date>', 'the day that counts as today, YYYY-MM-DD').argParser(dayGiven))
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText('after', helpExamples(['npx afterview explain my-pack late --answers answers.json', 'npx afterview explain node_modules/afterview/rules skills-gap --answers answers.json --format json']))
    .action(async (folder: string, cause: string, options: ExplainCommandOptions) => {
      await (await import('./explainCommand.ts')).explainCommand(folder, cause, options);
    });
}
