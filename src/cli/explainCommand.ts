import { accountOf } from '../account/accountOf.ts';
import { readInFolder } from '../authoring/folder/readInFolder.ts';
import { readWithPlaces } from '../authoring/readPack.ts';
import { didYouMean } from '../base/nearest.ts';
import { show } from '../base/show.ts';
import { baselineOf } from '../inference/no/baseline.ts';
import { labOf } from '../lint/lab.ts';
import { preparePack } from '../pack/preparePack.ts';
import { explainText } from './explainText.ts';
import { jsonText } from './jsonText.ts';
import { latestInterview } from './latestInterview.ts';
import { Refusal, unsteering } from './refusal.ts';
import { writeOutput } from './writeOutput.ts';

export interface ExplainCommandOptions {
  readonly answers: string;
  readonly format: 'text' | 'json';
  readonly asOf?: string;
  readonly out?: string;
}

/** `afterview explain FOLDER CAUSE --answers FILE`: why a cause stands where it stands, step by step, after the latest interview of a file. */
export async function explainCommand(folder: string, cause: string, { answers: file, format, asOf, out }: ExplainCommandOptions): Promise<void> {
  const read = readInFolder(folder, readWithPlaces);
  if (!read.ok) throw new Refusal(read.problems);
  const { pack, notes } = read.value.read;
  const index = pack.causes.findIndex(({ id }) => id === cause);
  if (index < 0) throw new Refusal([{ code: 'unknown-cause', message: `no cause of ${pack.id} is called ${show(cause)}`, hint: didYouMean(cause, pack.causes.map(({ id }) => id)), path: [] }], 2);
  const baseline = baselineOf(preparePack(pack));
  const { interview } = await latestInterview(file, baseline, notes, asOf);
  const account = accountOf(labOf(read.value), baseline, interview, index);
  writeOutput(format === 'json' ? jsonText(account) : unsteering(explainText(account)), out);
}
