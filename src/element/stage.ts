import type { Answers, AnswerValue } from '../answers/answers.ts';
import { whyText } from '../api/whyText.ts';
import type { Checked, Problem } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Question } from '../pack/pack.ts';
import { inEnglish } from '../report/english.ts';
import { printable } from '../report/format/wrap.ts';
import { asksTheSame, type Begun, begin, type Given, readLooks } from './begin.ts';
import type { Say } from './control.ts';
import { elementStyle } from './elementStyle.ts';
import { countedText, remainingText, words } from './elementWords.ts';
import { button, type Child, make } from './make.ts';
import { answersList, enoughView, keepingNote, problemView } from './otherViews.ts';
import { diagnosisAfter, pageView } from './pageView.ts';
import { questionView } from './questionView.ts';
import { answered, back, goOn, mend, placeOf, type Talk, toPage, toQuestions } from './talk.ts';

/** Tells the page around of something. */
type Tell = (name: 'answer' | 'diagnosis', detail: unknown) => void;

/** How it begins: again from where it stands, and whether today is the day on the clock. */
export interface Beginning {
  readonly again: boolean;
  readonly byClock: boolean;
}

/** Shows where someone stands, and follows what they do. */
export class Stage {
  readonly #tell: Tell;
  readonly #status = make('p', { role: 'status', part: 'progress' });
  readonly #bar = make('progress', { 'aria-hidden': 'true' });
  readonly #view = make('div');
  readonly #frame = make('div', { class: 'frame', part: 'frame' }, make('div', { class: 'column' }, make('div', { class: 'progress' }, this.#status, this.#bar), this.#view));
  #given: Given | null = null;
  #byClock = false;
  #begun: Begun | null = null;
  #told: Diagnosis | null = null;
  #greeting: string | null = null;
  #listOpen = false;
  problems: readonly Problem[] = [];

