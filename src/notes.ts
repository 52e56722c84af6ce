export { coreNotes } from './core/coreNotes.ts';
export type { Basis, BeliefNotes, CasesBasis, CauseNotes, FixNotes, Notes, Source, WaitingNotes } from './pack/notes.ts';
