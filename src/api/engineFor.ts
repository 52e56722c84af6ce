import { type Checked, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { type Engine, engineOf } from '../interview/engine.ts';
import { isPack } from '../pack/isPack.ts';
import type { Pack } from '../pack/pack.ts';
import { isSealed, sealedPack } from '../pack/sealed.ts';

/** Of packs that can never change, made once for each. */
const engines = new WeakMap<Pack, Engine>();

/**
 * The engine of a pack of any origin. A pack that somebody could still change is copied and sealed first, each time
 * anew: whoever asks much of such a pack keeps what `prepare` gives.
 */
export function safeEngineFor(pack: unknown): Checked<Engine> {
  const ready = isSealed(pack) ? engines.get(pack) : undefined;
  if (ready) return { ok: true, value: ready };
  if (!isPack(pack)) return refused([{ code: 'wrong-kind', message: `“pack” takes a pack, not ${showAny(pack)}`, hint: 'pass what loadPack gave, or leave it out for the core pack', path: ['pack'] }]);
  try {
    return { ok: true, value: isSealed(pack) ? keep(pack) : engineOf(sealedPack(copyOf(pack))) };
  } catch {
    return refused([{ code: 'wrong-kind', message: '“pack” takes a pack, and this one is broken: something in it leads to nothing', hint: 'pass what loadPack gave, as it gave it', path: ['pack'] }]);
  }
}

function keep(pack: Pack): Engine {
  const engine = engineOf(pack);
  engines.set(pack, engine);
  return engine;
}

/** Packs are plain data that can be written as JSON. */
function copyOf(pack: Pack): Pack {
  return JSON.parse(JSON.stringify(pack)) as Pack;
}
