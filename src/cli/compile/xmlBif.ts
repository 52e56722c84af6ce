import type { Variable } from './network.ts';

/** The declarations of XMLBIF 0.3, as its authors give them. */
const DOCTYPE = `<!DOCTYPE BIF [
  <!ELEMENT BIF (NETWORK)*>
  <!ATTLIST BIF VERSION CDATA #REQUIRED>
  <!ELEMENT NETWORK (NAME, (PROPERTY | VARIABLE | DEFINITION)*)>
  <!ELEMENT NAME (#PCDATA)>
  <!ELEMENT VARIABLE (NAME, (OUTCOME | PROPERTY)*)>
  <!ATTLIST VARIABLE TYPE (nature | decision | utility) "nature">
  <!ELEMENT OUTCOME (#PCDATA)>
  <!ELEMENT DEFINITION (FOR | GIVEN | TABLE | PROPERTY)*>
  <!ELEMENT FOR (#PCDATA)>
  <!ELEMENT GIVEN (#PCDATA)>
  <!ELEMENT TABLE (#PCDATA)>
  <!ELEMENT PROPERTY (#PCDATA)>
]>`;

/**
 * A Bayesian network as XMLBIF 0.3, which tools for such networks read.
 *
 * @param properties - what is said of the network, as `name = value`
 */
export function toXmlBif(name: string, properties: readonly string[], variables: readonly Variable[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
${DOCTYPE}
<BIF VERSION="0.3">
<NETWORK>
${element('NAME', name)}
${properties.map(each => element('PROPERTY', each)).join('\n')}
${variables.map(variableOf).join('\n')}
${variables.map(definitionOf).join('\n')}
</NETWORK>
</BIF>
`;
}

function variableOf({ name, states, says, observed }: Variable): string {
  const properties = [`says = ${says}`, ...(observed === undefined ? [] : [`observed = ${observed}`])];
  return `<VARIABLE TYPE="nature">
  ${element('NAME', name)}
${states.map(state => `  ${element('OUTCOME', state)}`).join('\n')}
${properties.map(each => `  ${element('PROPERTY', each)}`).join('\n')}
</VARIABLE>`;
}

/** In the table the variable itself changes fastest, and the first of those that are given slowest. */
function definitionOf({ name, given, table }: Variable): string {
  return `<DEFINITION>
${[element('FOR', name), ...given.map(each => element('GIVEN', each)), element('TABLE', table.join(' '))].map(line => `  ${line}`).join('\n')}
</DEFINITION>`;
}

function element(tag: string, text: string): string {
  return `<${tag}>${text.replaceAll(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</${tag}>`;
}
