/** The context of the W3C Web Annotation Data Model (Recommendation of 2017), and the prefix of what only a case says. */
export const context = ['http://www.w3.org/ns/anno.jsonld', { demarche: 'urn:demarche:' }] as const;

/** Keys of an annotation that hold fields of a statement which the model has no place for. */
export const ownKeys = ['by', 'holder', 'via', 'date', 'note'] as const;

export const statementName = (id: string) => `urn:demarche:statement:${id}`;
export const sourceName = (id: string) => `urn:demarche:source:${id}`;

/** The id in a name of that kind; undefined where it is another one. */
export function idIn(name: string, kind: 'statement' | 'source'): string | undefined {
  const lead = `urn:demarche:${kind}:`;
  return name.startsWith(lead) ? name.slice(lead.length) : undefined;
}
