import type { Answers, AnswerValue } from '../answers/answers.ts';
import { localDay } from '../base/calendar.ts';
import type { Problem } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Notes } from '../pack/notes.ts';
import type { Pack } from '../pack/pack.ts';
import type { English } from '../report/english.ts';
import type { Reader } from '../report/reportOptions.ts';
import { sameData } from './sameData.ts';
import { Stage } from './stage.ts';

/** What the event `answer` tells. */
export interface AnswerDetail {
  readonly question: string;
  /** `unknown` for “I don't know”. */
  readonly value: AnswerValue;
  /** All answers so far, this one included. */
  readonly answers: Answers;
}

/** The events of the element. Both bubble, and leave shadow roots. */
export interface AfterViewEventMap {
  readonly answer: CustomEvent<AnswerDetail>;
  readonly diagnosis: CustomEvent<Diagnosis>;
}

/** What elements are made of; where there are none, as on a server, something that can be loaded all the same. */
const Base = typeof HTMLElement === 'undefined' ? Object as unknown as typeof HTMLElement : HTMLElement;

const texts = ['for', 'locale', 'as-of', 'remember'] as const;
/** What cannot stand in an attribute. */
type GivenName = 'pack' | 'answers' | 'notes';

const properties = ['pack', 'answers', 'notes', 'for', 'locale', 'asOf', 'short', 'remember'] as const;

/**
 * `<after-view>`: the questions one at a time, the most telling first, and then the page. What it is given wrongly, it
 * shows as problems; it throws nothing.
 */
export class AfterViewElement extends Base {
  static readonly observedAttributes: readonly string[] = [...texts, 'short'];
  /** The pack of elements that are given none. */
  static usualPack: Pack | null = null;

  readonly #given: Partial<Record<GivenName, unknown>> = {};
  #stage: Stage | null = null;
  #due: 'begin' | 'again' | null = null;

  /** Called by the browser when the element comes into a page. */
  connectedCallback(): void {
    if (this.#stage !== null) return;
    for (const name of properties) this.#adopt(name);
    this.#stage = new Stage(this.attachShadow({ mode: 'open' }), (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })));
    this.#due = null;
    this.#begin();
  }

  /** Called by the browser when an attribute changes. */
  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (before !== now) this.#plan('again');
  }

  /** The knowledge to use; the core pack unless given, with `afterview/element`. */
  get pack(): Pack | null { return (this.#given.pack ?? (this.constructor as typeof AfterViewElement).usualPack) as Pack | null; }
  set pack(pack: Pack | null | undefined) { this.#give('pack', pack); }

  /** The answers so far. Whoever sets them keeps them: the element then stores nothing. */
  get answers(): Answers { return this.#stage?.answers ?? {}; }
  set answers(answers: Answers | null | undefined) {
    if (!sameData(answers, this.#given.answers) && (this.#stage === null || !sameData(answers, this.answers))) this.#give('answers', answers);
  }

  /** The notes of the pack: the page then tells its sources, and the coach's sheet asks open questions. */
  get notes(): Notes | null { return (this.#given.notes ?? null) as Notes | null; }
  set notes(notes: Notes | null | undefined) { this.#give('notes', notes); }

  /** What is wrong with what the element was given; empty when nothing is. */
  get problems(): readonly Problem[] { return this.#stage?.problems ?? []; }

  /** Whose page it shows: `candidate` unless given, or `coach`. */
  get for(): Reader | null { return this.getAttribute('for') as Reader | null; }
  set for(reader: Reader | null | undefined) { this.#mirror('for', reader); }

  /** Which English it speaks: `uk` unless given, or `us`. */
  get locale(): English | null { return this.getAttribute('locale') as English | null; }
  set locale(english: English | null | undefined) { this.#mirror('locale', english); }

  /** The day that counts as today, `YYYY-MM-DD`; the day on the clock of the device unless given. */
  get asOf(): string | null { return this.getAttribute('as-of'); }
  set asOf(day: string | null | undefined) { this.#mirror('as-of', day); }

  /** `off` where nothing is to be kept in the local storage; any other text tells what is kept here from what is kept elsewhere. */
  get remember(): string | null { return this.getAttribute('remember'); }
  set remember(name: string | null | undefined) { this.#mirror('remember', name); }

  /** Whether only the short intake is asked. */
  get short(): boolean { return this.hasAttribute('short'); }
  set short(short: boolean | null | undefined) { this.toggleAttribute('short', Boolean(short)); }

  /** Shows the page for the answers so far. */
  showPage(): void { this.#stage?.showPage(); }

  /** Forgets all answers, kept ones too, and asks from the start. */
  startOver(): void { this.#stage?.startOver(); }

  /** What was set before the element was defined stands in the way of what it does when something is set. */
  #adopt(name: (typeof properties)[number]): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = this[name];
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  #give(name: GivenName, value: unknown): void {
    if (this.#given[name] === value) return;
    this.#given[name] = value;
    this.#plan(name === 'notes' ? 'again' : 'begin');
  }

  #mirror(attribute: (typeof texts)[number], value: unknown): void {
    if (value === null || value === undefined) this.removeAttribute(attribute);
    else this.setAttribute(attribute, typeof value === 'string' ? value : typeof value);
  }

  /** Several things are often set at once: all of them count before anything is shown. */
  #plan(how: 'begin' | 'again'): void {
    if (this.#stage === null) return;
    if (this.#due === null) queueMicrotask(() => { this.#begin(this.#due === 'again'); });
    this.#due = this.#due === 'begin' ? 'begin' : how;
  }

  #begin(again = false): void {
    this.#due = null;
    const asOf = this.getAttribute('as-of');
    this.#stage?.begin({
      pack: this.pack, answers: this.#given.answers, notes: this.#given.notes, for: this.for, locale: this.locale,
      asOf: asOf ?? localDay(new Date()), short: this.short, remember: this.remember,
    }, { again, byClock: asOf === null });
  }
}

/** Defines the element, once, with the pack of those that are given none. */
export function defineAfterView(usualPack: Pack | null): void {
  if (typeof customElements === 'undefined' || customElements.get('after-view') !== undefined) return;
  AfterViewElement.usualPack = usualPack;
  customElements.define('after-view', AfterViewElement);
}
