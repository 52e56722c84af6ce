/** A report before it gets its looks: sections of blocks, all in words. Every renderer shows the same outline. */
export interface Section {
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cause'; readonly number: number; readonly title: string; readonly share: number; readonly lines: readonly Remark[]; readonly why: string }
  | { readonly kind: 'bars'; readonly bars: readonly { readonly label: string; readonly value: number }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'plan'; readonly text: string; readonly say: string | null };

/** A line below a cause: plain, or marked as speaking for or against it. */
export interface Remark {
  readonly mark: 'for' | 'against' | null;
  readonly text: string;
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

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** “eight”: words up to twelve, figures beyond; for counts that stand before what is counted. */
export function countInWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}
