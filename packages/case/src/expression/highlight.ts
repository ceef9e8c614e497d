import { styleTags, tags } from '@lezer/highlight';
import { parser } from './parser.grammar.ts';

/** The parser with tags for an editor's colours. In a file of its own: reading a case needs none of it. */
export const highlightingParser = parser.configure({
  props: [
    styleTags({
      'not and or xor implies iff': tags.logicOperator,
      'exactly at least most of': tags.keyword,
      'true false': tags.bool,
      'Name/Identifier': tags.variableName,
      Number: tags.number,
      '( )': tags.paren,
      ',': tags.separator,
    }),
  ],
});
