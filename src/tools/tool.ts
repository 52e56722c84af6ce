import type { Checked } from '../base/problem.ts';
import type { JsonSchema } from './jsonSchema.ts';

/** Something that an assistant can call: JSON in, JSON out. Every tool only reads: the same input gives the same output. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to call it, for the model that chooses. */
  readonly description: string;
  /** JSON Schema, draft 2020-12, of what it takes. */
  readonly inputSchema: JsonSchema;
  /** The same of `data` in what it gives. */
  readonly outputSchema: JsonSchema;
  /**
   * Does it, for an input of any origin.
   *
   * @returns Problems say what to change; the first of a path is the key of the input.
   */
  readonly run: (input: unknown) => Checked<ToolResult>;
}

/** The same twice: to be read, and as data. */
export interface ToolResult {
  /** Markdown. */
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}
