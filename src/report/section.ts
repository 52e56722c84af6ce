import type { MessageBlank } from '../plan/message.ts';

/** A report before it gets its looks: sections of blocks, all in words. Every format shows the same sections. */
export interface Section {
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** A cause in a sentence or two. */
  | { readonly kind: 'reason'; readonly title: string; readonly text: string }
  | { readonly kind: 'cause'; readonly title: string; readonly share: number; readonly lines: readonly Remark[]; readonly why: string }
  | { readonly kind: 'bars'; readonly bars: readonly LabelledPart[] }
  /** One bar of parts that add to 1. */
  | { readonly kind: 'split'; readonly parts: readonly LabelledPart[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'plan'; readonly text: string; readonly say: string | null }
  | { readonly kind: 'message'; readonly lead: string; readonly text: string; readonly blanks: readonly MessageBlank[] }
  | { readonly kind: 'timeline'; readonly points: readonly TimelinePoint[] };

export interface LabelledPart {
  readonly label: string;
  /** From 0 to 1. */
  readonly value: number;
}

/** An interview on a line of time. */
export interface TimelinePoint {
  /** The day, or what stands for it. */
  readonly when: string;
  readonly label: string;
  readonly ended: 'yes' | 'no' | 'open';
}

/** A line below a cause: plain, or marked as speaking for or against it. */
export interface Remark {
  readonly mark: 'for' | 'against' | null;
  readonly text: string;
}

export function textBlock(text: string): Block {
  return { kind: 'text', text };
}

export function listOf(items: readonly string[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** “you came late; they had someone in mind”: titles in the middle of a sentence. */
export function inSentence(title: string): string {
  return /^I\b/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A question without “Choose all …”, which is for whoever answers it. */
export function bareQuestion(ask: string): string {
  return ask.replace(/ Choose all.*$/, '');
}

/** With one full stop at its end. */
export function sentence(text: string): string {
  return /[.?!…]["”’]?$/.test(text) ? text : `${text}.`;
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** “eight”: words up to twelve, figures beyond; for counts that stand before what is counted. */
export function countInWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}
