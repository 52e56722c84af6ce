import { describe, expect, test } from 'vitest';
import { isTyped, readChosen, readTyped, type TypedQuestion } from '../../../src/cli/ask/reply.ts';
import type { ChoiceQuestion, Question } from '../../../src/pack/pack.ts';
import { tinyPack } from '../../tinyPack.ts';

function question(id: string): Question {
  const found = tinyPack.questions.find(each => each.id === id);
  if (!found) throw new Error(`there is no question ${id}`);
  return found;
}

function choice(id: string): ChoiceQuestion {
  const found = question(id);
  if (isTyped(found)) throw new Error(`${id} is typed`);
  return found;
}

function typed(id: string): TypedQuestion {
  const found = question(id);
  if (!isTyped(found)) throw new Error(`${id} is chosen`);
  return found;
}

describe('what was chosen', () => {
  test.each<[string, string, readonly string[], object]>([
    ['an option', 'arrival', ['late'], { answer: 'late' }],
    ['yes', 'warned-ahead', ['yes'], { answer: 'yes' }],
    ["“I don't know”", 'arrival', [':unknown'], { answer: 'unknown' }],
    ['a request', 'arrival', [':why'], { request: 'why' }],
    ['several options', 'prepared', ['read-site', 'read-news'], { answer: ['read-site', 'read-news'] }],
    ['no option', 'prepared', [], { answer: [] }],
    ["“I don't know” of several", 'prepared', [':unknown'], { answer: 'unknown' }],
    ['options and a request', 'prepared', ['read-site', ':result'], { request: 'result' }],
    ["options and “I don't know”", 'prepared', ['read-site', ':unknown'], { wrong: "Choose either answers or “I don't know”." }],
    ['two requests', 'prepared', [':back', ':why'], { wrong: 'Choose one of the entries below the answers at a time.' }],
  ])('%s', (_what, id, chosen, reply) => {
    expect(readChosen(choice(id), chosen)).toEqual(reply);
  });
});

describe('what was typed', () => {
  test.each<[string, string, object]>([
    ['questions-asked', '3', { answer: 3 }],
    ['questions-asked', ' 0 ', { answer: 0 }],
    ['questions-asked', '007', { answer: 7 }],
    ['days-past-promise', '-5', { answer: -5 }],
    ['questions-asked', '?', { answer: 'unknown' }],
    ['questions-asked', 'Back', { request: 'back' }],
    ['questions-asked', 'why', { request: 'why' }],
    ['questions-asked', 'result', { request: 'result' }],
    ['questions-asked', ' STOP ', { request: 'stop' }],
    ['interview-date', '2026-11-10', { answer: '2026-11-10' }],
    ['interview-date', '?', { answer: 'unknown' }],
    ['interview-date', 'unknown', { answer: 'unknown' }],
    ['interview-date', 'stop', { request: 'stop' }],
  ])('%s: “%s”', (id, text, reply) => {
    expect(readTyped(typed(id), text)).toEqual(reply);
  });

  const number = 'Type a whole number of questions from 0 to 50';
  test.each<[string, string, string]>([
    ['questions-asked', '', `${number}, or ? if you don't know.`],
    ['questions-asked', '51', `${number}, or ? if you don't know.`],
    ['questions-asked', '-1', `${number}, or ? if you don't know.`],
    ['questions-asked', '2.5', `${number}, or ? if you don't know.`],
    ['questions-asked', '1e1', `${number}, or ? if you don't know.`],
    ['questions-asked', '0x1', `${number}, or ? if you don't know.`],
    ['questions-asked', '99999999999999999999', `${number}, or ? if you don't know.`],
    ['questions-asked', 'three', `${number}, or ? if you don't know.`],
    ['questions-asked', 'constructor', `${number}, or ? if you don't know.`],
    ['interview-date', '2026-02-30', "Type a day as YYYY-MM-DD, or ? if you don't know."],
    ['interview-date', '10.11.2026', "Type a day as YYYY-MM-DD, or ? if you don't know."],
  ])('%s: “%s” will not do', (id, text, wrong) => {
    expect(readTyped(typed(id), text)).toEqual({ wrong });
  });
});
