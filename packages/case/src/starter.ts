import { Document } from 'yaml';

/**
 * A commented case to begin with: it loads, runs and answers its question, and every part says what to put there instead.
 */
export function newCase({ title }: { readonly title: string }): string {
  return `# A case: who is in the conflict, what each can do, and what each may want.
# Run it with \`demarche answer\`, check it with \`demarche check\`; everything after a # is a comment.
demarche: 1
title: ${quoted(title)}
summary: Two neighbours and a shared well. Replace all of this by your conflict.

# Texts that your judgements rest on, and passages of them. Judgements name the passages with \`because\`.
# sources:
#   report:
#     title: A report on the dispute
#     published: 2025-03-22
#     text: sources/report.txt
# statements:
#   s01:
#     in: report
#     at: 120..204            # characters of the text, the end not included
#     by: A spokesman
#     kind: aim               # aim, act, belief, assessment, constraint, capability or circumstance
#     about: upstream
#     gist: In your own words.

# Who can do what. An option is a course of action that is taken or not.
actors:
  upstream:
    name: The upstream village
    options:
      pump: Pump at night
      share: Open the sluice
  downstream:
    name: The downstream village
    options:
      sue: Take the matter to court

# Circumstances that nobody chooses: set in \`now\` or by a scenario.
facts:
  drought: There is a drought

# Names for what matters. \`not\`, \`and\`, \`or\`, \`implies\`, \`iff\`, \`xor\`, \`at least 2 of (a, b, c)\`.
terms:
  enough: upstream.share and not upstream.pump
  scarce: drought and not enough

# States that cannot be: logic and physics only. Options of one actor here; what a deal needs is a gate or a lock (\`opens\`, \`binds\`).
impossible:
  - upstream.pump and upstream.share

# What is taken, and which facts hold, as things stand. All others are off.
now: [upstream.pump, drought]

# What each actor may want. Several readings of one actor are several answers: the program says which of them matter.
readings:
  upstream:
    harvest:
      label: Wants a harvest at any price
      held-by: [The downstream village]
      prefers:                # the most important first
        - upstream.pump
        - not downstream.sue
    peace:
      label: Wants quiet with its neighbours
      prefers:
        - not downstream.sue
        - enough implies not drought
        - upstream.pump
  downstream:
    water:
      label: Wants water
      prefers:
        - not scarce
        - upstream.pump implies downstream.sue
        - not downstream.sue
    rights:
      label: Wants a ruling
      prefers:
        - downstream.sue
        - not scarce

# The same conflict under other circumstances.
scenarios:
  rain:
    label: It has rained
    fix: { drought: false }

# What you want to know.
questions:
  enough-water:
    ask: Is there enough water for both?
    holds-when: not scarce
`;
}

function quoted(text: string): string {
  return new Document(text, { version: '1.2', compat: 'yaml-1.1' })
    .toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' })
    .trim();
}
