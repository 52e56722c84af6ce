import { answersInterface, inComment } from '../authoring/modules/answersInterface.ts';
import { parsed } from '../authoring/modules/parsed.ts';
import type { ReadPack } from '../authoring/readPack.ts';
import type { Logic } from '../pack/logic.ts';
import type { Notes } from '../pack/notes.ts';
import type { Pack } from '../pack/pack.ts';

const HEAD = '// Made from rules/ by the build. Do not edit: change the rules instead.\n';

/** The TypeScript modules of a pack, name → source: the whole with the type of its answers, and the parts that are used alone. */
export function coreModules({ pack, logic, notes }: ReadPack): ReadonlyMap<string, string> {
  return new Map([
    ['corePack.ts', wholeModule(pack)],
    ['coreLogic.ts', partModule('coreLogic', 'Logic', logic, 'What inference needs of the core pack')],
    ['coreNotes.ts', partModule('coreNotes', 'Notes', notes, 'Where the figures and claims of the core pack come from')],
  ]);
}

function partModule(name: string, type: 'Logic' | 'Notes', part: Logic | Notes, says: string): string {
  return `${HEAD}import type { ${type} } from '../pack/${type.toLowerCase()}.ts';
import { sealed } from '../pack/sealed.ts';

/** ${says}. */
export const ${name} = /* @__PURE__ */ sealed(${parsed(part)} as ${type});
`;
}

function wholeModule(pack: Pack): string {
  return `${HEAD}import type { TypedPack } from '../pack/pack.ts';
import { sealedPack } from '../pack/sealed.ts';

${answersInterface('CoreAnswers', pack.questions)}
/** The pack that comes with afterview: ${inComment(pack.title)} */
export const corePack = /* @__PURE__ */ sealedPack(${parsed(pack)} as TypedPack<CoreAnswers>);
`;
}
