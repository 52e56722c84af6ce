import { DOMParser, type Element } from '@xmldom/xmldom';

/** A Bayesian network as somebody else reads it from XMLBIF. */
export interface ReadNetwork {
  readonly name: string;
  readonly properties: readonly string[];
  readonly variables: ReadonlyMap<string, ReadVariable>;
}

export interface ReadVariable {
  readonly states: readonly string[];
  readonly properties: readonly string[];
  readonly given: readonly string[];
  /** Rows for each combination of the states of what is given, the last of these changing fastest; each adds to 1. */
  readonly rows: readonly (readonly number[])[];
}

/** Reads by the format's own description alone; what is not as it says there throws. */
export function readXmlBif(text: string): ReadNetwork {
  const document = new DOMParser({ onError: (_level, message) => { throw new Error(message); } }).parseFromString(text, 'application/xml');
  const [network] = [...document.getElementsByTagName('NETWORK')] as [Element];
  const definitions = new Map([...network.getElementsByTagName('DEFINITION')].map(definition => [only(definition, 'FOR'), definition]));
  const declared = [...network.getElementsByTagName('VARIABLE')].map(variable => [only(variable, 'NAME'), textsIn(variable, 'OUTCOME'), textsIn(variable, 'PROPERTY')] as const);
  const states = new Map(declared.map(([name, own]) => [name, own]));
  if (states.size !== declared.length || definitions.size !== declared.length) throw new Error('each variable is declared once, and defined once');
  return {
    name: only(network, 'NAME'),
    properties: textsIn(network, 'PROPERTY'),
    variables: new Map(declared.map(([name, own, properties]) => {
      const definition = definitions.get(name);
      if (!definition) throw new Error(`${name} is not defined`);
      const given = textsIn(definition, 'GIVEN');
      const count = given.reduce((product, each) => product * (states.get(each) ?? []).length, 1);
      const numbers = only(definition, 'TABLE').trim().split(/\s+/).map(Number);
      if (numbers.length !== count * own.length) throw new Error(`the table of ${name} has ${numbers.length} numbers`);
      const rows = Array.from({ length: count }, (_, row) => numbers.slice(row * own.length, (row + 1) * own.length));
      if (rows.some(row => row.some(each => !(each >= 0 && each <= 1)) || Math.abs(row.reduce((sum, each) => sum + each, 0) - 1) > 1e-12)) throw new Error(`the table of ${name} has no chances`);
      return [name, { states: own, properties, given, rows }];
    })),
  };
}

/** Texts of the elements of a name right below another one. */
function textsIn(parent: Element, tag: string): readonly string[] {
  return [...parent.childNodes].filter(node => node.nodeName === tag).map(node => node.textContent ?? '');
}

function only(parent: Element, tag: string): string {
  const [text, ...more] = textsIn(parent, tag);
  if (text === undefined || more.length > 0) throw new Error(`one ${tag} is wanted`);
  return text;
}

/** What the network says was observed, as variable → state. */
export function observedIn({ variables }: ReadNetwork): Readonly<Record<string, string>> {
  return Object.fromEntries([...variables].flatMap(([name, { properties }]) => properties.flatMap(each => (each.startsWith('observed = ') ? [[name, each.slice('observed = '.length)]] : []))));
}
