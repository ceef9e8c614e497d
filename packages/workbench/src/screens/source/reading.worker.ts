import { readText } from '@demarche/source';
import { expose } from 'comlink';
import type { Proposal } from './propose.ts';

const reading = {
  read: async (text: string): Promise<readonly Proposal[]> => {
    const { statements, speakers } = await readText(text);
    const names = new Map(speakers.map(({ id, name }) => [id, name]));
    return statements.map(({ start, end, who, speaker }) => {
      const by = (who === undefined ? undefined : names.get(who)) ?? speaker?.text;
      return { start, end, ...(by === undefined ? {} : { by }) };
    });
  },
};

export type Reading = typeof reading;

expose(reading);
