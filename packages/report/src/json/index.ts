export { aboutJson } from './about.ts';
export { answerJson, hingeJson, hingesJson } from './answer.ts';
export { coalitionJson } from './coalition.ts';
export { diffJson, type PlaceOf } from './diff.ts';
export { largeJson, largeStateJson } from './large.ts';
export { cruxJson, invertJson, perceiveJson, weighJson } from './perceive.ts';
export { conditionsJson, reachJson, settleJson } from './settle.ts';
export { sweepJson } from './sweep.ts';
export { usesJson, whyJson, withdrawnJson } from './why.ts';