  constructor(root: ShadowRoot, tell: Tell) {
    this.#tell = tell;
    root.adoptedStyleSheets = [elementStyle()];
    root.append(this.#frame);
  }

  /** A copy of what was said so far. */
  get answers(): Answers {
    return structuredClone(this.#begun?.talk.session.answers ?? {});
  }

  begin(given: Given, { again, byClock }: Beginning): void {
    const [from, before] = [again ? this.#begun : null, this.#given];
    [this.#given, this.#byClock] = [given, byClock];
    if (given.pack === null) {
      [this.#begun, this.problems] = [null, []];
      this.#show(make('p', { class: 'greeting' }, words.onTheirWay), null, false);
      return;
    }
    const begun = from && before && asksTheSame(before, given) ? shownAs(from, given) : begin(given, from?.talk.session ?? null);
    if (!begun.ok) {
      if (!again) this.#begun = null;
      this.#refuse(begun.problems, false);
      return;
    }
    const stood = from?.talk;
    this.#begun = stood ? { ...begun.value, talk: { ...stood, session: begun.value.talk.session, mends: null } } : begun.value;
    if (!again) this.#greeting = begun.value.goesOn ? words.welcomeBack : words.hello;
    this.#draw(false);
  }

  showPage(): void {
    if (this.#begun) this.#go(this.#begun, toPage(this.#begun.talk));
  }

  startOver(): void {
    if (this.#given === null) return;
    this.#begun?.memory?.clear();
    const begun = begin(this.#given, { answers: {}, asked: [] });
    if (!begun.ok) return;
    this.#begun = begun.value;
    [this.#greeting, this.#listOpen] = [words.hello, false];
    this.#draw(true);
  }

  /** Takes a step, keeps what is said by then, tells of a new answer, and shows where they stand. */
  #go(begun: Begun, talk: Talk, said?: { readonly question: string; readonly value: AnswerValue }): void {
    this.#begun = { ...begun, talk };
    this.#greeting = null;
    begun.memory?.write(talk.session.answers);
    if (said) this.#tell('answer', { ...structuredClone(said), answers: this.answers });
    this.#draw(true);
  }

  /** @param moved - whether they have moved on, so that the focus follows them */
  #draw(moved: boolean): void {
    const begun = this.#begun;
    if (begun === null) return;
    this.problems = [];
    const { talk, talk: { session }, memory } = begun;
    const place = placeOf(talk);
    const keeping = Object.keys(session.answers).length === 0 ? null : keepingNote(memory !== null, () => { this.startOver(); });
    if (place.at === 'page') {
      const page = this.#page(begun, keeping);
      if (page.ok) this.#show(page.value.view, null, moved, begun);
      else this.#refuse(page.problems, moved);
      if (page.ok && page.value.news) this.#tell('diagnosis', structuredClone(page.value.diagnosis));
      return;
    }
    const view = place.at === 'enough'
      ? enoughView(session, this.#greeting === words.welcomeBack ? this.#greeting : null, { show: () => { this.#go(begun, toPage(talk)); }, goOn: () => { this.#go(begun, goOn(talk)); }, back: () => { this.#go(begun, back(talk)); } })
      : this.#question(begun, place.question, place.at === 'mending');
    this.#show(keeping ? make('div', {}, view, keeping) : view, place.at === 'question' ? talk : null, moved, begun);
  }

  #question(begun: Begun, question: Question, mending: boolean): HTMLElement {
    const { talk, talk: { session } } = begun;
    const earlier = talk.said[question.id] ?? null;
    const why = !mending && session.next ? whyText(session.next) : null;
    return questionView({ question, earlier, why, greeting: this.#greeting, say: this.#say(begun) }, {
      answer: answer => this.#answer(begun, question, answer),
      back: mending || session.before === null ? null : () => { this.#go(begun, back(talk)); },
      show: !mending && session.enough ? () => { this.#go(begun, toPage(talk)); } : null,
      keep: mending ? () => { this.#go(begun, toPage(talk)); } : null,
    });
  }

  #answer(begun: Begun, question: Question, value: AnswerValue): string | null {
    const then = answered(begun.talk, value, begun.setting);
    if (!then.ok) return [words.doesNotFit, ...then.problems.map(({ message }) => this.#inWords(begun, message))].join(' ');
    this.#go(begun, then.value, { question: question.id, value });
    return null;
  }

  #page(begun: Begun, keeping: HTMLElement | null): Checked<{ readonly view: HTMLElement; readonly diagnosis: Diagnosis; readonly news: boolean }> {
    const { talk, talk: { session }, setting, looks } = begun;
    const diagnosis = diagnosisAfter(setting, session.answers);
    if (!diagnosis.ok) return diagnosis;
    const given = setting.engine.pack.questions.flatMap(question => {
      const answer = session.answers[question.id] ?? null;
      return answer === null ? [] : [{ question, answer }];
    });
    const list = answersList(given, this.#listOpen, this.#say(begun), question => {
      this.#listOpen = true;
      this.#go(begun, mend(talk, question));
    });
    const below: readonly Child[] = [make('p', { class: 'counted' }, countedText(setting.asOf ?? '', this.#byClock)), list, keeping];
    const view = pageView(diagnosis.value, looks, [button(words.toQuestions, 'quiet', () => { this.#go(begun, toQuestions(talk)); })], below);
    if (!view.ok) return view;
    const news = JSON.stringify(this.#told) !== JSON.stringify(diagnosis.value);
    this.#told = diagnosis.value;
    return { ok: true, value: { view: view.value, diagnosis: diagnosis.value, news } };
  }

  #refuse(problems: readonly Problem[], moved: boolean): void {
    this.problems = problems;
    this.#show(problemView(problems), null, moved);
  }

  /** Shows a view; the progress only with a question of a talk. */
  #show(view: HTMLElement, talk: Talk | null, moved: boolean, begun: Begun | null = null): void {
    this.#frame.lang = begun?.looks.english === 'us' ? 'en-US' : 'en-GB';
    this.#status.textContent = talk ? remainingText(talk.session) : '';
    this.#bar.hidden = talk === null;
    if (talk) [this.#bar.max, this.#bar.value] = [talk.session.asked.length + Math.max(1, talk.session.remaining.to), talk.session.asked.length];
    this.#view.replaceChildren(view);
    if (moved) this.#view.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  #say({ looks: { english = 'uk' } }: Begun): Say {
    return text => inEnglish(printable(text), english);
  }

  /** A message for people: the questions that it names by their ids, as they are asked. */
  #inWords(begun: Begun, message: string): string {
    const { questions } = begun.setting.engine.pack;
    const said = message.replaceAll(/“([^”]+)”/g, (quoted, id: string) => questions.find(question => question.id === id)?.ask.replace(/^(.*)$/, '“$1”') ?? quoted);
    return this.#say(begun)(/[.?!]$/.test(said) ? said : `${said}.`);
  }
}

/** The same interview, shown in another way. */
function shownAs(begun: Begun, given: Given): Checked<Begun> {
  const looks = readLooks(given);
  return looks.ok ? { ok: true, value: { ...begun, looks: looks.value } } : looks;
}
